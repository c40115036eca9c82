import { describe, expect, test } from '@jest/globals';
import { speechOf } from '../../frontend/admin/app/speech.ts';
import { accessWords } from '../../frontend/admin/payments/payment-words.ts';
import { planSentences } from '../../frontend/admin/plans/plan-words.ts';
import {
  billAhead,
  billDateWords,
  creditsByDay,
  leading,
  perPlan,
  sayBill,
  sayUse,
  statusWords,
  toldOf,
} from '../../frontend/admin/profile/standing-words.ts';
import { readSettings, type SettingsDraft } from '../../frontend/admin/settings/settings-draft.ts';
import { type Wording, wordings } from '../../frontend/admin/wording/wording.ts';
import { InvoiceState, PaymentResult } from '../../shared/contract/billing-views.ts';
import { type BucketView, type CreditGroup, type MembershipView, OpenPayment } from '../../shared/contract/views.ts';
import { EntryKind } from '../../shared/domain/credit-account.ts';
import { DeclineClass } from '../../shared/domain/decline.ts';
import { eventTypes } from '../../shared/domain/events.ts';
import { AttemptTrigger } from '../../shared/domain/invoice.ts';
import { MoneyEntryKind } from '../../shared/domain/money-account.ts';
import type { NextBill } from '../../shared/domain/standing.ts';

const write = (date: string) => `<${date}>`;
const en = wordings.en.profile;

const bills: [NextBill, string, string][] = [
  [{ kind: 'on', date: '2026-04-01' }, '<2026-04-01>', 'Your next bill date is <2026-04-01>.'],
  [
    { kind: 'paused_until', date: '2026-05-01' },
    'None: paused until <2026-05-01>',
    'Nothing will be charged: your membership is paused until <2026-05-01>.',
  ],
  [
    { kind: 'ends_on', lastDay: '2026-06-30' },
    'None: ends on <2026-06-30>',
    'Nothing more will be charged: your membership ends on <2026-06-30>.',
  ],
  [{ kind: 'paused' }, 'None: paused', 'Nothing will be charged: your membership is currently paused.'],
  [{ kind: 'awaiting_first_payment' }, 'After the first payment', 'Your membership starts with the first payment.'],
];

describe('what staff read and say about a membership', () => {
  // 000-011, 000-046
  test.each(bills)('%j is never a date that will not be charged', (bill, shown, said) => {
    expect(billDateWords(bill, write, en.bill)).toBe(shown);
    expect(sayBill(bill, write, en)).toBe(said);
  });

  test('in a pause with an end the next bill is the one after it', () => {
    const upcoming = { on: '2026-04-30' } as NonNullable<MembershipView['upcoming']>;
    const nextBill = { kind: 'paused_until', date: '2026-04-14' } as const;
    expect(billAhead({ nextBill, upcoming })).toEqual({ kind: 'on', date: '2026-04-30' });
    expect(billAhead({ nextBill })).toEqual(nextBill);
  });

  test('of a membership that is paused and cancelled, both are named', () => {
    const paused = { status: 'paused', usability: 'on_hold', plan: { name: 'Glow' } } as MembershipView;
    const both = { ...paused, cancelledFor: '2026-04-30' };
    expect([statusWords(paused, en), statusWords(both, en)]).toEqual(['Paused', 'Paused · Cancelled']);
    expect(sayUse(both, [], en)).toBe('Not today: your Glow membership is “Paused · Cancelled”.');
  });

  test('of one that has ended, nobody is told “not today” while something is left', () => {
    const over = { status: 'cancelled', usability: 'over', plan: { name: 'Glow' } } as MembershipView;
    const left = [{ available: 2 }] as CreditGroup[];
    expect(sayUse(over, left, en)).toBe(
      'Your Glow membership has ended. What is left can still be used, each until its own date.',
    );
    expect(sayUse(over, [], en)).toBe('Not any more: your Glow membership has ended.');
  });

  test('questions are about the membership that can be used', () => {
    const of = (usability: MembershipView['usability']) => ({ usability }) as MembershipView;
    expect(leading([of('over'), of('on_hold'), of('usable')])?.usability).toBe('usable');
    expect(leading([of('over'), of('on_hold')])?.usability).toBe('on_hold');
    expect(leading([])).toBeUndefined();
  });

  test('of several memberships each is spoken of by its name, of one as it is', () => {
    const named = (usability: MembershipView['usability'], name: string) =>
      ({ usability, plan: { name } }) as unknown as MembershipView;
    const [over, held, gold] = [named('over', 'Old'), named('on_hold', 'Glow'), named('usable', 'Gold')];
    const say = ({ usability }: MembershipView) => [`is ${usability}`];
    const told = (...memberships: MembershipView[]) => perPlan(toldOf(memberships), say, en.sayOf);
    expect(told(over, held, gold)).toEqual(['Gold: is usable', 'Glow: is on_hold']);
    expect(told(over, gold)).toEqual(['is usable']);
    expect(told(over)).toEqual(['is over']);
    expect(told()).toEqual([]);
  });

  // Rules G2, G3: at the desk nobody is promised what has run out
  test.each([
    ['past_due', 'usable', 2, /^What is left can still be used/, /^What is left can be used until <2026-03-07>/],
    ['past_due', 'usable', 0, /^Nothing of it is left today/, /^New benefits come as soon as this is paid/],
    ['past_due', 'on_hold', 2, /^Not today/, /^Benefits are on hold/],
  ] as const)('%s and %s with %i visits left', (status, usability, available, use, access) => {
    const membership = {
      ...{ membershipId: 'm', plan: { name: 'Glow', benefits: [] }, status, usability },
      open: usability === 'usable' ? { restsFrom: '2026-03-08' } : {},
    } as unknown as MembershipView;
    const source = { kind: 'membership', membershipId: 'm' };
    const credits = [{ buckets: [{ available, source }] }] as unknown as CreditGroup[];
    expect(sayUse(membership, credits, en)).toMatch(use);
    expect(accessWords(membership, credits, write, wordings.en.payments)).toMatch(access);
  });

  test('a membership that is paid can simply be used', () => {
    const membership = { plan: { name: 'Glow' }, status: 'active', usability: 'usable' } as MembershipView;
    expect(sayUse(membership, [], en)).toBe('Yes, your Glow membership is active and can be used today.');
    expect(accessWords(membership, [], write, wordings.en.payments)).toBeUndefined();
  });

  test('credits are told soonest first, those without an end last, used-up ones not at all', () => {
    // 000-045
    const bucket = (bucketId: string, available: number, expiresOn?: string) => ({ bucketId, available, expiresOn });
    const buckets = [
      bucket('never', 1),
      bucket('late', 1, '2026-05-01'),
      bucket('used', 0, '2026-01-01'),
      bucket('soon', 1, '2026-03-01'),
    ];
    const told = creditsByDay([
      { kind: 'visits', serviceIds: ['haircut'], available: 3, buckets: buckets as unknown as BucketView[] },
    ]);
    expect(told.map(({ bucket: { bucketId } }) => bucketId)).toEqual(['soon', 'late', 'never']);
  });
});

