/**
 * One line of JSON per thing worth knowing.
 *
 * The fields are a closed list, so that no body, secret, signature, token or personal datum can slip in.
 */
export interface Fields {
  /** Stable: a problem's code, an outcome, or the name of what failed. */
  readonly code: string;
  readonly traceId?: string;
  /** The id of the key that matched, never the key. */
  readonly keyId?: string;
  /** `shard-sequence`. */
  readonly delivery?: string;
  readonly shard?: number;
  readonly count?: number;
  readonly attempts?: number;
  /** Only its class and message are printed, cut short. Pass only errors that the platform or the package made. */
  readonly error?: unknown;
  /** Of whatever else was thrown only its class and its place are printed: its message may quote anything. */
  readonly unforeseen?: unknown;
}

export function log(level: "info" | "warn" | "error", fields: Fields): void {
  const { error, unforeseen, ...rest } = fields;
  const told = error === undefined ? {} : { error: brief(error) };
  const seen = unforeseen === undefined ? {} : { error: place(unforeseen) };
  const line = JSON.stringify({ level, ...rest, ...told, ...seen });
  if (level === "info") console.log(line);
  else if (level === "warn") console.warn(line);
  else console.error(line);
}

function place(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = error.stack?.split("\n").find((line) => /^\s+at /.test(line));
  return `${error.name}${frame === undefined ? "" : ` ${frame.trim()}`}`;
}

function brief(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : typeof error).slice(0, 300);
}
