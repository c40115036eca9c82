import { describe, expect, test } from '@jest/globals';
import { compared } from '../../frontend/admin/questions/compared.ts';
import type { BalanceSeen } from '../../shared/domain/balance-seen.ts';
import { seenInWords } from '../../shared/wording/describe-seen.ts';
import { tongueOf } from '../../shared/wording/words.ts';

// 001-024, 001-080, 001-090, 001-091: what goes with a question, in words that a member reads.

const membershipId = 'msh_01JAB000000000000000000001';
const facial = 'svc_01JAB000000000000000000001';
const massage = 'svc_01JAB000000000000000000002';
const services = [
  { serviceId: facial, name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' },
  { serviceId: massage, name: 'Massage', oneVisit: 'massage visit', visits: 'massage visits' },
];
const facts = { services, currency: 'USD', today: '2026-03-05' } as const;
const usd = (amount: number) => ({ amount, currency: 'USD' as const });
const seen: BalanceSeen = {
  on: '2026-03-05',
  memberships: [
    {
      membershipId,
      plan: 'Gold',
      status: 'active',
      usability: 'usable',
      nextBill: { kind: 'on', date: '2026-03-31' },
      amount: usd(9634),
    },
  ],
  credits: [
    {
      kind: 'visits',
      serviceIds: [facial],
      available: 3,
      parts: [{ available: 1, expiresOn: '2026-03-30' }, { available: 2 }],
    },
    {
      kind: 'allowance',
      serviceIds: [massage],
      available: 4000,
      parts: [{ available: 4000, expiresOn: '2026-03-30' }],
    },
  ],
  accountCredit: usd(1200),
};
const [en, de] = [tongueOf('en', 'en-US'), tongueOf('de', 'de-DE')];
const values = (given: BalanceSeen, tongue = en) => seenInWords(given, facts, tongue).map(({ value }) => value);

describe('what the salon sees with a question', () => {
  test('is every number of the screen with its last day, the plan, the status and the next bill', () => {
    expect(values(seen)).toEqual([
      'Gold · Active',
      '$96.34 · March 31',
      'Three facial visits · one by March 30 and two without an end',
      '$40 to spend on Massage · Use by March 30',
      '$12.00',
    ]);
  });

  test('says that there is nothing, rather than showing nothing', () => {
    expect(values({ on: '2026-03-05', memberships: [], credits: [] })).toEqual(['nothing at the moment']);
  });

  test.each([en, de])('holds no id and no empty line in any language', (tongue) => {
    for (const value of values(seen, tongue)) {
      expect(value).not.toMatch(/undefined|svc_|msh_/);
      expect(value.trim()).not.toBe('');
    }
  });

  test('stands beside today’s numbers, and what differs is marked, what has gone and what has come too', () => {
    const [visits, allowance] = seen.credits;
    if (!visits || !allowance) throw new Error('there are credits');
    const used = { ...visits, available: 2, parts: [{ available: 2 }] };
    const now: BalanceSeen = { ...seen, credits: [used], accountCredit: usd(1200) };
    const lines = compared(seenInWords(seen, facts, en), seenInWords(now, facts, en));
    expect(lines.filter(({ changed }) => changed).map(({ label, before, now: is }) => [label, before, is])).toEqual([
      ['Facial', 'Three facial visits · one by March 30 and two without an end', 'Two facial visits · No expiry date'],
      ['Massage', '$40 to spend on Massage · Use by March 30', undefined],
    ]);
    expect(compared(seenInWords(seen, facts, en), seenInWords(seen, facts, en)).some(({ changed }) => changed)).toBe(
      false,
    );
  });
});
