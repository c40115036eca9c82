import * as z from 'zod/mini';
import { ChainHead } from './credit-account.ts';
import { canonical, hashOf } from './credit-chain.ts';
import { MemberId, Slug } from './ids.ts';
import { LedgerDay, LedgerHead } from './ledger-day.ts';
import { LedgerKind } from './ledger-finding.ts';
import { LocalDate } from './time.ts';

const Hash = ChainHead.shape.hash;
const Count = z.int().check(z.minimum(0));

export const exportFormat = 'regulars-ledger-1';

/** What comes first: where the days end. */
const Book = z.strictObject({
  kind: z.literal('book'),
  format: z.literal(exportFormat),
  business: Slug,
  lastDay: z.optional(LocalDate),
  lastRoot: Hash,
  digest: Hash,
});

/** An account that has entries, which follow it. `head` is where it ended when it was read; `digest` says whose it is. */
const Account = z.strictObject({
  kind: z.literal('account'),
  memberId: MemberId,
  ledger: LedgerKind,
  head: ChainHead,
  digest: Hash,
});

/** An entry as it was written, with everything that a newer version may have said. */
export const RawEntry = z.looseObject({ sequence: z.int().check(z.minimum(1)), previousHash: Hash, hash: Hash });

/** What comes last: how much there was, so that nothing can be cut off behind the last closed day. */
const End = z.strictObject({ kind: z.literal('end'), accounts: Count, entries: Count, digest: Hash });

/**
 * A business’s ledgers as a list of parts, in this order, so that they can be written and read one after the other: the
 * book, every closed day, the heads of those days, the accounts, each with its entries, the end. docs/ledger.md
 * describes them for whoever reads an export. Ids only: no part knows a name.
 */
export const LedgerPart = z.discriminatedUnion('kind', [
  Book,
  z.strictObject({ kind: z.literal('day'), ...LedgerDay.shape }),
  z.strictObject({ kind: z.literal('heads'), day: LocalDate, page: z.int(), heads: z.array(LedgerHead) }),
  Account,
  z.strictObject({ kind: z.literal('entry'), entry: RawEntry }),
  End,
]);
export type LedgerPart = z.infer<typeof LedgerPart>;
export type BookPart = z.infer<typeof Book>;
export type AccountPart = z.infer<typeof Account>;
export type EndPart = z.infer<typeof End>;
export type RawEntry = z.infer<typeof RawEntry>;

/** Where an export’s days end, sealed. */
export function bookPart(said: Omit<BookPart, 'kind' | 'format' | 'digest'>): BookPart {
  const part = { kind: 'book', format: exportFormat, ...said } as const;
  return { ...part, digest: hashOf(part) };
}

/** The beginning of an account, sealed: that it is this member’s stands in no entry. */
export function accountPart(business: string, said: Omit<AccountPart, 'kind' | 'digest'>): AccountPart {
  const part = { kind: 'account', ...said } as const;
  return { ...part, digest: hashOf({ business, ...part }) };
}

/** The end of an export, sealed. */
export function endPart(business: string, said: Omit<EndPart, 'kind' | 'digest'>): EndPart {
  const part = { kind: 'end', ...said } as const;
  return { ...part, digest: hashOf({ business, ...part }) };
}

/** A part as it stands in a file: one line, keys in order, so that equal parts have equal text. */
export const partText = (part: unknown): string => canonical(part);

/** One name for an account, whoever mentions it. */
export const accountPartId = ({ memberId, ledger }: Pick<AccountPart, 'memberId' | 'ledger'>): string =>
  `${memberId} ${ledger}`;
