import { render } from "compliance-gate/element/render";
import { interpretStatus } from "compliance-gate/kyc";
import { NextActionEvents } from "./events.jsx";

/** Where your account pages take each step. */
const LINKS = {
  START_KYC: "/verify",
  COMPLETE_SDK_FLOW: "/verify",
  RERUN_KYC: "/verify",
  UPDATE_PROFILE: "/profile",
  CONTACT_SUPPORT: "/help",
};

/** A server component: the status and its interpretation stay on the server, and the page says what is next at once. */
export default async function Page() {
  const response = await fetch(`${process.env.CONNECT_URL}/v1/compliance/status/customer-1`, {
    headers: { authorization: `Bearer ${process.env.CONNECT_TOKEN}` },
    cache: "no-store",
  });
  const guidance = interpretStatus(await response.text());
  const html = render(guidance, { lang: "en", links: LINKS, attributes: { src: "/api/next-action" } });
  return (
    <main>
      <h1>Your account</h1>
      <NextActionEvents html={html} />
    </main>
  );
}
