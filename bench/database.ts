import { dynamoClient } from '../functions/store/dynamo-client.ts';
import { dynamoTable } from '../functions/store/dynamo-table.ts';
import { startEmptyTable, tableName } from '../local/dynamodb/empty-table.ts';

/** DynamoDB Local with an empty table, and the product's table on it. */
export async function startDatabase() {
  const { close } = await startEmptyTable();
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
