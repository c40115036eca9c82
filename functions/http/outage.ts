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
 * Whether an error means that something behind us could not be reached or did not keep up, after the SDK's own
 * retries: the caller may try again, and whether a change was made is not known. Everything else is a bug of ours.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, $metadata }: { name: string; code?: unknown; $metadata?: { httpStatusCode?: number } } = error;
  const status = $metadata?.httpStatusCode ?? 0;
  return names.has(name) || (typeof code === 'string' && codes.has(code)) || status >= 500 || status === 429;
}
