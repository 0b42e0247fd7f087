// What `given` made, with its texts as the bytes that a server receives.

export function unpacked(given, runtime) {
  const encoder = new TextEncoder();
  return {
    ...given,
    runtime,
    received: encoder.encode(given.received),
    signed: encoder.encode(given.signed),
  };
}
