import { Webhook } from "svix";

export function prepare({ base64Secret, signed, svix: headers }) {
  const webhook = new Webhook(base64Secret);
  return () => webhook.verify(decoder.decode(signed), headers);
}

const decoder = new TextDecoder();
