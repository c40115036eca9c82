import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { described, log } from '../runtime/log.ts';
import { wireFields, withWireLog } from '../store/wire-log.ts';

/** What a message came to, and the ids that its log line names. */
export interface Done {
  readonly outcome: string;
  readonly [id: string]: string | number | undefined;
}

/**
 * Runs each message of a batch, one after the other or all at once, and answers the ones that failed, so that only they
 * come back. Every message ends as one log line that also says what it asked of the table; of an error its name and place,
 * because a message may quote an address.
 */
export async function runBatch(
  work: string,
  { Records }: SQSEvent,
  run: (body: string) => Promise<Done>,
  order: 'in_turn' | 'at_once' = 'in_turn',
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  const one = async (position: number) => {
    const record = Records[position];
    if (record === undefined) return;
    const { body, messageId } = record;
    await withWireLog(async (wire) => {
      try {
        const done = await run(body);
        log('info', work, { messageId, ...done, ...wireFields(wire) });
      } catch (error) {
        batchItemFailures.push({ itemIdentifier: messageId });
        log('error', work, { messageId, outcome: 'failed', ...wireFields(wire), ...described(error) });
      }
    });
  };
  if (order === 'at_once') await Promise.all(Records.map((_, position) => one(position)));
  else for (const position of Records.keys()) await one(position);
  return { batchItemFailures };
}
