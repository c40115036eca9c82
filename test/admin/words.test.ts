import { describe, expect, test } from '@jest/globals';
import { speechOf } from '../../frontend/admin/app/speech.ts';
import { planSentences } from '../../frontend/admin/plans/plan-words.ts';
import { billDateWords, creditsByDay, leading, sayBill } from '../../frontend/admin/profile/standing-words.ts';
import { readSettings, type SettingsDraft } from '../../frontend/admin/settings/settings-draft.ts';
import { type Wording, wordings } from '../../frontend/admin/wording/wording.ts';
import type { BucketView, MembershipView } from '../../shared/contract/views.ts';
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

  test('questions are about the membership that can be used', () => {
    const of = (usability: MembershipView['usability']) => ({ usability }) as MembershipView;
    expect(leading([of('over'), of('on_hold'), of('usable')])?.usability).toBe('usable');
    expect(leading([of('over'), of('on_hold')])?.usability).toBe('on_hold');
    expect(leading([])).toBeUndefined();
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
  expect(planSentences(terms, () => 'Haircut', speechOf('en-IE')).map(plain)).toEqual([
    '€49 per month',
    '2 × Haircut',
    '10% off everything',
    '2 visits included',
    'Ends by itself after 12 months',
  ]);
  expect(planSentences(terms, () => 'Haarschnitt', speechOf('de-DE')).map(plain)).toEqual([
    '49 € pro Monat',
    '2 × Haarschnitt',
    '10 % Rabatt auf alles',
    '2 Besuche enthalten',
    'Endet von selbst nach 12 Monaten',
  ]);
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
    expiresSoonDays: '14',
    renewalNoticeDays: '7',
  };
  const read = (change: Partial<SettingsDraft>) => readSettings({ ...draft, ...change }, wordings.en);

  test('an empty field is left out, not sent as empty', () => {
    expect(read({}).change).toMatchObject({ contact: { email: 'hello@example.com' }, brand: { colour: '#7a4b3a' } });
    expect(read({}).change?.brand).not.toHaveProperty('tagline');
  });

  test('clients must be able to reach the salon by e-mail or phone', () => {
    expect(Object.keys(read({ email: '' }).problems)).toEqual(['email']);
    expect(read({ email: '', phone: '030 1234567' }).change?.contact).toEqual({ phone: '+49301234567' });
  });

  test('each wrong field is named', () => {
    const { problems } = read({ name: '', website: 'example.com', colour: 'red', graceDays: '31' });
    expect(Object.keys(problems).sort()).toEqual(['colour', 'graceDays', 'name', 'website']);
  });
});
