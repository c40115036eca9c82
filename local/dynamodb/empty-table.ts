import { createTables, startDynamoDb } from './start.ts';

export const tableName = 'regulars';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

/**
 * DynamoDB Local in memory with one empty table like the assembly's, for whoever needs no more of the system. Points the
 * product's own client here by the environment alone, as on a laptop. Throws when Java is missing.
 */
export async function startEmptyTable(): Promise<{ close(): Promise<void> }> {
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
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return { close };
}
