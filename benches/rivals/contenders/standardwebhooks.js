import { Webhook } from "standardwebhooks";

export function prepare({ base64Secret, signed, standard: headers }) {
  const webhook = new Webhook(base64Secret);
  return () => webhook.verify(decoder.decode(signed), headers);
}

const decoder = new TextDecoder();
