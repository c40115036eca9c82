import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import type { LocalClock } from '../ports.ts';
import { dynamoDbClient } from './client.ts';
import type { TableDefinition } from './definition.ts';

export interface TtlSweeper {
  /** Deletes everything expired now and answers how many items that were. */
  sweep(): Promise<number>;
  close(): Promise<void>;
}

const period = 60_000;
const fiveYears = 5 * 365 * 24 * 60 * 60;

/**
 * Deletes items whose time-to-live attribute (epoch seconds) lies before the local clock: after each jump and once a
 * minute. AWS takes up to two days for it and marks the stream records as its own; neither is imitated. Like AWS it
 * leaves alone what expired more than five years ago, which is how a value in milliseconds shows itself.
 */
export function startTtlSweeper(options: {
  readonly endpoint: string;
  readonly tables: readonly TableDefinition[];
  readonly clock: LocalClock;
}): TtlSweeper {
  const client = dynamoDbClient(options.endpoint);
  let last: Promise<unknown> = Promise.resolve();

  async function sweepAll(): Promise<number> {
    const now = Math.floor(options.clock.now() / 1000);
    const counts = await Promise.all(options.tables.map((table) => sweepTable(client, table, now)));
    return counts.reduce((sum, count) => sum + count, 0);
  }
  function sweep(): Promise<number> {
    const sweeping = last.then(sweepAll);
    last = sweeping.catch(() => undefined);
    return sweeping;
  }
  const timer = setInterval(() => {
    sweep().catch((error) => console.error(`Deleting expired items failed: ${error}`));
  }, period);
  timer.unref();
  const unsubscribe = options.clock.onAdvance(async () => {
    await sweep();
  });
  return {
    sweep,
    close: async () => {
      clearInterval(timer);
      unsubscribe();
      await last;
      client.destroy();
    },
  };
}

async function sweepTable(client: DynamoDBClient, table: TableDefinition, now: number): Promise<number> {
  const { TableName, KeySchema, TimeToLiveSpecification: ttl } = table;
  if (!ttl?.Enabled || !ttl.AttributeName) return 0;
  const expired = {
    ExpressionAttributeNames: { '#ttl': ttl.AttributeName },
    ExpressionAttributeValues: { ':from': { N: String(now - fiveYears) }, ':now': { N: String(now) } },
  };
  const condition = '#ttl BETWEEN :from AND :now';
  let deleted = 0;
  for await (const page of paginateScan({ client }, { TableName, FilterExpression: condition, ...expired })) {
    for (const item of page.Items ?? []) {
      const Key = Object.fromEntries(
        KeySchema.flatMap(({ AttributeName: name }) => (item[name] ? [[name, item[name]]] : [])),
      );
      // On the condition that it is still expired: somebody may have extended it since the scan.
      const command = new DeleteItemCommand({ TableName, Key, ConditionExpression: condition, ...expired });
      deleted += await client.send(command).then(() => 1, ignoreChanged);
    }
  }
  return deleted;
}

function ignoreChanged(error: unknown): number {
  if (error instanceof ConditionalCheckFailedException) return 0;
  throw error;
}
