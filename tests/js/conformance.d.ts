/** Declares every check of the package: see conformance.js. */
export function suite(
  library: object,
  vectors: Record<
    "signature" | "delivery" | "refused" | "attack" | "idempotency" | "diagnosis",
    readonly object[]
  >,
  runner: {
    test: (name: string, check: () => void | Promise<void>) => void;
    equal?: (found: unknown, expected: unknown, message?: string) => void;
  },
): void;
