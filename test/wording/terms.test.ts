import { describe, expect, test } from '@jest/globals';
import { noticesBefore } from '../../shared/domain/billing-notice.ts';
import { nextBillingAction } from '../../shared/domain/billing-schedule.ts';
import { type FeatureSwitches, Language, newBusiness, type Policies } from '../../shared/domain/business.ts';
import { addDays, billDate, daysBetween, periodAt } from '../../shared/domain/calendar.ts';
import { cancel } from '../../shared/domain/cancellation.ts';
import { emptyAccount } from '../../shared/domain/credit-account.ts';
import { grantPeriod } from '../../shared/domain/credit-period.ts';
import { passOn } from '../../shared/domain/credit-transfer.ts';
import { redeem, undoRedemption } from '../../shared/domain/credit-use.ts';
import { accessOn } from '../../shared/domain/dunning.ts';
import { type Cancelled, endingCredits } from '../../shared/domain/ending-credits.ts';
import { giveFrozenDaysBack } from '../../shared/domain/frozen-days.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { enrolmentOffer } from '../../shared/domain/online-enrolment.ts';
import { afterPause, agreeOnPause } from '../../shared/domain/pause.ts';
import { bookPause } from '../../shared/domain/pause-books.ts';
import { scheduleOf } from '../../shared/domain/pause-schedule.ts';
import type { PausePolicies } from '../../shared/domain/pause-terms.ts';
import { periodLines, totalOf } from '../../shared/domain/period-invoice.ts';
import { type PlanVersion, priceOfPeriod } from '../../shared/domain/plan.ts';
import { planRules } from '../../shared/domain/plan-rules.ts';
import { isLetDo } from '../../shared/domain/self-service.ts';
import { leftToShare, shareWith } from '../../shared/domain/sharing.ts';
import type { TaxRule } from '../../shared/domain/tax.ts';
import { lastBillDate } from '../../shared/domain/term-payments.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { priceInWords } from '../../shared/wording/describe-price.ts';
import { type TermsFor, termInWords, termsInWords } from '../../shared/wording/describe-terms.ts';
import { formatList, formatPrice } from '../../shared/wording/format.ts';
import type { TermsTopic } from '../../shared/wording/terms-words.ts';
import { tongueOf } from '../../shared/wording/words.ts';

