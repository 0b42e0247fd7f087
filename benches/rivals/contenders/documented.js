// What the provider documents: parse, print event and data again, and hash that.

export function printed(received) {
  const body = JSON.parse(decoder.decode(received));
  const { event, data, signature } = body;
  return { text: JSON.stringify({ event, data }), signature, body };
}

const decoder = new TextDecoder();
