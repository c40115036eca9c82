import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { itemOf, keyId, pageOf, rowOfItem } from './item.ts';
import { type Key, type Table, type Write, WriteConflict } from './table.ts';
import { countCall, countItems, countQuery, countTransaction } from './wire-log.ts';

/** Milliseconds for a call with its retries: less than the shortest Lambda timeout, the 5 s of Cognito's triggers. */
const callDeadline = 4_000;
const mostRounds = 5;
/** Nothing was written for these, and another try may pass. */
const collisions = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/**
 * A client that gives up early. The SDK is the only layer that repeats a request: it sends the same ClientRequestToken
 * again, so a transaction whose answer was lost is not done twice.
 */
const defaultClient = () =>
  new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });

const options = () => ({ abortSignal: AbortSignal.timeout(callDeadline) });

/** The table in DynamoDB. Errors other than WriteConflict are the SDK's: no answer in time, not permitted, not valid. */
export function dynamoTable({ tableName, client = defaultClient() }: { tableName: string; client?: DynamoDBClient }) {
  client.middlewareStack.add(
    (next, context) => (args) => {
      countCall(String(context['commandName']).replace(/Command$/, ''));
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'countCall', override: true },
  );
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

  async function get(key: Key) {
    const input = { TableName: tableName, Key: key, ConsistentRead: true };
    const { Item } = await documents.send(new GetCommand(input), options());
    return Item ? [Item] : [];
  }

  async function batchGet(keys: Key[]) {
    const items: Record<string, unknown>[] = [];
    let left = keys;
    for (let round = 1; round <= mostRounds; round += 1) {
      const input = { RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } };
      const { Responses, UnprocessedKeys } = await documents.send(new BatchGetCommand(input), options());
      items.push(...(Responses?.[tableName] ?? []));
      left = (UnprocessedKeys?.[tableName]?.Keys ?? []).map(({ pk, sk }) => ({ pk, sk }));
      if (left.length === 0) return items;
      await wait(25 * 2 ** round);
    }
    throw new Error(`DynamoDB left ${left.length} of ${keys.length} keys unread`);
  }

  /** All items of a query, or at least `most` of them if there are as many. */
  async function items(query: Omit<QueryCommandInput, 'TableName'>, most = Number.POSITIVE_INFINITY) {
    const found: Record<string, unknown>[] = [];
    let start = query.ExclusiveStartKey;
    do {
      const Limit = Number.isFinite(most) ? most - found.length : undefined;
      const input = { ...query, TableName: tableName, Limit, ExclusiveStartKey: start };
      const { Items = [], LastEvaluatedKey } = await documents.send(new QueryCommand(input), options());
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

    async due({ pk, until, limit }) {
      const found = await items(
        {
          IndexName: 'due',
          KeyConditionExpression: 'duePk = :pk AND dueAt <= :until',
          ExpressionAttributeValues: { ':pk': pk, ':until': until },
        },
        limit,
      );
      return found.map((item) => ({ pk: String(item['pk']), sk: String(item['sk']) }));
    },

    async commit(writes) {
      const puts = writes.map(put);
      countTransaction(puts.map(({ Put }) => Put.Item));
      try {
        await documents.send(new TransactWriteCommand({ TransactItems: puts }), options());
      } catch (error) {
        throw error instanceof TransactionCanceledException ? (conflictOf(error) ?? error) : error;
      }
    },
  } satisfies Table;
}

/** The conflict that cancelled a transaction; nothing when the request itself was wrong. */
function conflictOf(error: TransactionCanceledException): WriteConflict | undefined {
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  const lost = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
  const wrong = codes.some((code) => !['None', 'ConditionalCheckFailed', ...collisions].includes(code));
  return wrong || codes.length === 0 ? undefined : new WriteConflict(lost);
}
