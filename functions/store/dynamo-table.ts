import { setTimeout as wait } from 'node:timers/promises';
import {
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { documentClient, dynamoClient, withDeadline } from './dynamo-client.ts';
import { dueKeyOfItem, itemOf, keyId, pageOf, rowOfItem } from './item.ts';
import { type Key, type Table, type Write, WriteConflict } from './table.ts';
import { assertTransaction } from './transaction.ts';
import { countItems, countQuery, countTransaction } from './wire-log.ts';

const mostRounds = 5;
/** Nothing was written for these, and another try may pass. */
const collisions = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/** The table in DynamoDB. Errors other than WriteConflict are the SDK's: no answer in time, not permitted, not valid. */
export function dynamoTable({
  tableName,
  client = dynamoClient(),
}: {
  tableName: string;
  client?: DynamoDBClient;
}): Table {
  const documents = documentClient(client);

  async function get(key: Key) {
    const input = { TableName: tableName, Key: key, ConsistentRead: true };
    const { Item } = await documents.send(new GetCommand(input), withDeadline());
    return Item ? [Item] : [];
  }

  async function batchGet(keys: Key[]) {
    const items: Record<string, unknown>[] = [];
    let left = keys;
    for (let round = 1; round <= mostRounds; round += 1) {
      if (round > 1) await wait(25 * 2 ** round);
      const input = { RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } };
      const { Responses, UnprocessedKeys } = await documents.send(new BatchGetCommand(input), withDeadline());
      items.push(...(Responses?.[tableName] ?? []));
      left = (UnprocessedKeys?.[tableName]?.Keys ?? []).map(({ pk, sk }) => ({ pk, sk }));
      if (left.length === 0) return items;
    }
    // What DynamoDB itself throws when it can read none of them.
    const message = `DynamoDB left ${left.length} of ${keys.length} keys unread`;
    throw new ProvisionedThroughputExceededException({ message, $metadata: {} });
  }

  /** All items of a query, or at least `most` of them if there are as many. */
  async function items(query: Omit<QueryCommandInput, 'TableName'>, most = Number.POSITIVE_INFINITY) {
    const found: Record<string, unknown>[] = [];
    let start = query.ExclusiveStartKey;
    do {
      const Limit = Number.isFinite(most) ? most - found.length : undefined;
      const input = { ...query, TableName: tableName, Limit, ExclusiveStartKey: start };
      const { Items = [], LastEvaluatedKey } = await documents.send(new QueryCommand(input), withDeadline());
      countQuery(Items, query.ConsistentRead === true);
      found.push(...Items);
      start = LastEvaluatedKey;
    } while (start !== undefined && found.length < most);
    return found;
  }

  const put = (write: Write) => ({
    Put: {
      TableName: tableName,
      ...(write.kind === 'insert'
        ? { Item: itemOf(write.row, 1), ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            Item: itemOf(write.row, write.version + 1),
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': write.version },
          }),
    },
  });

  return {
    async read(keys) {
      const unique = [...new Map(keys.map(({ pk, sk }) => [keyId({ pk, sk }), { pk, sk }])).values()];
      const [only] = unique;
      if (only === undefined) return [];
      const found = unique.length === 1 ? await get(only) : await batchGet(unique);
      countItems(found, unique.length - found.length);
      const rows = new Map(found.map(rowOfItem).map((row) => [keyId(row), row]));
      return keys.map((key) => rows.get(keyId(key)));
    },

    async query({ pk, prefix, limit, newestFirst = false, after }) {
      const found = await items(
        {
          ConsistentRead: true,
          ScanIndexForward: !newestFirst,
          KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
          ExpressionAttributeValues: prefix ? { ':pk': pk, ':prefix': prefix } : { ':pk': pk },
          ExclusiveStartKey: after === undefined ? undefined : { pk, sk: after },
        },
        // One more than wanted tells whether more follow; it costs less than offering an empty next page.
        limit === undefined ? undefined : limit + 1,
      );
      return pageOf(found.map(rowOfItem), limit);
    },

    async due({ pk, until, limit, after }) {
      const found = await items(
        {
          IndexName: 'due',
          KeyConditionExpression: 'duePk = :pk AND dueAt <= :until',
          ExpressionAttributeValues: { ':pk': pk, ':until': until },
          ExclusiveStartKey: after && { pk: after.pk, sk: after.sk, duePk: pk, dueAt: after.dueAt },
        },
        limit,
      );
      return found.map(dueKeyOfItem);
    },

    async commit(writes) {
      assertTransaction(writes);
      const puts = writes.map(put);
      countTransaction(puts.map(({ Put }) => Put.Item));
      try {
        await documents.send(new TransactWriteCommand({ TransactItems: puts }), withDeadline());
      } catch (error) {
        throw error instanceof TransactionCanceledException ? (conflictOf(error) ?? error) : error;
      }
    },
  };
}

/** The conflict that cancelled a transaction; nothing when the request itself was wrong. */
function conflictOf(error: TransactionCanceledException): WriteConflict | undefined {
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  const lost = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
  const wrong = codes.some((code) => !['None', 'ConditionalCheckFailed', ...collisions].includes(code));
  return wrong || codes.length === 0 ? undefined : new WriteConflict(lost);
}
