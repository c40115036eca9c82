import { isDeepStrictEqual } from 'node:util';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamoDbClient } from './client.ts';
import type { IndexDefinition, KeyElement, TableDefinition } from './definition.ts';

export type { TableDefinition } from './definition.ts';

/**
 * Creates the tables that are missing and adds missing indexes and streams to the others, so that data survives a
 * restart. Throws when an existing table has other keys: those cannot be changed, only `--fresh` helps.
 */
export async function createTables(endpoint: string, tables: readonly TableDefinition[]): Promise<void> {
  const client = dynamoDbClient(endpoint);
  try {
    await Promise.all(tables.map((table) => createTable(client, table)));
  } finally {
    client.destroy();
  }
}

async function createTable(client: DynamoDBClient, table: TableDefinition): Promise<void> {
  const existing = await describe(client, table.TableName);
  if (existing) return bringUpToDate(client, existing, table);
  const {
    TableName,
    StreamSpecification: stream,
    GlobalSecondaryIndexes: global,
    LocalSecondaryIndexes: local,
  } = table;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys(table.KeySchema),
      AttributeDefinitions: table.AttributeDefinitions.map((each) => ({ ...each })),
      ...(global?.length ? { GlobalSecondaryIndexes: global.map(index) } : {}),
      ...(local?.length ? { LocalSecondaryIndexes: local.map(index) } : {}),
      ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } } : {}),
    }),
  );
}

async function describe(client: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function bringUpToDate(
  client: DynamoDBClient,
  existing: TableDescription,
  table: TableDefinition,
): Promise<void> {
  const { TableName } = table;
  if (!sameKeys(existing.KeySchema, table.KeySchema)) throw changed(TableName, 'keys');
  if (table.StreamSpecification && !existing.StreamSpecification?.StreamEnabled) {
    const { StreamViewType } = table.StreamSpecification;
    const StreamSpecification = { StreamEnabled: true, StreamViewType };
    await client.send(new UpdateTableCommand({ TableName, StreamSpecification }));
  }
  for (const each of table.GlobalSecondaryIndexes ?? []) {
    const present = existing.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === each.IndexName);
    if (present && !sameKeys(present.KeySchema, each.KeySchema)) throw changed(TableName, `index ${each.IndexName}`);
    if (present) continue;
    await client.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions: table.AttributeDefinitions.map((attribute) => ({ ...attribute })),
        GlobalSecondaryIndexUpdates: [{ Create: index(each) }],
      }),
    );
  }
}

function changed(table: string, what: string): Error {
  return new Error(
    `The ${what} of the table ${table} changed, and DynamoDB cannot change them in place. Run \`npm start -- --fresh\` to begin with empty tables.`,
  );
}

function sameKeys(a: readonly object[] | undefined, b: readonly object[]): boolean {
  return isDeepStrictEqual(a, [...b]);
}

function keys(schema: readonly KeyElement[]): KeyElement[] {
  return schema.map((each) => ({ ...each }));
}

function index({ IndexName, KeySchema, Projection }: IndexDefinition): GlobalSecondaryIndex {
  const { ProjectionType = 'ALL', NonKeyAttributes } = Projection;
  return {
    IndexName,
    KeySchema: keys(KeySchema),
    Projection: { ProjectionType, ...(NonKeyAttributes ? { NonKeyAttributes: [...NonKeyAttributes] } : {}) },
  };
}
