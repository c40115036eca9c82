import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../functions/store/dynamo-client.ts';
import { startEmptyTable } from '../../local/dynamodb/empty-table.ts';

/** DynamoDB Local with an empty table. `client` makes a client of its own each time. */
export async function startDatabase() {
  const { close } = await startEmptyTable();
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
