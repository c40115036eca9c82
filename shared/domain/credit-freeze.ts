import type { CreditAccount } from './credit-account.ts';
import { appendAll } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import type { GrantedCredit } from './invoice.ts';
import { grantsLeft } from './refund-suggestion.ts';

type Grants = readonly Pick<GrantedCredit, 'bucketId'>[];

const bucketsOf = (account: CreditAccount, grants: Grants) =>
  account.buckets.filter(({ bucketId }) => grants.some((grant) => grant.bucketId === bucketId));

/** Puts on hold what is left of the credits that came with a payment; their last day stays (rule C8). */
export function freezeGrants(account: CreditAccount, grants: Grants, occasion: Occasion): CreditDecision {
  const usable = bucketsOf(account, grants).filter(({ available, frozen }) => available > 0 && !frozen);
  return appendAll(
    account,
    usable.map(({ bucketId, available }) => drafted('FREEZE', bucketId, available, 'dispute_opened', occasion)),
  );
}

/** Ends the hold. An empty bucket is freed as well: a visit that is undone later must be usable. */
export function thawGrants(account: CreditAccount, grants: Grants, occasion: Occasion): CreditDecision {
  const held = bucketsOf(account, grants).filter(({ frozen }) => frozen);
  return appendAll(
    account,
    held.map(({ bucketId, available }) => drafted('UNFREEZE', bucketId, available, 'dispute_won', occasion)),
  );
}

/**
 * Takes back what is unused of the credits that came with a payment, on hold or not. What was used stays used, and what
 * staff added to them stays too: never below zero (rule C8).
 */
export function takeBack(
  account: CreditAccount,
  grants: readonly GrantedCredit[],
  code: 'refunded' | 'dispute_lost',
  occasion: Occasion,
): CreditDecision {
  const left = grantsLeft(grants, account.buckets).filter(({ unused }) => unused > 0);
  return appendAll(
    account,
    left.map(({ bucketId, unused }) => drafted('ADJUST', bucketId, -unused, code, occasion)),
  );
}
