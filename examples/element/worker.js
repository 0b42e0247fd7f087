// A Worker that interprets at the edge: the browser gets guidance, and never loads the wasm to show it.

import { render, styleHash } from "compliance-gate/element/render";
import { interpretStatus } from "compliance-gate/kyc";

export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    const status = await fetch(`${env.CONNECT_URL}/v1/compliance/status/${env.CUSTOMER}`, {
      headers: { authorization: `Bearer ${env.CONNECT_TOKEN}` },
    });
    const guidance = interpretStatus(await status.text(), { customerId: env.CUSTOMER });
    if (url.pathname === "/api/next-action") return Response.json(guidance);
    return new Response(page(guidance), {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": `default-src 'self'; style-src 'self' ${styleHash}; script-src 'self' 'wasm-unsafe-eval'`,
      },
    });
  },
};

function page(guidance) {
  // Where a step is taken; a page with a script of its own listens to `action` and `upload` instead.
  const links = {
    START_KYC: "/verificacao",
    COMPLETE_SDK_FLOW: "/verificacao",
    RERUN_KYC: "/verificacao",
    UPDATE_PROFILE: "/perfil",
    CONTACT_SUPPORT: "mailto:ajuda@example.com",
  };
  const element = render(guidance, { lang: "pt", links, attributes: { src: "/api/next-action" } });
  return `<!doctype html><html lang="pt"><meta charset="utf-8"><title>Sua conta</title>
<script type="module" src="/compliance-gate/element.js"></script><h1>Sua conta</h1>${element}</html>`;
}
