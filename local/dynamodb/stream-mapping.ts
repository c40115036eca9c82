import { setTimeout as wait } from 'node:timers/promises';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import { compileFilters } from '../events/pattern.ts';
import type { Invoker } from '../ports.ts';
import { localPlace, type Place } from '../protocol/place.ts';
import { sendToQueueUrl } from '../queues/send.ts';
import { openCheckpoint } from './checkpoint.ts';
import { dynamoDbClient, streamsClient } from './client.ts';
import { openShards } from './shards.ts';
import { type BatchPolicy, processBatch } from './stream-batch.ts';
import { streamRecord } from './stream-event.ts';

export interface StreamMappingOptions {
  readonly endpoint: string;
  readonly tableName: string;
  readonly functionName: string;
  readonly batchSize: number;
  /** Lambda filter patterns, as JSON text or objects; a record passes when any matches, or when there are none. */
  readonly filters: readonly unknown[];
  readonly reportBatchItemFailures: boolean;
  readonly maximumRetryAttempts: number;
  readonly bisect?: boolean;
  readonly onFailureQueueUrl?: string;
  /** Remembers the position across restarts; without it a restart delivers the stream from its beginning. */
  readonly checkpointFile?: string;
  readonly invoker: Invoker;
  readonly place?: Place;
}

/** `idle` resolves when every record written before the call has been dealt with. */
export interface StreamMapping {
  idle(): Promise<void>;
  close(): Promise<void>;
}

const busyPause = 20;
const quietPause = 75;

/** Feeds a function from a table's stream as Lambda does. Throws when the table has no stream or a filter is invalid. */
export async function startStreamMapping(options: StreamMappingOptions): Promise<StreamMapping> {
  const passes = compileFilters(options.filters);
  const place = options.place ?? localPlace;
  const client = streamsClient(options.endpoint);
  const streamArn = await streamOf(options.endpoint, options.tableName);
  const eventSourceARN = streamArn.replace(
    /^arn:aws:dynamodb:[^:]*:[^:]*:/,
    `arn:aws:dynamodb:${place.region}:${place.account}:`,
  );
  const checkpoint = openCheckpoint(streamArn, options.checkpointFile);
  const shards = openShards(client, streamArn, checkpoint);
  const stop = new AbortController();
  const policy: BatchPolicy = { ...options, place, bury, stopped: stop.signal };
  let round = 0;
  let quietRound = 0;

  async function bury(description: object): Promise<void> {
    if (options.onFailureQueueUrl) return sendToQueueUrl(options.onFailureQueueUrl, JSON.stringify(description));
    console.error(`${options.functionName} lost stream records after its last retry: ${JSON.stringify(description)}`);
  }

  async function work(shardId: string, records: readonly _Record[]): Promise<boolean> {
    for (let index = 0; index < records.length; index += options.batchSize) {
      const part = records
        .slice(index, index + options.batchSize)
        .map((each) => streamRecord(each, eventSourceARN, place));
      if (!(await processBatch(part.filter(passes), shardId, policy))) return false;
      checkpoint.advance(shardId, part.at(-1)?.dynamodb.SequenceNumber ?? '');
    }
    return records.length > 0;
  }

  async function run(): Promise<void> {
    let quietSince = Date.now();
    while (!stop.signal.aborted) {
      round += 1;
      try {
        const worked = await Promise.all((await shards.read()).map(({ shardId, records }) => work(shardId, records)));
        if (worked.includes(true)) quietSince = Date.now();
        else quietRound = round;
      } catch (error) {
        if (stop.signal.aborted) return;
        shards.rewind();
        console.error(`Reading the stream of ${options.tableName} failed: ${error}`);
        await pause(1_000);
      }
      await pause(Date.now() - quietSince < 5_000 ? busyPause : quietPause);
    }
  }
  const pause = (milliseconds: number) => wait(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
  const running = run();

  return {
    async idle() {
      // A round that began before the call may have looked just before the last write.
      const enough = round + 1;
      while (quietRound < enough && !stop.signal.aborted) await pause(5);
    },
    async close() {
      stop.abort();
      await running;
      client.destroy();
    },
  };
}

async function streamOf(endpoint: string, TableName: string): Promise<string> {
  const client = dynamoDbClient(endpoint);
  try {
    const arn = (await client.send(new DescribeTableCommand({ TableName }))).Table?.LatestStreamArn;
    if (!arn) throw new Error(`The table ${TableName} has no stream, yet a function is mapped to it.`);
    return arn;
  } finally {
    client.destroy();
  }
}