test('the terms of a plan are plain words in both languages', () => {
  const terms = {
    price: { amount: 4900, currency: 'EUR' as const },
    interval: { unit: 'month' as const, count: 1 },
    benefits: [
      { key: 'a', kind: 'visits' as const, serviceIds: ['s'], units: 2 },
      { key: 'b', kind: 'discount' as const, serviceIds: [], percent: 10 },
    ],
    visitAllowance: 2,
    renewal: { kind: 'fixed_term' as const, periods: 12 },
  };
  const plain = (text: string) => text.replace(/\u00a0/g, ' ');
  expect(planSentences(terms, () => 'Haircut', speechOf('en-IE'), undefined).map(plain)).toEqual([
    '€49 per month',
    'Twelve payments of €49, together €588.',
    '2 × Haircut',
    '10% off everything',
    '2 visits included',
    'Ends by itself after 12 months',
  ]);
  expect(planSentences(terms, () => 'Haarschnitt', speechOf('de-DE'), undefined).map(plain)).toEqual([
    '49 € pro Monat',
    'Zwölf Zahlungen von 49 €, zusammen 588 €.',
    '2 × Haarschnitt',
    '10 % Rabatt auf alles',
    '2 Besuche enthalten',
    'Endet von selbst nach 12 Monaten',
  ]);
});

test('a plan says with how many it can be shared, and how much can be passed on', () => {
  // Rules C9, C10
  const terms = {
    price: { amount: 4900, currency: 'EUR' as const },
    interval: { unit: 'month' as const, count: 1 },
    benefits: [{ key: 'a', kind: 'visits' as const, serviceIds: ['cut'], units: 4 }],
    visitAllowance: 4,
    renewal: { kind: 'until_cancelled' as const },
    sharing: { people: 3, unitsPerPeriod: 2 },
    passingOn: { unitsPerPeriod: 1 },
  };
  const said = (locale: 'en-IE' | 'de-DE') => planSentences(terms, () => '', speechOf(locale), undefined).slice(3, 5);
  expect(said('en-IE')).toEqual(['Shared with up to 3 people, 2 visits each', '1 visit can be passed on']);
  expect(said('de-DE')).toEqual(['Mit bis zu 3 Personen geteilt, je 2 Besuche', '1 Besuch lässt sich weitergeben']);
});