const serviceId = 'svc_00000000000000000000000001';
const services = [{ serviceId, name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' }];
const euro = (amount: number) => ({ amount, currency: 'EUR' as const });
const base: PlanVersion = {
  planId: 'pln_00000000000000000000000001',
  version: 1,
  name: 'Glow',
  tier: 'Gold',
  price: euro(12900),
  interval: { unit: 'month', count: 1 },
  benefits: [{ kind: 'visits', key: 'facial', serviceIds: [serviceId], units: 2 }],
  visitAllowance: 2,
  renewal: { kind: 'until_cancelled' },
  offered: true,
};
const business = newBusiness({
  slug: 'lindenhof',
  name: 'Lindenhof',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'en-IE',
  contact: { email: 'hello@example.com' },
});
const today = '2026-03-01';

/** Everything that an owner can set and that the terms speak of. */
interface Configured {
  readonly plan: PlanVersion;
  readonly policies: Policies;
  readonly pauses: PausePolicies;
  readonly features: FeatureSwitches;
  readonly tax: TaxRule | undefined;
}
const { policies, pauses, features } = business;
const usual: Configured = { plan: base, policies, pauses, features, tax: undefined };
const withPlan = (change: Partial<PlanVersion>): Configured => ({ ...usual, plan: { ...base, ...change } });
const withPolicies = (change: Partial<Policies>): Configured => ({
  ...usual,
  policies: { ...policies, ...change },
});
const withPauses = (change: Partial<PausePolicies>): Configured => ({ ...usual, pauses: { ...pauses, ...change } });

const tongue = tongueOf('en', 'en-IE');
const card: TermsFor = { payment: 'card', wayOut: 'online' };
const termsOf = ({ plan, tax, ...decided }: Configured, about: TermsFor = card, language: Language = 'en') =>
  termsInWords(
    { ...plan, rules: planRules(plan, decided, tax) },
    about,
    services,
    language === 'en' ? tongue : tongueOf(language, 'de-DE'),
  );
const said = (configured: Configured, topic: TermsTopic): string =>
  termsOf(configured)
    .find((part) => part.topic === topic)
    ?.sentences.join(' ') ?? '';

const joined = ({ plan }: Configured): Membership =>
  enrol({
    ...{ membershipId: 'msh_00000000000000000000000001', memberId: 'mbr_00000000000000000000000001' },
    ...{ plan, startsOn: today, today, at: Date.parse('2026-03-01T12:00:00Z'), existing: [], payment: 'card' as const },
  });
const billed = ({ plan, tax }: Configured, index: number): number =>
  totalOf(periodLines(plan, periodAt({ date: today, interval: plan.interval }, index), tax));
const price = (amount: number) => formatPrice(euro(amount), tongue.locale);

/** The days on which something is done about a bill that is not paid, and the one on which it ends, asked of the engine. */
function daysOfDunning(configured: Configured): { readonly tries: number[]; readonly end: number } {
  const { plan, policies } = configured;
  const member = { ...joined(configured), status: 'past_due' as const };
  const due = {
    invoiceId: 'i.0',
    period: member.period,
    since: today,
    amount: 1,
    attempts: 1,
    declineClass: 'soft' as const,
  };
  const dayOf = (at: Instant) => Math.round((at - Date.parse(`${today}T06:00:00Z`)) / 86_400_000);
  const tries: number[] = [];
  for (let step = 0; ; ) {
    const day = addDays(today, step);
    const next = nextBillingAction(
      { ...member, due: { ...due, step } },
      { plan, business: { ...business, policies } },
      day,
    );
    if (next?.kind !== 'charge') return { tries, end: next === undefined ? -1 : dayOf(next.at) };
    step = next.step?.day ?? step;
    tries.push(step);
  }
}

const visits = (rollover?: object): PlanVersion['benefits'] => [
  { kind: 'visits', key: 'facial', serviceIds: [serviceId], units: 4, ...(rollover === undefined ? {} : { rollover }) },
];
const sales: TaxRule = { name: 'Sales tax', basisPoints: 1000, mode: 'exclusive' };
const occasionOn = (day: string) => ({ actor: { kind: 'operator' as const }, causeId: 'test', today: day, at: 0 });
const granted = (configured: Configured) =>
  grantPeriod(emptyAccount('m'), joined(configured), configured.plan, occasionOn(today));
const lastDays = (configured: Configured): string => {
  const { account } = granted(configured);
  return account.buckets.map(({ available, expiresOn }) => `${available} ${expiresOn ?? 'never'}`).join();
};

/** The membership with the shortest pause that the next bill falls into, as a member may ask for it. */
const paused = (each: Configured, days = each.pauses.minDays, past = 0): Membership => {
  const member = { ...joined({ ...each, plan: withoutTrial(each.plan) }), pauses: pastPauses(past) };
  const from = addDays(member.period.end, -1);
  const { dates, benefits } = each.pauses;
  return agreeOnPause(
    member,
    { from, lastDay: addDays(from, days - 1), dates, benefits, by: 'member', beyondLimits: false },
    { policies: each.pauses, plan: each.plan, today, at: 0 },
  );
};
const withoutTrial = ({ trialDays: _, ...plan }: PlanVersion): PlanVersion => plan;
const pastPauses = (count: number) =>
  Array.from({ length: count }, () => ({ from: '2026-01-05', until: '2026-01-15', by: 'member' as const }));
const isRefused = (decide: () => unknown): boolean => {
  try {
    decide();
    return false;
  } catch {
    return true;
  }
};
const firstRefused = (decide: (count: number) => unknown): number => {
  let count = 1;
  while (!isRefused(() => decide(count))) count += 1;
  return count;
};

const shortestPause = (each: Configured): number => {
  let days = 1;
  while (isRefused(() => paused(each, days))) days += 1;
  return days;
};
const longestPause = (each: Configured): number =>
  firstRefused((more) => paused(each, each.pauses.minDays + more)) - 1 + each.pauses.minDays;
const feeOfPause = (each: Configured, days?: number): number => afterPause(paused(each, days)).pauseFee ?? 0;

/** The last day of what is left once the pause is in the books. */
function lastDayInPause(each: Configured): string | undefined {
  const member = paused(each);
  return bookPause(member, granted(each).account, occasionOn(member.pause?.from ?? today)).credits.account.buckets[0]
    ?.expiresOn;
}

/** The last day of what is left after ten days of rest that do not touch it. */
function lastDayAfterRest({ policies: { frozenClockStops = false }, ...each }: Configured): string | undefined {
  const { account } = granted({ ...each, policies });
  const { membershipId } = joined({ ...each, policies });
  const rest = { membershipId, from: addDays(today, 5), expired: [], clockStops: frozenClockStops };
  return giveFrozenDaysBack(account, rest, occasionOn(addDays(today, 15))).account.buckets[0]?.expiresOn;
}

function mostToShareWith({ plan }: Configured): number {
  let member = joined({ ...usual, plan });
  return (
    firstRefused((count) => {
      member = shareWith(member, plan, `mbr_${count}`, today);
    }) - 1
  );
}

function mostToPassOn(each: Configured): number {
  const { account: giver } = granted(each);
  const [bucket] = giver.buckets;
  const asked = { bucketId: bucket?.bucketId ?? '', newBucketId: 'b', membership: joined(each), plan: each.plan };
  const pass = (units: number) =>
    passOn({ giver, receiver: emptyAccount('other') }, { ...asked, units, passed: 0 }, occasionOn(today));
  return firstRefused(pass) - 1;
}

/** What is left after a cancellation that has come, with its last days. */
const leftAfterCancelling = (each: Configured): string => {
  const member = cancel(joined(each), { when: 'period_end' }, today, each.plan);
  const { account } = granted(each);
  const paidBack = new Map(account.buckets.map(({ bucketId, available }) => [bucketId, available]));
  const refunded = each.plan.creditsAfterCancel?.kind === 'refund_unused' ? paidBack : new Map();
  return endingCredits(account, member as Cancelled, refunded, member.cancelOn ?? today)
    .map(({ units, fate }) => `${units} ${JSON.stringify(fate)}`)
    .join();
};

/** What is set, where it is said, what the engine makes of it, and the part of a sentence that says exactly that. */
const settings: readonly {
  readonly name: string;
  readonly topic: TermsTopic;
  readonly one: Configured;
  readonly other: Configured;
  readonly does: (configured: Configured) => unknown;
  readonly says?: (configured: Configured) => string;
}[] = [
  {
    name: 'the price',
    topic: 'price',
    one: usual,
    other: withPlan({ price: euro(9900) }),
    does: (each) => billed(each, 1),
    says: (each) => `You pay ${price(billed(each, 1))} every month`,
  },
  {
    name: 'the tax that is added',
    topic: 'price',
    one: usual,
    other: { ...usual, tax: sales },
    does: (each) => billed(each, 1),
    says: (each) => `You pay ${price(billed(each, 1))} every month`,
  },
  {
    name: 'how often it is billed',
    topic: 'price',
    one: usual,
    other: withPlan({ interval: { unit: 'week', count: 2 } }),
    does: ({ plan }) => billDate({ date: today, interval: plan.interval }, 1),
  },
  {
    name: 'the introductory price',
    topic: 'price',
    one: withPlan({ intro: { price: euro(4900), periods: 2 } }),
    other: withPlan({ intro: { price: euro(4900), periods: 3 } }),
    does: ({ plan }) => [0, 1, 2, 3].map((index) => priceOfPeriod(plan, index).amount),
  },
  {
    name: 'the joining fee',
    topic: 'price',
    one: withPlan({ enrolmentFee: euro(2500) }),
    other: withPlan({ enrolmentFee: euro(3500) }),
    does: (each) => billed(each, 0),
    says: (each) => `A joining fee of ${price(billed(each, 0) - billed(each, 1))} `,
  },
  {
    name: 'the days of a trial',
    topic: 'price',
    one: withPlan({ trialDays: 14 }),
    other: withPlan({ trialDays: 30 }),
    does: (each) => enrolmentOffer(each.plan, today, undefined).nextBill?.on,
    says: (each) => {
      const on = enrolmentOffer(each.plan, today, undefined).nextBill?.on ?? today;
      return `The first ${daysBetween(today, on)} days are a trial`;
    },
  },
  {
    name: 'whether a trial can be left for nothing',
    topic: 'price',
    one: withPlan({ trialDays: 14 }),
    other: withPlan({ trialDays: 14, commitmentPeriods: 6 }),
    does: (each) =>
      cancel(joined(each), { when: 'period_end' }, today, each.plan).cancelOn === joined(each).anchor.date,
  },
  {
    name: 'the number of payments',
    topic: 'price',
    one: withPlan({ renewal: { kind: 'fixed_term', periods: 3 } }),
    other: withPlan({ renewal: { kind: 'fixed_term', periods: 6 } }),
    does: (each) => joined(each).lastDay,
    says: (each) => {
      const last = addDays(joined(each).lastDay ?? today, 1);
      let count = 0;
      while (billDate({ date: today, interval: each.plan.interval }, count) < last) count += 1;
      return `${count === 3 ? 'Three' : 'Six'} payments of €129, together ${price(count * 12900)}.`;
    },
  },
  {
    name: 'bills that are announced',
    topic: 'price',
    one: usual,
    other: withPlan({ interval: { unit: 'year', count: 1 } }),
    does: (each) =>
      noticesBefore(joined(each), { plan: each.plan, nextPlan: each.plan }, undefined, 'Europe/Berlin').map(
        ({ at, billDate: on }) => daysBetween(new Date(at).toISOString().slice(0, 10), on),
      ),
  },
  {
    name: 'what a trial leaves time to announce',
    topic: 'price',
    one: withPlan({ trialDays: 14 }),
    other: withPlan({ trialDays: 30 }),
    does: (each) =>
      noticesBefore(joined(each), { plan: each.plan, nextPlan: each.plan }, undefined, 'Europe/Berlin').length,
    says: (each) =>
      noticesBefore(joined(each), { plan: each.plan, nextPlan: each.plan }, undefined, 'Europe/Berlin').length === 1
        ? 'by e-mail, 5 days before'
        : 'by e-mail, 20 and 5 days before',
  },
  {
    name: 'whether unused visits are kept',
    topic: 'benefits',
    one: withPlan({ benefits: visits() }),
    other: withPlan({ benefits: visits({ maxAgePeriods: 1 }) }),
    does: lastDays,
  },
  {
    name: 'for how long unused visits are kept',
    topic: 'benefits',
    one: withPlan({ benefits: visits({ maxAgePeriods: 1 }) }),
    other: withPlan({ benefits: visits({ maxAgePeriods: 2 }) }),
    does: lastDays,
  },
  {
    name: 'how many of them',
    topic: 'benefits',
    one: withPlan({ benefits: visits({ maxAgePeriods: 1 }) }),
    other: withPlan({ benefits: visits({ maxAgePeriods: 1, maxPercent: 50 }) }),
    does: lastDays,
  },
  {
    name: 'with how many it is shared',
    topic: 'others',
    one: withPlan({ sharing: { people: 1 } }),
    other: withPlan({ sharing: { people: 3 } }),
    does: mostToShareWith,
    says: (each) => (mostToShareWith(each) === 1 ? 'with up to one other person' : 'with up to three other people'),
  },
  {
    name: 'how much each of them may use',
    topic: 'others',
    one: withPlan({ sharing: { people: 2, unitsPerPeriod: 1 } }),
    other: withPlan({ sharing: { people: 2, unitsPerPeriod: 2 } }),
    does: ({ plan }) => leftToShare(plan, 0),
    says: ({ plan }) => `each with up to ${leftToShare(plan, 0) === 1 ? 'one visit' : 'two visits'} a month`,
  },
  {
    name: 'how many visits can be given away',
    topic: 'others',
    one: withPlan({ passingOn: { unitsPerPeriod: 1 } }),
    other: withPlan({ passingOn: { unitsPerPeriod: 2 } }),
    does: mostToPassOn,
    says: (each) => `give up to ${mostToPassOn(each) === 1 ? 'one visit' : 'two visits'} a month`,
  },
  {
    name: 'who pauses',
    topic: 'pause',
    one: usual,
    other: { ...usual, features: { ...features, memberPauses: true } },
    does: (each) => isLetDo('pause', joined(each), each.features),
    says: (each) =>
      isLetDo('pause', joined(each), each.features) ? 'You can pause the membership online' : 'The salon can pause',
  },
  {
    name: 'the shortest pause',
    topic: 'pause',
    one: usual,
    other: withPauses({ minDays: 10 }),
    does: (each) => shortestPause(each),
    says: (each) => (shortestPause(each) === 7 ? 'seven to 90 days' : 'ten to 90 days'),
  },
  {
    name: 'the longest pause',
    topic: 'pause',
    one: usual,
    other: withPauses({ maxDays: 30 }),
    does: (each) => longestPause(each),
    says: (each) => `to ${longestPause(each)} days at a time`,
  },
  {
    name: 'how often it is paused',
    topic: 'pause',
    one: usual,
    other: withPauses({ perYear: 1 }),
    does: (each) => firstRefused((past) => paused(each, each.pauses.minDays, past)),
    says: (each) =>
      `up to ${firstRefused((past) => paused(each, each.pauses.minDays, past)) === 1 ? 'once' : 'twice'} in twelve`,
  },
  {
    name: 'what a pause does to the bills',
    topic: 'pause',
    one: usual,
    other: withPauses({ dates: 'keep' }),
    does: (each) => scheduleOf(paused(each))?.period,
    says: (each) => {
      const isLaterByItsDays = scheduleOf(paused(each))?.period.end === addDays(joined(each).period.end, 7);
      return isLaterByItsDays ? 'comes as many days later' : 'bills that fall into it are left out';
    },
  },
  {
    name: 'what a pause does to what is left',
    topic: 'pause',
    one: usual,
    other: withPauses({ benefits: 'usable' }),
    does: lastDayInPause,
    says: (each) =>
      lastDayInPause(each) === addDays(joined(each).period.end, -1 + 7)
        ? 'can be used for as many days longer'
        : 'can be used during the pause as well; last days stay',
  },
  {
    name: 'what a pause costs',
    topic: 'pause',
    one: withPauses({ fee: { amount: 1000, per: 'pause' } }),
    other: withPauses({ fee: { amount: 1500, per: 'pause' } }),
    does: feeOfPause,
    says: (each) => `A pause costs ${price(feeOfPause(each))}, which the next bill adds`,
  },
  {
    name: 'how often it costs that',
    topic: 'pause',
    one: withPauses({ fee: { amount: 1000, per: 'pause' } }),
    other: withPauses({ fee: { amount: 1000, per: 'period' } }),
    does: (each) => feeOfPause(each, 90),
    says: (each) => (feeOfPause(each, 90) === 1000 ? 'costs €10, which' : 'costs €10 for each bill'),
  },
  {
    name: 'whether a pause makes the least time longer',
    topic: 'pause',
    one: withPlan({ commitmentPeriods: 3 }),
    other: withPlan({ commitmentPeriods: 3, pausesExtendCommitment: true }),
    does: (each) => scheduleOf(paused(each))?.committedUntil,
    says: (each) =>
      scheduleOf(paused(each))?.committedUntil === joined(each).committedUntil
        ? 'goes on during a pause'
        : 'becomes longer by a pause',
  },
  {
    name: 'whether a pause makes the term longer',
    topic: 'pause',
    one: withPlan({ renewal: { kind: 'fixed_term', periods: 3 } }),
    other: {
      ...withPlan({ renewal: { kind: 'fixed_term', periods: 3 } }),
      pauses: { ...pauses, dates: 'keep' },
    },
    does: (each) => scheduleOf(paused(each))?.lastDay,
    says: (each) =>
      scheduleOf(paused(each))?.lastDay === joined(each).lastDay
        ? 'The end of the membership stays'
        : 'The end of the membership comes later',
  },
  {
    name: 'what becomes of what is left after cancelling',
    topic: 'ending',
    one: withPlan({ benefits: visits({ maxAgePeriods: 2 }) }),
    other: withPlan({ benefits: visits({ maxAgePeriods: 2 }), creditsAfterCancel: { kind: 'until_period_end' } }),
    does: leftAfterCancelling,
    says: (each) =>
      leftAfterCancelling(each).includes(`"until":"${addDays(joined(each).period.end, -1)}"`)
        ? 'until the end of the period that is paid; then it expires'
        : 'you can still use what is left until its last day',
  },
  {
    name: 'how long it can be used after the end',
    topic: 'ending',
    one: withPlan({ creditsAfterCancel: { kind: 'grace_days', days: 5 } }),
    other: withPlan({ creditsAfterCancel: { kind: 'grace_days', days: 30 } }),
    does: leftAfterCancelling,
    says: (each) => {
      const end = addDays(joined(each).period.end, -1);
      const isFive = leftAfterCancelling(each).includes(`"until":"${addDays(end, 5)}"`);
      return `${isFive ? 'five' : '30'} days after the last day of the membership`;
    },
  },
  {
    name: 'whether it is paid back',
    topic: 'ending',
    one: usual,
    other: withPlan({ creditsAfterCancel: { kind: 'refund_unused' } }),
    does: leftAfterCancelling,
    says: (each) => (leftAfterCancelling(each).includes('refunded') ? 'is unused is paid back' : 'until its last day'),
  },
  {
    name: 'what the days of rest give back',
    topic: 'unpaid',
    one: usual,
    other: withPolicies({ frozenClockStops: true }),
    does: lastDayAfterRest,
    says: (each) =>
      lastDayAfterRest(each) === addDays(joined(each).period.end, -1)
        ? 'What reaches its last day while it rests'
        : 'every last day comes as many days later as it rested, up to 30',
  },
  {
    name: 'the least time',
    topic: 'ending',
    one: withPlan({ commitmentPeriods: 3 }),
    other: withPlan({ commitmentPeriods: 6 }),
    does: (each) => cancel(joined(each), { when: 'period_end' }, today, each.plan).cancelOn,
  },
  {
    name: 'whether it ends by itself',
    topic: 'ending',
    one: usual,
    other: withPlan({ renewal: { kind: 'fixed_term', periods: 3 } }),
    does: (each) => joined(each).lastDay,
  },
  {
    name: 'the days on which a card is tried again',
    topic: 'unpaid',
    one: usual,
    other: withPolicies({ retryDays: [0, 2, 9] }),
    does: (each) => daysOfDunning(each).tries,
    says: (each) => {
      const { tries } = daysOfDunning(each);
      return `try again ${formatList(tries.map(String), 'en', 'conjunction')} days after the bill date`;
    },
  },
  {
    name: 'the days of grace',
    topic: 'unpaid',
    one: usual,
    other: withPolicies({ graceDays: 3 }),
    does: ({ policies }) =>
      Array.from({ length: 40 }, (_, day) => accessOn(today, addDays(today, day), policies)).indexOf('frozen'),
    says: ({ policies }) => {
      const days = Array.from({ length: 40 }, (_, day) => accessOn(today, addDays(today, day), policies));
      return `can be used until ${days.indexOf('frozen') - 1 === 7 ? 'seven' : 'three'} days after the bill date`;
    },
  },
  {
    name: 'the day on which an unpaid membership ends',
    topic: 'unpaid',
    one: usual,
    other: withPolicies({ cancelAfterDays: 45 }),
    does: (each) => daysOfDunning(each).end,
    says: (each) => `If it stays unpaid for ${daysOfDunning(each).end} days, the membership ends`,
  },
];

// 001-079, 001-084: nobody can be told what is not done.
describe.each(settings)('$name', ({ topic, one, other, does, says }) => {
  test('changes what happens and what is said, together', () => {
    expect(does(one)).not.toEqual(does(other));
    for (const language of Language.options) {
      const [before, after] = [one, other].map((each) => JSON.stringify(termsOf(each, card, language)));
      expect(before).not.toBe(after);
    }
    expect(said(one, topic)).not.toBe(said(other, topic));
  });

  test('is said as it is done', () => {
    for (const each of [one, other]) expect(said(each, topic)).toContain(says?.(each) ?? '');
  });
});

const oneDay: PausePolicies = {
  ...{ dates: 'keep', benefits: 'usable', minDays: 1, maxDays: 1, perYear: 1 },
  fee: { amount: 1, per: 'period' },
};

describe('what is the same for every plan', () => {
  test('a visit that is given back can be used for as long as is said', () => {
    const occasion = { actor: { kind: 'operator' as const }, causeId: 'test', today: '2026-03-31', at: 0 };
    const { account } = grantPeriod(emptyAccount('m'), joined(usual), base, occasion);
    const used = redeem(account, { kind: 'visits', serviceId, units: 1 }, occasion);
    const [entry] = used.entries;
    if (!entry) throw new Error('a visit was used');
    const back = undoRedemption(used.account, entry, occasion).account.buckets[0]?.expiresOn ?? '';
    expect(said(usual, 'benefits')).toContain(`for at least ${daysBetween('2026-03-31', back)} days`);
  });

  test('cancelling while a bill is open ends it at once, as is said', () => {
    const member = joined(usual);
    const due = { invoiceId: 'i.0', period: member.period, since: today, amount: 1, step: 0, attempts: 1 };
    const after = cancel(
      { ...member, status: 'past_due', due: { ...due, declineClass: 'soft' } },
      { when: 'period_end' },
      today,
      base,
    );
    expect(after.cancelOn).toBe(today);
    expect(said(usual, 'unpaid')).toContain('the membership ends at once and the bill is no longer due');
  });

  test('what is always included waits in every pause, and that is said where there is any', () => {
    const discount = { kind: 'discount' as const, key: 'off', serviceIds: [], percent: 10 };
    const waits = 'Discounts and what is always included wait until the pause is over.';
    const both = withPlan({ benefits: [...visits(), discount] });
    for (const pausing of [both, { ...both, pauses: { ...pauses, benefits: 'usable' as const } }])
      expect(said(pausing, 'pause')).toContain(waits);
    expect(said(usual, 'pause')).not.toContain(waits);
    const only = said(withPlan({ benefits: [discount] }), 'pause');
    expect(only).toContain(waits);
    expect(only).not.toContain('What you have rests');
  });

  test('who pays at the salon is not told about cards', () => {
    const text = JSON.stringify(termsOf(usual, { payment: 'at_the_desk', wayOut: 'salon' }));
    expect(text).not.toMatch(/card|bank/);
    expect(text).toContain('seven days after the bill date');
  });

  test.each(Language.options)(
    '%s: every part has a heading and whole sentences, and no word that needs a lawyer',
    (language) => {
      const everything = withPlan({
        ...{ trialDays: 1, intro: { price: euro(0), periods: 1 }, enrolmentFee: euro(100), commitmentPeriods: 1 },
        ...{ interval: { unit: 'year', count: 1 }, renewal: { kind: 'fixed_term', periods: 2 } },
        ...{ sharing: { people: 1, unitsPerPeriod: 1 }, passingOn: { unitsPerPeriod: 1 } },
        creditsAfterCancel: { kind: 'grace_days', days: 1 },
      });
      for (const each of [usual, everything, withPolicies({ graceDays: 0, retryDays: [0] }), withPauses(oneDay)]) {
        const parts = termsOf({ ...each, tax: sales }, card, language);
        expect(parts.map(({ topic }) => topic)).toEqual([
          ...['price', 'benefits', ...(each === everything ? ['others'] : [])],
          ...['pause', 'ending', 'unpaid', 'refunds'],
        ]);
        for (const { heading, sentences } of parts) {
          expect(heading).toMatch(/^\p{Lu}/u);
          for (const sentence of sentences) {
            expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
            expect(sentence).not.toMatch(/undefined|\bone days\b|shall|hereby|liab|gemäß|hiermit|1 Tage\b/i);
          }
        }
      }
    },
  );
});

describe('a price is said with its tax, the same way everywhere', () => {
  const vat: TaxRule = { name: 'MwSt.', basisPoints: 1900, mode: 'inclusive' };
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  const german = tongueOf('de', 'de-DE');

  test.each([
    [sales, '€129 a month plus tax', '129 € im Monat zzgl. Sales tax'],
    [vat, '€129 a month, tax included', '129 € im Monat inkl. MwSt.'],
    [undefined, '€129 a month', '129 € im Monat'],
  ] as const)('%j', (tax, en, de) => {
    expect(priceInWords(base, tax, tongue)).toBe(en);
    expect(plain(priceInWords(base, tax, german))).toBe(de);
  });

  test('and the sentence names what is paid in the end', () => {
    expect(said({ ...usual, tax: sales }, 'price')).toContain(
      'You pay €141.90 every month: €129 plus tax (Sales tax 10%).',
    );
    expect(said({ ...usual, tax: vat }, 'price')).toContain('You pay €129 every month, tax included (MwSt. 19%).');
  });
});

describe('a membership that ends by itself', () => {
  // Rules P1, P2: the last bill is where the engine makes it.
  test.each(['shift', 'keep'] as const)(
    'with a pause that does “%s”, names the day on which the last bill comes',
    (dates) => {
      const each = { ...withPlan({ renewal: { kind: 'fixed_term', periods: 3 } }), pauses: { ...pauses, dates } };
      for (const days of [7, 30, 45, 90]) {
        for (const member of [paused(each, days), afterPause(paused(each, days))]) {
          const { anchor, period, lastDay = '' } = afterPause(member);
          const bills: string[] = [joined(each).period.start];
          for (let { index } = period; billDate(anchor, index + 1) <= lastDay; index += 1)
            bills.push(billDate(anchor, index + 1));
          if (period.end <= lastDay) expect(lastBillDate(member)).toBe(bills.at(-1));
        }
        expect(lastBillDate(paused(each, days))).toBe(
          afterPause(paused(each, days)).period.end <= (afterPause(paused(each, days)).lastDay ?? '')
            ? lastBillDate(afterPause(paused(each, days)))
            : today,
        );
      }
      const { pause, ...open } = paused(each);
      if (pause?.until === undefined) throw new Error('it has an end');
      const { until: _, ...endless } = pause;
      expect(lastBillDate({ ...open, pause: endless })).toBeUndefined();
    },
  );

  const term = (change: Partial<PlanVersion>, lastBill?: string, language: Language = 'en', tax?: TaxRule) => {
    const plan = { ...base, renewal: { kind: 'fixed_term' as const, periods: 3 }, ...change };
    const rules = planRules(plan, business, tax);
    return termInWords({ ...plan, rules }, lastBill, language === 'en' ? tongue : tongueOf(language, 'de-DE'))[0];
  };

  test('names its payments, their sum and the day of the last', () => {
    expect(term({}, '2026-05-01')).toBe('Three payments of €129, together €387, the last on 1 May 2026.');
    expect(term({}, '2026-05-01', 'de')?.replace(/\u00a0/g, ' ')).toBe(
      'Drei Zahlungen von 129 €, zusammen 387 €, die letzte am 1. Mai 2026.',
    );
    expect(term({ enrolmentFee: euro(2500), intro: { price: euro(9900), periods: 2 } })).toBe(
      'One payment of €124, then one of €99, then one of €129: three payments, together €352.',
    );
    expect(term({ renewal: { kind: 'fixed_term', periods: 1 } })).toBe('One payment of €129 in all.');
  });

  test('adds up to what is billed, tax and rounding included', () => {
    for (const tax of [undefined, sales, { ...sales, basisPoints: 888 }]) {
      for (const change of [{}, { enrolmentFee: euro(2555) }, { intro: { price: euro(4999), periods: 2 } }]) {
        const each = { ...withPlan({ renewal: { kind: 'fixed_term', periods: 7 }, ...change }), tax };
        const sum = [0, 1, 2, 3, 4, 5, 6].reduce((total, index) => total + billed(each, index), 0);
        expect(term({ renewal: { kind: 'fixed_term', periods: 7 }, ...change }, undefined, 'en', tax)).toContain(
          `together ${price(sum)}.`,
        );
      }
    }
  });
});
