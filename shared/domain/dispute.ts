import type { CreditAccount } from './credit-account.ts';
import type { CreditDecision, Occasion } from './credit-decision.ts';
import { freezeGrants, takeBack, thawGrants } from './credit-freeze.ts';
import type { Dispute, Invoice } from './invoice.ts';

/** What a bank says about a payment that its customer disputes. */
export type ReportedDispute = Pick<Dispute, 'disputeId' | 'state'>;

/**
 * The invoice and the credits after a report of a dispute: opened puts the unused units on hold, won frees them, lost
 * takes them back (rule C8). Undefined when the report says nothing new: reports come twice and in any order, and what
 * is decided never opens again. Another dispute of the same payment can follow one that was won.
 */
export function disputed(
  invoice: Invoice,
  account: CreditAccount,
  { disputeId, state }: ReportedDispute,
  occasion: Occasion,
): { readonly invoice: Invoice; readonly credits: CreditDecision } | undefined {
  if (!isNews(invoice.dispute, { disputeId, state })) return undefined;
  const cause = { ...occasion, causeId: disputeId };
  return {
    invoice: { ...invoice, dispute: { disputeId, state, at: occasion.at } },
    credits: consequence[state](account, invoice.grants, cause),
  };
}

function isNews(before: Dispute | undefined, { disputeId, state }: ReportedDispute): boolean {
  if (before === undefined) return true;
  if (before.disputeId === disputeId) return before.state === 'open' && state !== 'open';
  return before.state === 'won' ? state !== 'won' : before.state === 'open' && state === 'lost';
}

const consequence = {
  open: freezeGrants,
  won: thawGrants,
  lost: (account: CreditAccount, grants: Invoice['grants'], occasion: Occasion) =>
    takeBack(account, grants, 'dispute_lost', occasion),
} as const;
