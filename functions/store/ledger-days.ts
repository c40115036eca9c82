import type { LedgerHead } from '../../shared/domain/ledger-day.ts';
import { type Finding, finding } from '../../shared/domain/ledger-finding.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { HeadsRow } from './ledger-rows.ts';
import { parseRow } from './stored.ts';
import type { Table } from './table.ts';

/** Every head that any day was closed with, oldest first. */
async function allHeads(table: Table, slug: string): Promise<LedgerHead[]> {
  const { rows } = await table.query({ pk: partitions.ledger(slug), prefix: prefixes.ledgerHeads });
  return rows.flatMap((row) => parseRow(HeadsRow, row).value.heads);
}

/** Accounts that some day was closed with and that are not there any more, whoever is listed in Contacts. */
export async function missingAccounts(table: Table, slug: string): Promise<Finding[]> {
  const newest = new Map((await allHeads(table, slug)).map((head) => [`${head.memberId} ${head.ledger}`, head]));
  const heads = [...newest.values()];
  const found: Finding[] = [];
  for (let start = 0; start < heads.length; start += 100) {
    const some = heads.slice(start, start + 100);
    const rows = await table.read(
      some.map(({ memberId, ledger }) =>
        ledger === 'credits' ? keys.creditAccount(slug, memberId) : keys.moneyAccount(slug, memberId),
      ),
    );
    for (const [index, { memberId, ledger, sequence }] of some.entries()) {
      if (rows[index] === undefined) {
        found.push(finding('sealed_is_there', { ledger, memberId, sequence }, 'the account is gone'));
      }
    }
  }
  return found;
}
