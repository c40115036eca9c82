import * as z from 'zod/mini';
import { Actor, ChainHead } from './credit-account.ts';
import { hashOf } from './credit-chain.ts';
import { MemberId } from './ids.ts';
import { Currency } from './money.ts';
import { refuseUnless } from './refusal.ts';
import { Instant, LocalDate } from './time.ts';

/**
 * Account credit: money that a member has paid in or was given, in minor units. A ledger of its own, never mixed with
 * the credits of a plan (002-032, rule C11). It does not expire.
 */
export const MoneyAccount = z.strictObject({
  memberId: MemberId,
  currency: Currency,
  balance: z.int().check(z.minimum(0)),
  head: ChainHead,
});
export type MoneyAccount = z.infer<typeof MoneyAccount>;

/**
 * - `TOP_UP` money came in, `ADJUST` staff changed the balance with a reason (may be negative);
 * - `APPLY` an invoice took it, `RETURN` the invoice was not paid after all, or was refunded to the account.
 */
export const MoneyEntryKind = z.enum(['TOP_UP', 'ADJUST', 'APPLY', 'RETURN']);
export type MoneyEntryKind = z.infer<typeof MoneyEntryKind>;

export const MoneyEntry = z.strictObject({
  sequence: z.int().check(z.minimum(1)),
  kind: MoneyEntryKind,
  amount: z.int(),
  reason: z.strictObject({ code: z.string().check(z.maxLength(40)) }),
  actor: Actor,
  causeId: z.string().check(z.maxLength(120)),
  on: LocalDate,
  at: Instant,
  previousHash: ChainHead.shape.hash,
  hash: ChainHead.shape.hash,
});
export type MoneyEntry = z.infer<typeof MoneyEntry>;
export type MoneyDraft = Omit<MoneyEntry, 'sequence' | 'previousHash' | 'hash'>;

export const emptyMoneyAccount = (memberId: string, currency: Currency): MoneyAccount => ({
  memberId,
  currency,
  balance: 0,
  head: { sequence: 0, hash: '0'.repeat(64) },
});

/** What an entry does to the balance, in minor units. */
export const signedAmount = ({ kind, amount }: Pick<MoneyEntry, 'kind' | 'amount'>): number =>
  kind === 'APPLY' ? -amount : amount;

/** The account after one more entry. Refuses `account_credit_too_low` when it would go below zero. */
export function enterMoney(
  account: MoneyAccount,
  draft: MoneyDraft,
): { readonly account: MoneyAccount; readonly entry: MoneyEntry } {
  const balance = account.balance + signedAmount(draft);
  refuseUnless(balance >= 0, 'account_credit_too_low', { available: account.balance });
  const unsealed = { ...draft, sequence: account.head.sequence + 1, previousHash: account.head.hash };
  const entry = { ...unsealed, hash: hashOf(unsealed) };
  return { account: { ...account, balance, head: { sequence: entry.sequence, hash: entry.hash } }, entry };
}

/** The account that entries, in order, add up to. Throws an Error that names the first that was changed or is missing. */
export function replayMoney(memberId: string, currency: Currency, entries: readonly MoneyEntry[]): MoneyAccount {
  let account = emptyMoneyAccount(memberId, currency);
  for (const { hash, ...unsealed } of entries) {
    const { sequence } = unsealed;
    const follows = sequence === account.head.sequence + 1 && unsealed.previousHash === account.head.hash;
    if (!follows) throw new Error(`entry ${sequence} does not follow ${account.head.sequence} of ${memberId}`);
    if (hashOf(unsealed) !== hash) throw new Error(`entry ${sequence} of ${memberId} has been changed`);
    account = { ...account, balance: account.balance + signedAmount(unsealed), head: { sequence, hash } };
  }
  return account;
}
