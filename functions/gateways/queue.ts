import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientBehaviour, withDeadline } from './calls.ts';

/** A queue of work. */
export interface Queue {
  /** Puts every message on the queue, as JSON. Throws when some were not taken; those before them may be on it. */
  send(messages: readonly unknown[]): Promise<void>;
}

const batchSize = 10;

/** A queue of SQS. */
export const sqsQueue = (url: string, client: SQSClient = new SQSClient(clientBehaviour)): Queue => ({
  async send(messages) {
    for (let start = 0; start < messages.length; start += batchSize) {
      const Entries = messages
        .slice(start, start + batchSize)
        .map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) }));
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: url, Entries }),
        withDeadline(),
      );
      const [first] = Failed;
      if (first) throw new Error(`the queue did not take ${Failed.length} of ${Entries.length}: ${first.Code}`);
    }
  },
});
