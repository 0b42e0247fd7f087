import { send } from "./send.js";

const element = document.querySelector("compliance-next-action");

element.addEventListener("action", async ({ detail }) => {
  // Your server makes the provider's call, with its key, and answers where the customer goes on.
  const response = await fetch(`/api/actions/${detail.action}`, { method: "POST" });
  location.assign(await response.text());
});

element.addEventListener("upload", (event) => {
  const { file, documentType } = event.detail;
  event.waitUntil(send(file, documentType));
});
