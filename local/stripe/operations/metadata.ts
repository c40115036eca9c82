import type Stripe from 'stripe';

/** Metadata after an update: pairs are added or replaced, an empty value takes its key away, an empty text all of them. */
export function changed(
  before: Stripe.Metadata | null,
  asked: '' | Readonly<Record<string, string>> | undefined,
): Stripe.Metadata {
  if (asked === '') return {};
  return Object.fromEntries(Object.entries({ ...before, ...asked }).filter(([, value]) => value !== ''));
}
