/** Errors by which AWS, its SDK and Node say: too much at once, no answer in time, nobody there, or broken over there. */
const names = new Set([
  'ThrottlingException',
  'ThrottledException',
  'Throttling',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'SlowDown',
  'TransactionInProgressException',
  'TimeoutError',
  // Our own deadline for a call.
  'AbortError',
  'RequestTimeout',
  'RequestTimeoutException',
  'InternalServerError',
  'InternalErrorException',
  'InternalServiceError',
  'InternalFailure',
  'ServiceUnavailable',
  'ServiceUnavailableException',
]);
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Errors of the payment provider's client for the same, which have no names but types: no answer, broken over there,
 * too much at once. Where money may have been taken, they never come this far.
 */
const types = new Set(['StripeConnectionError', 'StripeAPIError', 'StripeRateLimitError']);

/**
 * Whether an error means that something behind us could not be reached or did not keep up, after the SDK's own
 * retries: the caller may try again, and whether a change was made is not known. Everything else is a bug of ours.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, type, $metadata }: Named = error;
  const status = $metadata?.httpStatusCode ?? 0;
  const isNamed = names.has(name) || holds(codes, code) || holds(types, type);
  return isNamed || status >= 500 || status === 429;
}

type Named = Error & { code?: unknown; type?: unknown; $metadata?: { httpStatusCode?: number } };

const holds = (known: ReadonlySet<string>, value: unknown): boolean => typeof value === 'string' && known.has(value);
