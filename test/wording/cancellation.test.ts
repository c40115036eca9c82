import { describe, expect, test } from '@jest/globals';
import type { CancellationView, EndingCreditView } from '../../shared/contract/cancellation-views.ts';
import type { Benefit } from '../../shared/domain/plan.ts';
import { cancellationInWords, undoPauseInWords } from '../../shared/wording/describe-cancellation.ts';
import { formatDay } from '../../shared/wording/format.ts';
import { tongueOf } from '../../shared/wording/words.ts';

const english = tongueOf('en', 'en-US');
const german = tongueOf('de', 'de-DE');
const services = [{ serviceId: 'facial', name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' }];
const usd = (amount: number) => ({ amount, currency: 'USD' as const });
const visits = (units: number, fate: EndingCreditView['fate']): EndingCreditView => ({
  kind: 'visits',
  serviceIds: ['facial'],
  units,
  given: false,
  fate,
});
const atEnd: CancellationView = {
  decided: false,
  atOnce: false,
  lastDay: '2026-03-30',
  bills: [],
  credits: [],
  refunds: [],
};
const said = (change: Partial<CancellationView>, tongue = english, benefits: Benefit[] = []) =>
  cancellationInWords(
    { ...atEnd, ...change },
    { plan: { name: 'Gold', benefits }, services, currency: 'USD', today: '2026-03-10' },
    tongue,
  );
const rows = (change: Partial<CancellationView>, tongue = english) =>
  said(change, tongue).rows.map(({ label, value, detail }) =>
    [label, value, ...(detail ? [detail] : [])].join(' | ').replace(/[\u00a0\u202f]/g, ' '),
  );

// 000-050, rules K1, K2, K6
describe('what a cancellation does', () => {
  test('a last day is said with it, in both languages', () => {
    expect(rows({})).toEqual(['Gold | until and including March 30', 'Still to pay | nothing more']);
    expect(rows({}, german)).toEqual(['Gold | bis einschließlich 30. März', 'Noch zu zahlen | nichts mehr']);
  });

  test('an end at once says so before it, and what it was after it', () => {
    const now = { atOnce: true, lastDay: '2026-03-10' };
    expect(rows(now)[0]).toBe('Gold | ends at once');
    expect(rows({ ...now, decided: true })[0]).toBe('Gold | has ended');
    expect(rows({ ...now, lastDay: '2026-03-01', decided: true })[0]).toBe('Gold | ended; March 1 was the last day');
    const { lastDay: _, ...unbegun } = atEnd;
    const words = cancellationInWords(
      { ...unbegun, atOnce: true },
      { plan: { name: 'Gold', benefits: [] }, services, currency: 'USD', today: '2026-03-10' },
      english,
    );
    expect(words.rows[0]?.value).toBe('does not begin');
  });

  test('bills to come are told one by one, or together with their sum when there are many', () => {
    const bill = (month: number) => ({ on: `2026-${String(month).padStart(2, '0')}-28`, amount: usd(9900) });
    expect(rows({ bills: [bill(3), bill(4)] }).slice(1)).toEqual([
      'Still to pay on March 28 | $99.00',
      'Still to pay on April 28 | $99.00',
    ]);
    expect(rows({ bills: [3, 4, 5, 6].map(bill) }).slice(1)).toEqual([
      'Still to pay | $396.00 | 4 bills, from March 28 to June 28',
    ]);
  });

  test('money goes back at once or at the end, each by its way, and an open payment is gone', () => {
    const refunds = [
      { amount: usd(9900), to: 'card' as const },
      { amount: usd(500), to: 'account_credit' as const },
    ];
    expect(rows({ refunds, atOnce: true, voids: usd(9900) }).slice(2)).toEqual([
      'Open payment | $99.00 | no longer due',
      'Paid back | $99.00 | to the card it was paid with',
      'Paid back | $5.00 | as account credit',
    ]);
    expect(rows({ refunds }).slice(2)).toEqual([
      'Paid back when it ends | $99.00 | to the card it was paid with, for what is unused then',
      'Paid back when it ends | $5.00 | as account credit, for what is unused then',
    ]);
  });

  test('a pause that does not take place is named with its days, and whether it comes back', () => {
    const dropsPause = { from: '2026-03-31', lastDay: '2026-04-28' };
    expect(rows({ dropsPause })[2]).toBe('Planned pause | is off | March 31 to April 28');
    expect(rows({ dropsPause: { from: '2026-03-31' } }, german)[2]).toBe('Vereinbarte Pause | entfällt | ab 31. März');
    expect(rows({ endsPause: true }, german)[2]).toBe('Pause | endet heute');
    const day = (date: string) => formatDay(date, '2026-03-10', 'de-DE');
    const back = { ...dropsPause, comesBack: true, comesBackUntil: '2026-03-31' } as const;
    expect(undoPauseInWords({ pause: back }, german, day)).toBe(
      'Wird die Kündigung spätestens am 31. März zurückgenommen, findet die vereinbarte Pause (31. März bis 28. April) doch statt.',
    );
    expect(undoPauseInWords({ pause: { ...dropsPause, comesBack: false } }, german, day)).toContain(
      'kommt damit nicht wieder',
    );
    expect(undoPauseInWords({}, german, day)).toBeUndefined();
  });

  test('everything that is left has its fate, the same credits with the same fate in one line', () => {
    const kept = { kind: 'usable' as const, until: '2026-04-29' };
    const credits = [
      visits(1, kept),
      visits(1, kept),
      visits(3, { kind: 'usable' }),
      visits(1, { kind: 'refunded' }),
      visits(1, { kind: 'lost' }),
    ];
    expect(said({ credits }).left.lines).toEqual([
      'Two facial visits · usable until and including April 29',
      'Three facial visits · usable, no expiry date',
      'One facial visit · paid back',
      'One facial visit · lapses when the membership ends',
    ]);
    expect(said({}).left.lines).toEqual(['Nothing is left over.']);
  });

  // Rule P3: nothing is called usable on days on which it rests.
  test('in a pause that runs, what rests says until when, and what comes then', () => {
    const benefits: Benefit[] = [{ kind: 'discount', key: 'd', percent: 10, serviceIds: [] }];
    const until = { kind: 'usable' as const, until: '2026-04-29' };
    const resting = { ...visits(1, until), rests: true as const };
    const credits = [resting, resting, visits(1, until), { ...visits(3, { kind: 'usable' }), rests: true as const }];
    const lines = (change: Partial<CancellationView>, tongue = english) =>
      said({ restsUntil: '2026-03-20', credits, ...change }, tongue, benefits).left.lines.map((line) =>
        line.replace(/\u00a0/g, ' '),
      );
    expect(lines({})).toEqual([
      'Two facial visits · rests in the pause until and including March 20, then usable until and including April 29',
      'One facial visit · usable until and including April 29',
      'Three facial visits · rests in the pause until and including March 20, then usable, no expiry date',
      '10% off everything · rests in the pause until and including March 20, then usable until and including March 30',
    ]);
    expect(lines({ credits: [] }, german)).toEqual([
      '10 % Nachlass auf alles · ruht in der Pause bis einschließlich 20. März, danach nutzbar bis einschließlich 30. März',
    ]);
    // It ends with the pause, or within it.
    for (const restsUntil of ['2026-03-30', '2026-04-10']) {
      expect(lines({ credits: [], restsUntil })).toEqual(['10% off everything · rests in the pause, until the end']);
    }
  });

  test('what has no number ends with the membership', () => {
    const benefits: Benefit[] = [
      { kind: 'discount', key: 'd', percent: 10, serviceIds: [] },
      { kind: 'visits', key: 'v', units: 2, serviceIds: ['facial'] },
    ];
    expect(said({}, german, benefits).left.lines.map((line) => line.replace(/\u00a0/g, ' '))).toEqual([
      '10 % Nachlass auf alles · nutzbar bis einschließlich 30. März',
    ]);
    // Ended at once, what is lost is named as well: before, and afterwards.
    const atOnce = { atOnce: true, lastDay: '2026-03-10' };
    expect(said(atOnce, english, benefits).left.lines).toEqual(['10% off everything · ends at once']);
    expect(said({ ...atOnce, decided: true }, english, benefits).left.lines).toEqual([
      '10% off everything · has ended',
    ]);
    const { lastDay: _, ...unbegun } = atEnd;
    const scene = { plan: { name: 'Gold', benefits }, services, currency: 'USD', today: '2026-03-10' } as const;
    expect(cancellationInWords(unbegun, scene, english).left.lines).toEqual(['Nothing is left over.']);
  });
});
