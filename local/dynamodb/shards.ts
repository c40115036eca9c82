import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoint } from './checkpoint.ts';

/** Reads a stream in order: a shard's children only after the shard itself. */
export interface ShardReader {
  /** The next records of the shard that comes first, or none; `shardId` is where a checkpoint belongs. */
  read(): Promise<readonly { readonly shardId: string; readonly records: readonly _Record[] }[]>;
  /** Goes back to the checkpoint, after records were read that nobody dealt with. */
  rewind(): void;
}

/** Opens a stream at its checkpoint; shards without one are read from their beginning. */
export function openShards(client: DynamoDBStreamsClient, streamArn: string, checkpoint: Checkpoint): ShardReader {
  const iterators = new Map<string, string>();
  let shards: readonly Shard[] | undefined;

  async function describe(): Promise<readonly Shard[]> {
    const found: Shard[] = [];
    let start: string | undefined;
    do {
      const command = new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: start });
      const { StreamDescription: page } = await client.send(command);
      found.push(...(page?.Shards ?? []));
      start = page?.LastEvaluatedShardId;
    } while (start);
    return found;
  }

  async function iteratorOf(ShardId: string): Promise<string | undefined> {
    const SequenceNumber = checkpoint.positionOf(ShardId);
    const where = SequenceNumber
      ? ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber } as const)
      : ({ ShardIteratorType: 'TRIM_HORIZON' } as const);
    const command = new GetShardIteratorCommand({ StreamArn: streamArn, ShardId, ...where });
    return (await client.send(command)).ShardIterator;
  }

  async function recordsOf(shardId: string): Promise<readonly _Record[]> {
    try {
      const iterator = iterators.get(shardId) ?? (await iteratorOf(shardId));
      const { Records = [], NextShardIterator: next } = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator }),
      );
      if (next) iterators.set(shardId, next);
      // The end of a closed shard: its records are handed out now, its children come with the next read.
      else if (Records.length === 0) finish(shardId);
      else iterators.delete(shardId);
      return Records;
    } catch (error) {
      iterators.delete(shardId);
      if (error instanceof ExpiredIteratorException) return [];
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      // The laptop slept for more than a day: what was trimmed is lost, as on AWS.
      checkpoint.forget(shardId);
      return [];
    }
  }

  function finish(shardId: string): void {
    iterators.delete(shardId);
    checkpoint.finish(shardId);
    shards = undefined;
  }

  async function read(): ReturnType<ShardReader['read']> {
    shards ??= await describe();
    const present = new Set(shards.map((shard) => shard.ShardId));
    const due = shards.filter(({ ShardId = '', ParentShardId: parent }) => {
      const waitsForParent = parent !== undefined && present.has(parent) && !checkpoint.isFinished(parent);
      return !waitsForParent && !checkpoint.isFinished(ShardId);
    });
    const found = await Promise.all(
      due.map(async ({ ShardId: shardId = '' }) => ({ shardId, records: await recordsOf(shardId) })),
    );
    // A shard that just came to its end says nothing about its children: look on before calling the stream quiet.
    const onlyEnds = shards === undefined && found.every(({ records }) => records.length === 0);
    if (due.length === 0) shards = undefined;
    return onlyEnds ? read() : found;
  }

  return { read, rewind: () => iterators.clear() };
}
