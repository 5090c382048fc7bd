/** Lets time pass until a signal is given. @throws the signal's reason when it was given before */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  // The event comes only once: whoever listens after it hears nothing.
  signal.throwIfAborted();
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
