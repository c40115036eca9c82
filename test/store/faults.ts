import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** What becomes of one request on the wire: it passes, it is answered without DynamoDB, or its answer is lost. */
export type Fault = 'pass' | 'lose the answer' | { readonly answer: object } | { readonly fail: Error };

/**
 * Puts faults into a client's requests, inside the SDK's retries. `faultOf` is asked for each request with its command,
 * and the number of requests before. DynamoDB Local itself never conflicts and never throttles.
 */
export function injectFaults(client: DynamoDBClient, faultOf: (command: string, before: number) => Fault): void {
  let requests = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const fault = faultOf(String(context.commandName).replace(/Command$/, ''), requests++);
      if (typeof fault === 'object' && 'fail' in fault) throw fault.fail;
      if (typeof fault === 'object') return { response: {}, output: { $metadata: {}, ...fault.answer } };
      const answered = await next(args);
      if (fault === 'lose the answer') throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
      return answered;
    },
    { step: 'finalizeRequest', priority: 'low', name: 'injectFaults' },
  );
}

/** A transaction that DynamoDB cancelled, with the reason of each of its writes. */
export const cancelled = (...codes: string[]): Fault => ({
  fail: new TransactionCanceledException({
    message: `cancelled: ${codes}`,
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  }),
});
