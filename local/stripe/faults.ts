import { StripeRefusal } from './refusal.ts';

/**
 * What may go wrong on demand.
 * - `timeout_after_success`: it is done, the answer never comes; `timeout_before`: nothing is done and no answer comes.
 *   Each counts one request on the wire, and Stripe's client itself repeats a call whose connection breaks: two of them
 *   make a call fail.
 * - `error_500`: refused without being done; `error_500_after_success`: done, and answered with an error. Both are kept
 *   under the idempotency key, as Stripe does.
 * - `rate_limit`, `lock_timeout`: 429 before anything is done, kept nowhere.
 */
export const faultKinds = [
  'timeout_after_success',
  'timeout_before',
  'error_500',
  'error_500_after_success',
  'rate_limit',
  'lock_timeout',
] as const;

export type FaultKind = (typeof faultKinds)[number];

interface Planned {
  left: number;
  readonly kind: FaultKind;
  readonly endpoint: string | undefined;
}

export type Faults = ReturnType<typeof createFaults>;

/** The faults that are planned; every request uses up the first one that is meant for it. */
export function createFaults() {
  const planned: Planned[] = [];
  let latency = 0;
  return {
    /** Lets the next `count` requests fail; to `endpoint` only, such as `POST /v1/payment_intents`, where one is given. */
    failNext(count: number, kind: FaultKind, endpoint?: string): void {
      planned.push({ left: count, kind, endpoint });
    },
    /** Makes every request take so many real milliseconds longer. */
    delay(milliseconds: number): void {
      latency = milliseconds;
    },
    latency: () => latency,
    take(endpoint: string): FaultKind | undefined {
      const index = planned.findIndex((each) => each.endpoint === undefined || each.endpoint === endpoint);
      const next = planned[index];
      if (next === undefined) return undefined;
      next.left -= 1;
      if (next.left <= 0) planned.splice(index, 1);
      return next.kind;
    },
  };
}

export const rateLimited = () =>
  new StripeRefusal(
    429,
    'invalid_request_error',
    { code: 'rate_limit', message: 'Request rate limit exceeded. Slow down and try again.' },
    { 'stripe-rate-limited-reason': 'endpoint-rate', 'stripe-should-retry': 'false' },
  );

export const lockTimeout = () =>
  new StripeRefusal(
    429,
    'invalid_request_error',
    {
      code: 'lock_timeout',
      message: 'This object cannot be accessed right now because another request is working on it. Try again.',
    },
    { 'stripe-should-retry': 'true' },
  );

/** The key keeps the error, so that repeating the request is no use: Stripe says so to its client. */
export const serverError = () =>
  new StripeRefusal(
    500,
    'api_error',
    { message: 'An unknown error occurred on the simulated side of Stripe.' },
    { 'stripe-should-retry': 'false' },
  );
