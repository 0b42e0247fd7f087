// Compiled, never run: the element's types hold for what its users write.

import { ComplianceNextActionElement, type Texts, type UploadEvent } from "../../pkg/element.js";
import { render, styleHash } from "../../pkg/element-render.js";
import type { Guidance } from "../../pkg/guidance.js";

declare const guidance: Guidance;

const element = document.createElement("compliance-next-action");
element.guidance = guidance;
element.status = '{"isCompliant":true}';
element.context = { nationality: "CL", usPerson: null };
element.policy = { maxBytes: 5_000_000, contentTypes: ["application/pdf"] };
element.links = { CONTACT_SUPPORT: "mailto:help@example.com", SOMETHING_NEW: "/new" };
const texts: Texts = {
  "approved.title": "Welcome",
  "UPLOAD_DOCUMENT.title": { one: "One", other: "{n}" },
  "check.SOMETHING_NEW": "New",
};
element.texts = texts;
element.addEventListener("upload", (event) =>
  event.waitUntil(fetch("/", { body: event.detail.file, method: "POST" })),
);
element.addEventListener("action", ({ detail }) => detail.call?.path.length);
element.addEventListener("statuschange", ({ detail }) => detail.guidance.phase === "approved");
element.addEventListener("click", (event) => event.preventDefault());
ComplianceNextActionElement.loadGuidance = () => import("../../pkg/kyc.js");

// @ts-expect-error: a text that does not exist
element.texts = { "approved.heading": "Welcome" };
// @ts-expect-error: a screen cannot be set
element.screen = "approved";

export const markup: string = render(guidance, {
  lang: "pt-BR",
  nonce: null,
  attributes: { id: "next", hidden: true },
});
export const policy = `style-src 'self' ${styleHash}`;
export type { UploadEvent };
