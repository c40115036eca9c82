import * as z from 'zod/mini';
import { MemberId } from '../../shared/domain/ids.ts';
import type { LedgerPart } from '../../shared/domain/ledger-export.ts';
import { LedgerKind } from '../../shared/domain/ledger-finding.ts';
import { LocalDate } from '../../shared/domain/time.ts';
import type { Handler } from '../http/request.ts';
import { exportedAccounts } from '../store/exported-accounts.ts';
import { prefixes } from '../store/keys.ts';
import { exportedBook, exportedPage } from '../store/ledger-days.ts';
import type { Table } from '../store/table.ts';

const within = (prefix: string) => z.optional(z.string().check(z.startsWith(prefix)));

/** How far an export has come: the days, then their heads, then the accounts, which may have gone on since. */
const Place = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('days'), lastDay: LocalDate, after: within(prefixes.ledgerDay) }),
  z.strictObject({ at: z.literal('heads'), lastDay: LocalDate, after: within(prefixes.ledgerHeads) }),
  z.strictObject({
    at: z.literal('accounts'),
    after: z.optional(z.string()),
    within: z.optional(z.strictObject({ memberId: MemberId, ledger: LedgerKind, sequence: z.int(), head: z.int() })),
  }),
]);
type Place = z.infer<typeof Place>;

interface Step {
  readonly parts: readonly LedgerPart[];
  readonly next?: Place;
}

export const exportLedger: Handler<'staff', 'exportLedger'> = async ({ slug, instance, query }) => {
  const place = placeOf(query.cursor);
  const { parts, next } = await (place === undefined ? begin(instance.table, slug) : step(instance.table, slug, place));
  const cursor = next && Buffer.from(JSON.stringify(next), 'utf8').toString('base64url');
  return { parts: [...parts], ...(cursor === undefined ? {} : { cursor }) };
};

/** A cursor that is none of ours begins the export again. */
function placeOf(cursor: string | undefined): Place | undefined {
  try {
    return cursor === undefined
      ? undefined
      : Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

async function begin(table: Table, slug: string): Promise<Step> {
  const book = await exportedBook(table, slug);
  const { lastDay } = book;
  return { parts: [book], next: lastDay === undefined ? { at: 'accounts' } : { at: 'days', lastDay } };
}

async function step(table: Table, slug: string, place: Place): Promise<Step> {
  if (place.at === 'accounts') {
    const { parts, next } = await exportedAccounts(table, slug, place);
    return { parts, ...(next === undefined ? {} : { next: { at: 'accounts', ...next } }) };
  }
  const { at, lastDay, after } = place;
  const { parts, next } = await exportedPage(table, slug, at, lastDay, after);
  if (next !== undefined) return { parts, next: { at, lastDay, after: next } };
  return { parts, next: at === 'days' ? { at: 'heads', lastDay } : { at: 'accounts' } };
}
