import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { InvokeResult, Invoker } from '../ports.ts';
import { failedItems } from '../protocol/partial-batch.ts';
import type { Place } from '../protocol/place.ts';
import type { StreamRecord } from './stream-event.ts';

/** How a mapping treats a batch. `maximumRetryAttempts` of -1 means until it works. */
export interface BatchPolicy {
  readonly functionName: string;
  readonly reportBatchItemFailures: boolean;
  readonly maximumRetryAttempts: number;
  readonly bisect?: boolean;
  readonly invoker: Invoker;
  readonly place: Place;
  /** Takes the description of a batch whose retries are used up. */
  readonly bury: (description: object) => Promise<void>;
  readonly stopped: AbortSignal;
}

const firstPause = 100;
const longestPause = 5_000;

/**
 * Hands one batch to the function until it is done with: all succeeded, or the retries are used up and the rest is
 * buried. Answers false when it was stopped before that, so that nothing is checkpointed.
 */
export async function processBatch(
  batch: readonly StreamRecord[],
  shardId: string,
  policy: BatchPolicy,
  attempts = 0,
): Promise<boolean> {
  if (batch.length === 0) return true;
  if (policy.stopped.aborted) return false;
  const result = await invoke(policy, { Records: batch });
  const ids = batch.map((record) => record.dynamodb.SequenceNumber);
  const failed = failedItems(result, ids, policy.reportBatchItemFailures);
  const first = ids.findIndex((id) => failed.has(id));
  if (first < 0) return true;
  // Order matters in a stream: everything from the first failure on is delivered again.
  if (first > 0) return processBatch(batch.slice(first), shardId, policy);
  if (policy.maximumRetryAttempts >= 0 && attempts >= policy.maximumRetryAttempts) {
    await policy.bury(describe(batch, shardId, policy, attempts + 1, result));
    return true;
  }
  await wait(Math.min(firstPause * 2 ** attempts, longestPause), undefined, { signal: policy.stopped }).catch(
    () => undefined,
  );
  const half = Math.ceil(batch.length / 2);
  if (!policy.bisect || half === batch.length) return processBatch(batch, shardId, policy, attempts + 1);
  // Splitting does not count as a retry.
  const head = await processBatch(batch.slice(0, half), shardId, policy, attempts);
  return head && processBatch(batch.slice(half), shardId, policy, attempts);
}

async function invoke(policy: BatchPolicy, event: object): Promise<InvokeResult> {
  try {
    return await policy.invoker.invoke(policy.functionName, event);
  } catch (error) {
    return { ok: false, errorType: 'InvokeFailed', errorMessage: String(error) };
  }
}

/** What Lambda puts on the failure destination: where the records are, not the records. */
function describe(
  batch: readonly StreamRecord[],
  shardId: string,
  policy: BatchPolicy,
  invokes: number,
  result: InvokeResult,
) {
  const { account, region } = policy.place;
  const [first, last] = [batch[0], batch.at(-1)];
  const arrival = (record?: StreamRecord) =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: `arn:aws:lambda:${region}:${account}:function:${policy.functionName}`,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: invokes,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: result.ok ? null : 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: batch.length,
      streamArn: first?.eventSourceARN,
    },
  };
}
