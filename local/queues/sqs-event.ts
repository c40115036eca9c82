import type { Message } from '@aws-sdk/client-sqs';
import type { Place } from '../protocol/place.ts';

/** The event Lambda hands to a function for messages of a queue. */
export function sqsEvent(messages: readonly Message[], queueUrl: string, place: Place) {
  const eventSourceARN = `arn:aws:sqs:${place.region}:${place.account}:${queueUrl.split('/').at(-1)}`;
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: message.Attributes ?? {},
      messageAttributes: Object.fromEntries(Object.entries(message.MessageAttributes ?? {}).map(attribute)),
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN,
      awsRegion: place.region,
    })),
  };
}

type Attribute = NonNullable<Message['MessageAttributes']>[string];

function attribute([name, value]: [string, Attribute]) {
  return [
    name,
    {
      ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
      ...(value.BinaryValue === undefined ? {} : { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
      stringListValues: [],
      binaryListValues: [],
      dataType: value.DataType,
    },
  ];
}
