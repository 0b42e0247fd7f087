/** Waiting, but not for ever. */

/** Rejects {@link within} when the time is up. The work itself is not stopped. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`not done within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
