import type { Locale } from './business.ts';

/** A country as the locale of a business names it: its law is what members of this business live under. */
export type Country = Locale extends `${string}-${infer Code}` ? Code : never;

export const countryOf = (locale: Locale): Country => locale.slice(3) as Country;

/** Whether something may be offered to who is about to cancel, beside the button that does it (rule K5). */
export type OfferLaw = 'beside_cancel' | 'forbidden';

/**
 * What the law of each country says about offers to those who leave (rule 13), as far as it is known; where nothing is
 * known, the strictest that leaves an offer possible. Reading it is no legal advice.
 */
export const offerLaws = {
  /** California’s renewal law: only where cancelling is prompt and possible on the same screen. */
  US: 'beside_cancel',
  /** The cancellation button leads straight to a page that asks for the cancellation and for nothing else (BGB § 312k). */
  DE: 'forbidden',
  /** Ending a subscription takes no step that is not needed for it (Digital Markets, Competition and Consumers Act). */
  GB: 'forbidden',
  /** No obstacle on the way out (Directive 2023/2673). */
  AT: 'beside_cancel',
  IE: 'beside_cancel',
  AU: 'beside_cancel',
  CA: 'beside_cancel',
  CH: 'beside_cancel',
} as const satisfies Readonly<Record<Country, OfferLaw>>;

/** The owner cannot switch this off. */
export const mayOffer = (locale: Locale): boolean => offerLaws[countryOf(locale)] !== 'forbidden';
