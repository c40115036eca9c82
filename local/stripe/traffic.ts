/** How many requests came, and how many of them were told to slow down. */
export interface Counters {
  /** By endpoint, such as `POST /v1/payment_intents/:id/confirm`. */
  readonly requests: Readonly<Record<string, number>>;
  readonly answers429: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

export type Traffic = ReturnType<typeof createTraffic>;

/** Counts requests, and limits them by account and endpoint with a token bucket in real time. */
export function createTraffic(realNow: () => number = () => performance.now()) {
  const requests: Record<string, number> = {};
  const buckets = new Map<string, Bucket>();
  let perSecond: number | undefined;
  let answers429 = 0;
  return {
    count(endpoint: string): void {
      requests[endpoint] = (requests[endpoint] ?? 0) + 1;
    },
    countAnswer(status: number): void {
      if (status === 429) answers429 += 1;
    },
    /** Allows so many requests a second, with as many at once; without a number, all of them. */
    limit(allowed: number | undefined): void {
      perSecond = allowed;
      buckets.clear();
    },
    /** Whether one more request fits; it then counts. */
    admits(account: string, endpoint: string): boolean {
      if (perSecond === undefined) return true;
      const now = realNow();
      const name = `${account} ${endpoint}`;
      const bucket = buckets.get(name) ?? { tokens: perSecond, at: now };
      bucket.tokens = Math.min(perSecond, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
      bucket.at = now;
      buckets.set(name, bucket);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
    counters: (): Counters => ({ requests: { ...requests }, answers429 }),
  };
}
