import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { Refusal } from '../../shared/domain/refusal.ts';
import { log } from '../runtime/log.ts';

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

/** An error without its message. */
export function described(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof Refusal) return { code: error.code };
  if (!(error instanceof Error)) return { error: typeof error };
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, stack: places.slice(0, 8).map((line) => line.trim()) };
}
