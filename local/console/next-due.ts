import { paginateScan } from '@aws-sdk/client-dynamodb';
import { dynamoDbClient } from '../dynamodb/client.ts';
import type { NextDue } from './model.ts';

/** `DUE#CREDIT-EXPIRY#7` → `credit expiry`, in the words of the button “To the next …”. */
function kindOf(partition: string): string {
  const kind = partition.split('#')[1] ?? '';
  return kind === 'BILLING' ? 'billing step' : kind.toLowerCase().replaceAll('-', ' ');
}

/** Comparing the books with the provider's and closing the ledgers happens at its hour whoever travels, and shows nobody anything. */
const unnoticed = /^DUE#(RECONCILIATION|LEDGER)#/;

/**
 * Makes the reader of the sparse index `due`, where whatever a sweep has to find stands with its instant
 * (docs/data-model.md). It reads the whole index: a laptop's salons fit.
 */
export function createNextDue(endpoint: string, tables: readonly string[], now: () => number) {
  const client = dynamoDbClient(endpoint);

  async function next(): Promise<NextDue | undefined> {
    const instant = now();
    let earliest: NextDue | undefined;
    for (const TableName of tables) {
      for await (const { Items = [] } of paginateScan({ client }, { TableName, IndexName: 'due' })) {
        for (const { duePk, dueAt } of Items) {
          if (unnoticed.test(duePk?.S ?? '')) continue;
          const at = Date.parse(dueAt?.S?.split('#')[0] ?? '');
          if (at > instant && (earliest === undefined || at < earliest.at))
            earliest = { kind: kindOf(duePk?.S ?? ''), at };
        }
      }
    }
    return earliest;
  }
  return { next, close: () => client.destroy() };
}
