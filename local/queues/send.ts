import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { localPlace } from '../protocol/place.ts';

/** Puts a message on a queue by its URL alone, which names the service too. Rejects when the queue refuses it. */
export async function sendToQueueUrl(queueUrl: string, body: string): Promise<void> {
  const client = new SQSClient({
    endpoint: new URL(queueUrl).origin,
    region: localPlace.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  } finally {
    client.destroy();
  }
}
