import * as z from 'zod/mini';
import { ChainHead } from './credit-account.ts';
import { hashOf } from './credit-chain.ts';
import { MemberId, Slug } from './ids.ts';
import { LedgerKind } from './ledger-finding.ts';
import { Instant, LocalDate } from './time.ts';

const Hash = ChainHead.shape.hash;

/** The last entry of one ledger of one member, when a day was closed. */
export const LedgerHead = z.strictObject({ memberId: MemberId, ledger: LedgerKind, ...ChainHead.shape });
export type LedgerHead = z.infer<typeof LedgerHead>;

/** The hash that stands before a business's first day. */
export const noRoot = '0'.repeat(64);

/**
 * A business's closed day (invariant C2.9). `root` covers the heads that were new that day and, through `previousRoot`,
 * all that were closed before: a member's newest head, in whichever day it stands, covers her whole chain.
 */
export const LedgerDay = z.strictObject({
  business: Slug,
  /** The local day. A day that was not closed at its end is covered by the next. */
  day: LocalDate,
  closedAt: Instant,
  previousRoot: Hash,
  /** Members who have a ledger. */
  accounts: z.int(),
  /** The heads' own hash, over all pages of them. */
  heads: Hash,
  root: Hash,
});
export type LedgerDay = z.infer<typeof LedgerDay>;

/** The hash over no heads yet: each day's begins from its own place, so that pages cannot be moved between days. */
export const firstHeads = (business: string, day: LocalDate, previousRoot: string): string =>
  hashOf({ business, day, previousRoot });

/** The hash after one more page of heads. */
export const withHeads = (before: string, heads: readonly LedgerHead[]): string => hashOf({ before, heads });

/** The day with its root over everything else that it says. */
export const closeDay = (day: Omit<LedgerDay, 'root'>): LedgerDay => ({ ...day, root: hashOf(day) });
