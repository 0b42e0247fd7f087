import { render } from "compliance-gate/element/render";
import { interpretStatus } from "compliance-gate/kyc";
import { NextActionEvents } from "./events.jsx";

/** A server component: the status and its interpretation stay on the server, and the page says what is next at once. */
export default async function Page() {
  const response = await fetch(`${process.env.CONNECT_URL}/v1/compliance/status/customer-1`, {
    headers: { authorization: `Bearer ${process.env.CONNECT_TOKEN}` },
    cache: "no-store",
  });
  const guidance = interpretStatus(await response.text());
  return (
    <main>
      <h1>Your account</h1>
      <NextActionEvents html={render(guidance, { lang: "en", attributes: { src: "/api/next-action" } })} />
    </main>
  );
}
