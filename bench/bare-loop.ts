import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ChargeOrder, Payments } from '../functions/gateways/payments.ts';
import type { Table, Write } from '../functions/store/table.ts';
import { tableName } from '../local/dynamodb/empty-table.ts';
import { lanes } from './lanes.ts';

/** What one renewal wrote, transaction by transaction, and what it ordered: the pattern that the bare loop repeats. */
export interface Pattern {
  readonly transactions: readonly (readonly Write[])[];
  readonly order: ChargeOrder;
  readonly account: string;
}

/** A table and a provider that note what the first renewal does. */
export function notingPattern(table: Table, payments: Pick<Payments, 'charge'>) {
  const transactions: (readonly Write[])[] = [];
  const orders: { account: string; order: ChargeOrder }[] = [];
  const noting: Table = {
    ...table,
    async commit(writes) {
      transactions.push(writes);
      await table.commit(writes);
    },
  };
  return {
    table: noting,
    payments: {
      async charge(account: string, order: ChargeOrder) {
        orders.push({ account, order });
        return payments.charge(account, order);
      },
    },
    pattern(): Pattern {
      const [first] = orders;
      if (first === undefined || orders.length > 1) throw new Error(`${orders.length} charges make no pattern`);
      return { transactions, ...first };
    },
  };
}

/** A member whose rows are read, and a number that nobody else writes under. */
export interface Turn {
  readonly pk: string;
  readonly number: number;
}

/**
 * The least that a renewal can be: one query, one transaction, one call of the provider, one transaction, with rows of
 * the same size, on the SDK alone. No decisions, no parsing, no retries of ours.
 */
export function bareLoop(client: DynamoDBClient, pattern: Pattern, payments: Pick<Payments, 'charge'>, at: number) {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const [claim = [], settlement = []] = pattern.transactions;

  async function commit(writes: readonly Write[], pk: string): Promise<void> {
    const TransactItems = writes.map((write) => {
      // Its membership is new where the renewal's is an older one; the second write of it has a version to compare.
      const isSecond = writes === settlement && write.kind === 'replace' && write.row.sk === claim[0]?.row.sk;
      const Item = { ...write.row, pk, version: isSecond ? 2 : 1 };
      return {
        Put: isSecond
          ? {
              TableName: tableName,
              Item,
              ConditionExpression: 'version = :version',
              ExpressionAttributeValues: { ':version': 1 },
            }
          : { TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' },
      };
    });
    await documents.send(new TransactWriteCommand({ TransactItems }));
  }

  async function renewal({ pk, number }: Turn): Promise<void> {
    const own = `B#bare#M#${String(number).padStart(30, '0')}`;
    await documents.send(
      new QueryCommand({
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': 'NOW#' },
      }),
    );
    await commit(claim, own);
    await payments.charge(pattern.account, pattern.order);
    await commit(settlement, own);
  }

  return (turns: readonly Turn[]): Promise<void> => lanes(at, turns, renewal);
}
