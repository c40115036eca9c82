import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { described, log } from '../runtime/log.ts';

/** What a message came to, and the ids that its log line names. */
export interface Done {
  readonly outcome: string;
  readonly [id: string]: string | number | undefined;
}

/**
 * Runs each message of a batch, one after the other, and answers the ones that failed, so that only they come back.
 * Every message ends as one log line; of an error its name and place, because a message may quote an address.
 */
export async function runBatch(
  work: string,
  { Records }: SQSEvent,
  run: (body: string) => Promise<Done>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { body, messageId } of Records) {
    try {
      log('info', work, { messageId, ...(await run(body)) });
    } catch (error) {
      batchItemFailures.push({ itemIdentifier: messageId });
      log('error', work, { messageId, outcome: 'failed', ...described(error) });
    }
  }
  return { batchItemFailures };
}
