/** Milliseconds for one call with its retries. A request of several calls still ends before the API's 10 s in practice. */
const callDeadline = 6_000;

/**
 * How every client of a vendor behaves: it gives up early, and it alone repeats requests. 5 s for an answer, because
 * Cognito waits that long for its triggers.
 */
export const clientBehaviour = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};

/** The options of one call. */
export const withDeadline = () => ({ abortSignal: AbortSignal.timeout(callDeadline) });
