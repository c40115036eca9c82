import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';
import type { Place } from '../protocol/place.ts';

/** One record as Lambda hands it to a function. */
export type StreamRecord = ReturnType<typeof streamRecord>;

/** Turns a stream record into the JSON Lambda uses: times in epoch seconds, binary values in base64. */
export function streamRecord(record: _Record, eventSourceARN: string, place: Place) {
  const { ApproximateCreationDateTime: at, Keys, NewImage, OldImage, ...change } = record.dynamodb ?? {};
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: record.eventSource,
    awsRegion: place.region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor((at?.getTime() ?? 0) / 1000),
      ...(Keys && { Keys: plainImage(Keys) }),
      ...(NewImage && { NewImage: plainImage(NewImage) }),
      ...(OldImage && { OldImage: plainImage(OldImage) }),
      ...change,
      SequenceNumber: change.SequenceNumber ?? '',
    },
    eventSourceARN,
  };
}

type Image = Readonly<Record<string, AttributeValue>>;

function plainImage(image: Image): Record<string, unknown> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: AttributeValue): unknown {
  if (value.B) return { B: base64(value.B) };
  if (value.BS) return { BS: value.BS.map(base64) };
  if (value.L) return { L: value.L.map(plainValue) };
  if (value.M) return { M: plainImage(value.M) };
  // DynamoDB Local leaves the type out of an empty map, and of nothing else.
  if (Object.keys(value).length === 0) return { M: {} };
  return value;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
