import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../functions/store/dynamo-client.ts';
import { createTables, startDynamoDb } from '../../local/dynamodb/start.ts';

export const tableName = 'regulars';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

/** DynamoDB Local in memory with an empty table like that of the assembly. `client` makes a client of its own each time. */
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
    },
  ]);
  // As on a laptop: the clients of the product are pointed here by the environment alone.
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  const clients: DynamoDBClient[] = [];
  return {
    client: () => {
      const client = dynamoClient();
      clients.push(client);
      return client;
    },
    stop: async () => {
      for (const client of clients) client.destroy();
      await close();
    },
  };
}