test('what is different at the beginning is said before the benefits, what was agreed before the renewal', () => {
  const terms = {
    price: { amount: 7900, currency: 'EUR' as const },
    interval: { unit: 'month' as const, count: 1 },
    benefits: [{ key: 'b', kind: 'discount' as const, serviceIds: [], percent: 10 }],
    visitAllowance: 0,
    renewal: { kind: 'until_cancelled' as const },
    trialDays: 14,
    intro: { price: { amount: 5900, currency: 'EUR' as const }, periods: 3 },
    enrolmentFee: { amount: 4900, currency: 'EUR' as const },
    commitmentPeriods: 6,
  };
  const plain = (text: string) => text.replace(/\u00a0/g, ' ');
  expect(planSentences(terms, () => '', speechOf('en-IE'), undefined).map(plain)).toEqual([
    '€79 per month',
    'The first 14 days are free',
    '€59 per month for the first 3 months',
    '€49 joining fee, once',
    '10% off everything',
    'Agreed for at least 6 months',
    'Renews until cancelled',
  ]);
  expect(planSentences(terms, () => '', speechOf('de-DE'), undefined).map(plain)).toEqual([
    '79 € pro Monat',
    'Die ersten 14 Tage sind kostenlos',
    '59 € pro Monat in den ersten 3 Monaten',
    '49 € Aufnahmegebühr, einmalig',
    '10 % Rabatt auf alles',
    'Vereinbart für mindestens 6 Monate',
    'Verlängert sich bis zur Kündigung',
  ]);
});

test.each(Object.entries(wordings))('%s: every event, entry, reason, trigger and state has words', (_, words) => {
  const named: [Readonly<Record<string, string>>, readonly string[]][] = [
    [words.profile.events, eventTypes],
    [words.credits.entry, EntryKind.options],
    [words.accountCredit.entry, MoneyEntryKind.options],
    [words.payments.reason, OpenPayment.shape.reason.options],
    [words.pastDue.reason, OpenPayment.shape.reason.options],
    [words.payments.result, PaymentResult.options],
    [words.payments.declined, DeclineClass.options],
    [words.invoices.states, InvoiceState.options],
    [words.invoices.triggers, AttemptTrigger.shape.kind.options],
  ];
  for (const [sentences, names] of named) expect(Object.keys(sentences).sort()).toEqual([...names].sort());
});

test('every sentence exists in German, and none was left in English', () => {
  const leaves = (value: unknown, path: string): [string, unknown][] =>
    value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
      : [[path, value]];
  const flat = (wording: Wording) => new Map(leaves(wording, ''));
  const german = flat(wordings.de);
  expect([...german.keys()].sort()).toEqual([...flat(wordings.en).keys()].sort());
  const same = [...flat(wordings.en)].filter(
    ([path, text]) => typeof text === 'string' && text.includes(' ') && german.get(path) === text,
  );
  expect(same).toEqual([]);
});

describe('the settings form', () => {
  const draft: SettingsDraft = {
    name: 'Aurora',
    locale: 'de-DE',
    email: 'hello@example.com',
    phone: '',
    website: '',
    address: '',
    colour: '#7A4B3A',
    tagline: '',
    welcome: '',
    graceDays: '7',
    retryDays: '0, 3, 5, 7, 10, 14',
    cancelAfterDays: '30',
    frozenClockStops: 'off',
    expiresSoonDays: '14',
    renewalNoticeDays: '7',
    windowFrom: '05:00',
    windowTo: '07:30',
    answerDays: '2',
    saveOffer: 'none',
    handVisits: '',
    handAmount: '',
    answerWeekdays: '12345',
    memberPauses: 'off',
    memberCancels: 'off',
    memberChangesPlan: 'off',
    pauseDates: 'shift',
    pauseBenefits: 'frozen',
    pauseMinDays: '7',
    pauseMaxDays: '90',
    pausePerYear: '2',
    pauseFee: '',
    pauseFeePer: 'pause',
    taxMode: 'none',
    taxName: '',
    taxRate: '',
    sellerName: '',
    sellerAddress: '',
    sellerTaxId: '',
  };
  const read = (change: Partial<SettingsDraft>) => readSettings({ ...draft, ...change }, 'EUR', wordings.en);

  test('an empty field is left out, not sent as empty', () => {
    expect(read({}).change).toMatchObject({ contact: { email: 'hello@example.com' }, brand: { colour: '#7a4b3a' } });
    expect(read({}).change?.brand).not.toHaveProperty('tagline');
  });

  test('clients must be able to reach the salon by e-mail or phone', () => {
    expect(Object.keys(read({ email: '' }).problems)).toEqual(['email']);
    expect(read({ email: '', phone: '030 1234567' }).change?.contact).toEqual({ phone: '+49301234567' });
  });

  test('limits of changes by hand are kept as typed, and an empty one is none', () => {
    expect(read({}).change?.handLimits).toEqual({});
    expect(read({ handVisits: '3', handAmount: '50' }).change?.handLimits).toEqual({ visits: 3, amount: 5000 });
    expect(Object.keys(read({ handVisits: '0', handAmount: 'much' }).problems)).toEqual(['handVisits', 'handAmount']);
  });

  test('each wrong field is named', () => {
    const { problems } = read({ name: '', website: 'example.com', colour: 'red', graceDays: '31' });
    expect(Object.keys(problems).sort()).toEqual(['colour', 'graceDays', 'name', 'website']);
  });
});
