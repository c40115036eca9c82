import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientBehaviour, withDeadline } from './calls.ts';

/** A queue of work. */
export interface Queue {
  /**
   * Puts every message on the queue, as JSON, each to be delivered after its seconds of delay (900 at most). Throws when
   * some were not taken; those before them may be on it.
   */
  send(messages: readonly unknown[], delaySeconds?: (position: number) => number): Promise<void>;
}

const batchSize = 10;

/** A queue of SQS. */
export const sqsQueue = (url: string, client: SQSClient = new SQSClient(clientBehaviour)): Queue => ({
  async send(messages, delaySeconds = () => 0) {
    for (let start = 0; start < messages.length; start += batchSize) {
      const Entries = messages.slice(start, start + batchSize).map((message, index) => {
        const delay = delaySeconds(start + index);
        const entry = { Id: String(index), MessageBody: JSON.stringify(message) };
        return delay > 0 ? { ...entry, DelaySeconds: delay } : entry;
      });
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: url, Entries }),
        withDeadline(),
      );
      const [first] = Failed;
      if (first) throw new Error(`the queue did not take ${Failed.length} of ${Entries.length}: ${first.Code}`);
    }
  },
});
