import { dynamoClient } from '../functions/store/dynamo-client.ts';
import { dynamoTable } from '../functions/store/dynamo-table.ts';
import { createTables, startDynamoDb } from '../local/dynamodb/start.ts';

export const tableName = 'regulars';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

/** DynamoDB Local in memory with an empty table like the assembly's, its stream included. */
export async function startDatabase() {
  const { endpoint, close } = await startDynamoDb();
  await createTables(endpoint, [
    {
      TableName: tableName,
      KeySchema: key('pk', 'sk'),
      AttributeDefinitions: ['pk', 'sk', 'duePk', 'dueAt'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: [
        { IndexName: 'due', KeySchema: key('duePk', 'dueAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    },
  ]);
  // As on a laptop: the product's own client is pointed here by the environment alone.
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  const client = dynamoClient();
  return {
    table: dynamoTable({ tableName, client }),
    /** A client with the product's settings and nothing around it. */
    bareClient: dynamoClient(),
    async stop() {
      client.destroy();
      await close();
    },
  };
}
export type Database = Awaited<ReturnType<typeof startDatabase>>;
