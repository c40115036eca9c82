/** A stage's limits: `rate` requests a second on average, at most `burst` at once. */
export interface Limits {
  readonly rate: number;
  readonly burst: number;
}

/** Makes a token bucket. Its answer says whether one more request may pass now; time is real, in milliseconds. */
export function createThrottle({ rate, burst }: Limits, now: () => number = () => performance.now()): () => boolean {
  let tokens = burst;
  let filledAt = now();
  return () => {
    const at = now();
    tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * rate);
    filledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
