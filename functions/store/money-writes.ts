import * as z from 'zod/mini';
import { DomainEvent } from '../../shared/domain/events.ts';
import { type MoneyAccount, MoneyEntry } from '../../shared/domain/money-account.ts';
import { keys } from './keys.ts';
import { rowOf, type Stored } from './stored.ts';
import { insert, replace, type Write } from './table.ts';

/** An entry of account credit; its row is also its announcement. `note` is staff's own words, beside the chain. */
export const MoneyRow = z.strictObject({ entry: MoneyEntry, event: DomainEvent, note: z.optional(z.string()) });
export type MoneyRow = z.infer<typeof MoneyRow>;

/** The writes of one more entry; none without an entry. */
export function moneyWrites(
  before: Stored<MoneyAccount> | undefined,
  after: MoneyAccount,
  entry: MoneyEntry | undefined,
  context: { readonly slug: string; readonly event: DomainEvent; readonly note?: string | undefined },
): Write[] {
  if (entry === undefined) return [];
  const { slug, event, note } = context;
  const row = rowOf(keys.moneyAccount(slug, after.memberId), after);
  return [
    before === undefined ? insert(row) : replace(row, before.version),
    insert(
      rowOf(
        keys.moneyEntry(slug, after.memberId, entry.sequence),
        { entry, event, ...(note === undefined ? {} : { note }) } satisfies MoneyRow,
        { announces: event.type },
      ),
    ),
  ];
}
