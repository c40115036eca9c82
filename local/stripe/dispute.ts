import type Stripe from 'stripe';
import { find, replace } from './books.ts';
import { newDispute } from './objects/dispute.ts';
import { invalid } from './refusal.ts';
import { emit, secondsNow, type Work } from './work.ts';

/** The cardholder's bank takes the money of a charge back. @throws {StripeRefusal} 400 when there is nothing to take. */
export function openDispute(work: Work, charge: Stripe.Charge): Stripe.Dispute {
  if (charge.status !== 'succeeded' || charge.disputed) throw invalid(`${charge.id} cannot be disputed.`);
  const dispute = replace(work.books.disputes, newDispute(charge, secondsNow(work.world)));
  replace(work.books.charges, charge, { disputed: true });
  emit(work, 'charge.dispute.created', dispute);
  return dispute;
}

/** The bank has decided: `won` gives the business its money back. @throws {StripeRefusal} 404, 400 when it is closed. */
export function closeDispute(work: Work, id: string, outcome: 'won' | 'lost'): Stripe.Dispute {
  const dispute = find(work.books.disputes, 'dispute', id);
  if (dispute.status !== 'needs_response') throw invalid(`${id} is closed already.`);
  const before = { status: dispute.status };
  const closed = replace(work.books.disputes, dispute, { status: outcome });
  emit(work, 'charge.dispute.closed', closed, before);
  return closed;
}
