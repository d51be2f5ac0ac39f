/** Seconds before attempt n (from 0): 1, 2, 4, 8, 16, 30, 30 ...; up to a quarter more, so that clients do not return all at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  return Math.min(30, 2 ** Math.min(attempt, 5)) * (1 + random() / 4);
}

/** Waits, or returns at once when `signal` aborts or the browser says that the connection is back. */
export function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    signal?.addEventListener('abort', done);
    addEventListener('online', done);
    if (signal?.aborted) done();
  });
}
