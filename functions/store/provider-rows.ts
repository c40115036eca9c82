import * as z from 'zod/mini';
import { Slug } from '../../shared/domain/ids.ts';
import type { PaymentsAccount } from '../../shared/domain/payments-account.ts';
import { keys } from './keys.ts';
import { firstReconciliation } from './reconciliation-row.ts';
import { parseRow, rowOf } from './stored.ts';
import { insert, type Table, type Write } from './table.ts';

const ProviderRow = z.strictObject({ slug: Slug });

/** Whose an account at the provider is; undefined for one that nobody here has. */
export async function businessOfAccount(table: Table, accountId: string): Promise<string | undefined> {
  const [row] = await table.read([keys.provider(accountId)]);
  return row && parseRow(ProviderRow, row).value.slug;
}

/** The writes that give a business its account, in both directions; from then on its books are compared. */
export const connectWrites = (slug: string, account: PaymentsAccount): Write[] => [
  insert(rowOf(keys.payments(slug), account)),
  insert(rowOf(keys.provider(account.accountId), { slug } satisfies z.infer<typeof ProviderRow>)),
  firstReconciliation(slug, account.since),
];
