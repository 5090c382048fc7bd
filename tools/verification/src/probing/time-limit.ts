/** Waits for a result, so long. @throws Error `no answer within <n> s` */
export async function withinTime<T>(pending: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(lateError(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([pending, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Gives what takes the result of a probe: it hangs up, and hands on the first result. A connection that takes longer than
 * allowed is hung up with {@link lateError}.
 */
export function endOnce<T>(
  connection: { destroy(error?: Error): unknown },
  milliseconds: number,
  handOn: (result: T) => void,
): (result: T) => void {
  const timer = setTimeout(() => connection.destroy(lateError(milliseconds)), milliseconds);
  return (result) => {
    clearTimeout(timer);
    connection.destroy();
    handOn(result);
  };
}

/** Code of {@link lateError}. */
export const LATE = 'LATE';

/** Nothing has come in time. */
export function lateError(milliseconds: number): Error {
  return Object.assign(new Error(`no answer within ${milliseconds / 1000} s`), { code: LATE });
}
