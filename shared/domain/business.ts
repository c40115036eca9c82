import * as z from 'zod/mini';
import { AnswerPromise, defaultAnswerPromise } from './answer-promise.ts';
import { Brand } from './brand.ts';
import { DunningPolicies, defaultDunning, endsAfterLastTry } from './dunning.ts';
import { HandLimits } from './hand-limits.ts';
import { Slug } from './ids.ts';
import { Currency } from './money.ts';
import { defaultPauses, PausePolicies } from './pause-terms.ts';
import { defaultRenewalWindow, RenewalWindow } from './renewal-window.ts';
import { SaveOffer } from './save-offer.ts';
import { Seller } from './seller.ts';
import { TaxRule } from './tax.ts';
import { Email, Line, Lines, Phone, WebAddress } from './text.ts';
import { TimeZone } from './time.ts';

/** Languages that every sentence exists in. */
export const Language = z.enum(['en', 'de']);
export type Language = z.infer<typeof Language>;

/** How dates and money are written. Its language part is one of `Language`. */
export const Locale = z.enum(['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IE', 'de-DE', 'de-AT', 'de-CH']);
export type Locale = z.infer<typeof Locale>;

export const languageOf = (locale: Locale): Language => locale.slice(0, 2) as Language;

/** How to reach the business; every “ask the salon” leads here. At least one of e-mail and phone. */
export const BusinessContact = z
  .strictObject({
    email: z.optional(Email),
    phone: z.optional(Phone),
    website: z.optional(WebAddress),
    address: z.optional(Lines(300)),
  })
  .check(z.refine((contact) => contact.email !== undefined || contact.phone !== undefined, 'an e-mail or a phone'));
export type BusinessContact = z.infer<typeof BusinessContact>;

/** What members may do by themselves; all off until the owner decides (000-026 … 000-032). */
export const FeatureSwitches = z.strictObject({
  memberPauses: z.boolean(),
  memberCancels: z.boolean(),
  memberChangesPlan: z.boolean(),
});
export type FeatureSwitches = z.infer<typeof FeatureSwitches>;

/** Rules with a number in them; defaults from the domain rules, section 19. */
export const Policies = z
  .strictObject({
    /** Days that paid credits stay usable after a failed payment. */
    graceDays: DunningPolicies.shape.graceDays,
    /** Local days after the first try on which an open payment is tried again; the first is 0 (rule D1). */
    retryDays: z._default(DunningPolicies.shape.retryDays, [...defaultDunning.retryDays]),
    /** Days after which a membership that stays unpaid ends. */
    cancelAfterDays: z._default(DunningPolicies.shape.cancelAfterDays, defaultDunning.cancelAfterDays),
    /** While credits rest for an open payment, their last days wait as well; otherwise only what passed meanwhile moves (rule G3). */
    frozenClockStops: z.optional(z.boolean()),
    /** Days before the last day from which a credit counts as “expires soon”. */
    expiresSoonDays: z.int().check(z.minimum(1), z.maximum(60)),
    /** Days before the bill date from which a membership shows “renewal pending”. */
    renewalNoticeDays: z.int().check(z.minimum(1), z.maximum(30)),
  })
  .check(z.refine(endsAfterLastTry, 'ends only after the last attempt'));
export type Policies = z.infer<typeof Policies>;

export const Business = z.strictObject({
  slug: Slug,
  name: Line(80),
  timeZone: TimeZone,
  currency: Currency,
  locale: Locale,
  brand: Brand,
  contact: BusinessContact,
  features: FeatureSwitches,
  policies: Policies,
  /** When renewals are charged, in the business's mornings (rule T3). */
  renewalWindow: z._default(RenewalWindow, defaultRenewalWindow),
  /** By when members’ questions are answered (001-024). */
  answers: z._default(AnswerPromise, defaultAnswerPromise),
  /** How memberships are paused, unless staff agree on something else. */
  pauses: z._default(PausePolicies, defaultPauses),
  /** How much is changed by hand before the owner has to; absent = anything. */
  handLimits: z.optional(HandLimits),
  /** What members are offered beside “Cancel now”, where the law lets it; absent = nothing (rule K5). */
  saveOffer: z.optional(SaveOffer),
  /** How prices are taxed, where no place says otherwise; absent = no tax is shown. */
  tax: z.optional(TaxRule),
  /** Who stands on invoices; the business's name and address unless told. */
  seller: z.optional(Seller),
});
export type Business = z.infer<typeof Business>;

/** A new business before its owner has touched anything. */
export function newBusiness(
  given: Pick<Business, 'slug' | 'name' | 'timeZone' | 'currency' | 'locale' | 'contact'>,
): Business {
  return {
    ...given,
    brand: { colour: '#5b4a3f' },
    features: { memberPauses: false, memberCancels: false, memberChangesPlan: false },
    policies: {
      ...defaultDunning,
      retryDays: [...defaultDunning.retryDays],
      expiresSoonDays: 14,
      renewalNoticeDays: 7,
    },
    renewalWindow: defaultRenewalWindow,
    answers: defaultAnswerPromise,
    pauses: defaultPauses,
  };
}
