import type { PaymentMode } from '../domain/membership.ts';
import { creditsAfterCancelOf, isCounted, type PlanTerms } from '../domain/plan.ts';
import type { PlanRules } from '../domain/plan-rules.ts';
import type { LocalDate } from '../domain/time.ts';
import type { NamedService } from './describe.ts';
import { commitmentInWords, expiryInWords, introInWords, renewalInWords } from './describe-plan.ts';
import { amountInWords, youPayInWords } from './describe-price.ts';
import { formatDate, formatPrice } from './format.ts';
import type { WayOut } from './plan-words.ts';
import type { TermsTopic } from './terms-words.ts';
import type { Tongue } from './words.ts';

/** A plan with what it means in its business. */
export type RuledPlan = Pick<
  PlanTerms,
  | 'price'
  | 'interval'
  | 'renewal'
  | 'benefits'
  | 'enrolmentFee'
  | 'intro'
  | 'trialDays'
  | 'commitmentPeriods'
  | 'sharing'
  | 'passingOn'
  | 'creditsAfterCancel'
> & { readonly rules: PlanRules };

/** For whom the terms are said. */
export interface TermsFor {
  readonly payment: PaymentMode;
  readonly wayOut: WayOut;
  /** Members choose another plan themselves; otherwise the salon does it. */
  readonly changesPlan?: boolean | undefined;
  /** The day of the last bill of a fixed term, where it is known. */
  readonly lastBill?: LocalDate | undefined;
}

/** What a part of the terms is about, and its sentences. */
export interface TermsPart {
  readonly topic: TermsTopic;
  readonly heading: string;
  readonly sentences: readonly string[];
}

const topics = [
  'price',
  'benefits',
  'others',
  'pause',
  'ending',
  'unpaid',
  'refunds',
] as const satisfies readonly TermsTopic[];

/** The terms of a membership in normal language (001-079), from what the plan says and what the rules make of it. */
export function termsInWords(
  plan: RuledPlan,
  about: TermsFor,
  services: readonly NamedService[],
  tongue: Tongue,
): TermsPart[] {
  const { terms, plans } = tongue.words;
  const { restoredDays } = plan.rules;
  const expiry = expiryInWords(plan, services, tongue);
  const said: Readonly<Record<TermsTopic, readonly string[]>> = {
    price: priceOf(plan, about, tongue),
    benefits: [...expiry, ...(expiry.length === 0 ? [] : [terms.restored(restoredDays)])],
    others: othersOf(plan, tongue),
    pause: pauseOf(plan, tongue),
    ending: [
      renewalInWords(plan, tongue),
      ...commitmentInWords(plan, tongue),
      plans.end[about.wayOut],
      plans.change[about.changesPlan ? 'online' : 'salon'],
      ...(expiry.length === 0 ? [] : [terms.afterCancel(creditsAfterCancelOf(plan))]),
      terms.undoCancellation,
    ],
    unpaid: [...unpaidOf(plan, about, tongue), ...(expiry.length === 0 ? [] : [givenBackOf(plan, tongue)])],
    refunds: expiry.length === 0 ? [] : [terms.refund, terms.refundUsed],
  };
  return topics
    .map((topic) => ({ topic, heading: terms.heading[topic], sentences: said[topic] }))
    .filter(({ sentences }) => sentences.length > 0);
}

function priceOf(plan: RuledPlan, { payment, lastBill }: TermsFor, tongue: Tongue): string[] {
  const { plans, terms } = tongue.words;
  const { enrolmentFee, trialDays, rules } = plan;
  const announced = payment === 'card' ? rules.announced : [];
  return [
    youPayInWords(plan, rules, tongue),
    ...(trialDays === undefined ? [] : [plans.trial(trialDays, rules.trialIsFree ?? true)]),
    ...introInWords(plan, rules.tax, tongue),
    ...(enrolmentFee === undefined ? [] : [plans.enrolmentFee(amountInWords(enrolmentFee, rules.tax, tongue))]),
    ...termInWords(plan, lastBill, tongue),
    ...announced.map(({ bill, days }) => terms.announced[bill](days)),
  ];
}

/** “Three payments of €129, together €387, the last on 3 March 2027.” Nothing of a plan that renews. */
export function termInWords(
  { price, rules: { term } }: Pick<PlanTerms, 'price'> & { readonly rules: Pick<PlanRules, 'term'> },
  lastBill: LocalDate | undefined,
  { locale, words }: Tongue,
): string[] {
  if (term === undefined) return [];
  const said = (amount: number) => formatPrice({ ...price, amount }, locale);
  const groups = term.groups.map(({ count, amount }) => ({ count, amount: said(amount) }));
  const lastOn = lastBill === undefined ? undefined : formatDate(lastBill, locale);
  return [words.terms.term(groups, term.count, said(term.total), lastOn)];
}

function othersOf({ sharing, passingOn, interval, rules }: RuledPlan, { words: { terms } }: Tongue): string[] {
  return [
    ...(sharing === undefined ? [] : [terms.sharing(sharing, interval)]),
    ...(passingOn === undefined ? [] : [terms.passingOn(passingOn.unitsPerPeriod, interval, rules.takeBackHours)]),
  ];
}

function pauseOf({ price, benefits: included, rules: { pause } }: RuledPlan, { locale, words }: Tongue): string[] {
  const { terms, pauses } = words;
  const { dates, benefits, fee, lengthensAgreed, lengthensTerm } = pause;
  const answer = (isSo: boolean) => (isSo ? 'yes' : 'no');
  return [
    terms.pause(pause),
    terms.pauseDates[dates],
    ...(included.some(isCounted) ? [terms.pauseBenefits[benefits]] : []),
    // Whatever becomes of credits: what is always included waits in every pause (rule P3).
    ...(included.every(isCounted) ? [] : [pauses.discountsRest]),
    ...(fee === undefined ? [] : [terms.pauseFee[fee.per](formatPrice({ ...price, amount: fee.amount }, locale))]),
    ...(lengthensAgreed === undefined ? [] : [terms.lengthensAgreed[answer(lengthensAgreed)]]),
    ...(lengthensTerm === undefined ? [] : [terms.lengthensTerm[answer(lengthensTerm)]]),
  ];
}

const givenBackOf = ({ rules: { unpaid } }: RuledPlan, { words: { terms } }: Tongue): string =>
  terms.givenBack[unpaid.clockStops ? 'all' : 'ranOut'](unpaid.givenBackDays);

function unpaidOf({ rules: { unpaid } }: RuledPlan, { payment }: TermsFor, { words: { terms } }: Tongue): string[] {
  const { triesAfterDays, usableDays, endsAfterDays, cancellingVoids } = unpaid;
  if (payment === 'at_the_desk') return [terms.unpaidAtDesk(usableDays), terms.noSecondBill];
  return [
    terms.declined(triesAfterDays),
    terms.usableWhileUnpaid(usableDays),
    terms.noSecondBill,
    terms.endsUnpaid(endsAfterDays),
    ...(cancellingVoids ? [terms.cancellingVoids] : []),
  ];
}
