/** Declares every check of compliance-gate/guidance: see guidance.js. */
export function suite(
  library: object,
  vectors: Record<
    | "kyc_flow"
    | "kyc_status"
    | "kyc_event"
    | "document"
    | "retry"
    | "problem"
    | "review"
    | "customer"
    | "limits"
    | "audit"
    | "checklist",
    readonly object[]
  >,
  runner: {
    test: (name: string, check: () => void | Promise<void>) => void;
    equal?: (found: unknown, expected: unknown, message?: string) => void;
  },
): void;
