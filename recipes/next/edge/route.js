// Next.js, the same on its edge: app/webhooks/conomy/edge/route.js.
export { POST } from "../route.js";

export const runtime = "edge";
