import { verify } from "@octokit/webhooks-methods";

export function prepare({ secret, signed, signature }) {
  return async () => {
    const text = decoder.decode(signed);
    if (!(await verify(secret, text, `sha256=${signature}`))) throw new Error("mismatch");
    return JSON.parse(text);
  };
}

const decoder = new TextDecoder();
