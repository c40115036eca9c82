import { describe, expect, test } from '@jest/globals';
import type { Benefit, RenewalRule } from '../../shared/domain/plan.ts';
import { benefitInWords, creditInWords, periodOf, serviceNames } from '../../shared/wording/describe.ts';
import { includedInWords } from '../../shared/wording/describe-plan.ts';
import { termsInWords } from '../../shared/wording/describe-terms.ts';
import { usedUpInWords } from '../../shared/wording/describe-used-up.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { ruled } from '../support/ruled-plan.ts';

const [cut, facial, gone] = ['svc_cut', 'svc_facial', 'svc_gone'];
const english = tongueOf('en', 'en-US');
const german = tongueOf('de', 'de-DE');
const catalogue = [
  { serviceId: cut, name: 'Haircut', oneVisit: 'haircut visit', visits: 'haircut visits' },
  { serviceId: facial, name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' },
];
const katalog = [
  { serviceId: cut, name: 'Haarschnitt', oneVisit: 'Haarschnitt', visits: 'Haarschnitte' },
  { serviceId: facial, name: 'Massage', oneVisit: 'Massage', visits: 'Massagen' },
];
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const visits = (units: number, ...serviceIds: string[]) => ({ kind: 'visits' as const, units, serviceIds });

describe('credits are written the way people say them', () => {
  const remaining = (units: number, tongue = english, services = catalogue) =>
    tongue.words.benefits.remaining(creditInWords(visits(units, cut), 'USD', services, tongue), units, {
      unit: 'month',
      count: 1,
    });

  // 001-080, 001-091
  test('one and two haircut visits', () => {
    expect(remaining(1)).toBe('You have one haircut visit remaining this month');
    expect(remaining(2)).toBe('You have two haircut visits remaining this month');
    expect(remaining(1, german, katalog)).toBe('Noch frei diesen Monat: einmal Haarschnitt');
    expect(remaining(2, german, katalog)).toBe('Sie haben diesen Monat noch zwei Haarschnitte frei');
  });

  test('visits of several services name them', () => {
    expect(creditInWords(visits(2, cut, facial), 'USD', catalogue, english)).toBe('two visits for Haircut or Facial');
    expect(creditInWords(visits(1, cut, facial), 'EUR', katalog, german)).toBe(
      'einmal Besuch für Haarschnitt oder Massage',
    );
  });

  test('money to spend is an amount', () => {
    const credit = { kind: 'allowance' as const, units: 4050, serviceIds: [facial] };
    expect(creditInWords(credit, 'USD', catalogue, english)).toBe('$40.50 to spend on Facial');
    expect(plain(creditInWords({ ...credit, units: 4000 }, 'EUR', katalog, german))).toBe('40 € für Massage');
  });

  // 001-080: never an identifier
  test('a service that left the catalogue is never shown by its id', () => {
    expect(serviceNames([gone], catalogue, english)).toBe('a service no longer offered');
    expect(creditInWords(visits(1, gone), 'USD', catalogue, english)).not.toContain('svc_');
  });

  // 001-081
  test('an expiry has its date', () => {
    const { expiresOn } = english.words.benefits;
    expect(expiresOn('one facial visit', 1, 'March 31')).toBe('Your facial visit expires on March 31');
    expect(expiresOn('two facial visits', 2, 'March 31')).toBe('Your two facial visits expire on March 31');
  });
});

// 000-010, 001-010, 001-091
describe('what is used up is said, and when it comes again', () => {
  const visitsOf = (units: number, ...serviceIds: string[]): Extract<Benefit, { kind: 'visits' }> => ({
    kind: 'visits',
    key: 'v',
    serviceIds,
    units,
  });
  const money = {
    kind: 'allowance' as const,
    key: 'a',
    serviceIds: [facial],
    value: { amount: 5000, currency: 'EUR' as const },
  };

  test.each([
    [visitsOf(1, facial), 'You have used your facial visit. A new one comes on November 30.'],
    [visitsOf(2, facial), 'You have used both facial visits. Two new ones come on November 30.'],
    [visitsOf(3, cut), 'You have used all three haircut visits. Three new ones come on November 30.'],
    [visitsOf(2, cut, facial), 'You have used both visits for Haircut or Facial. Two new ones come on November 30.'],
    [money, 'You have spent the €50 for Facial. Another €50 comes on November 30.'],
  ])('English %#', (benefit, said) => {
    expect(usedUpInWords(benefit, 'November 30', catalogue, english)).toBe(said);
  });

  test.each([
    [visitsOf(1, facial), 'Einmal Massage haben Sie schon genutzt. Am 30. November kommt neu dazu: einmal Massage.'],
    [visitsOf(2, facial), 'Sie haben beide Massagen genutzt. Am 30. November kommen zwei neue dazu.'],
    [visitsOf(3, cut), 'Sie haben alle drei Haarschnitte genutzt. Am 30. November kommen drei neue dazu.'],
    [money, 'Sie haben die 50 € für Massage ausgegeben. Am 30. November kommen wieder 50 € dazu.'],
  ])('German %#', (benefit, said) => {
    expect(plain(usedUpInWords(benefit, '30. November', katalog, german))).toBe(said);
  });

  test('without a next period nothing new is promised', () => {
    expect(usedUpInWords(visitsOf(2, facial), undefined, catalogue, english)).toBe('You have used both facial visits.');
    expect(plain(usedUpInWords(money, undefined, katalog, german))).toBe('Sie haben die 50 € für Massage ausgegeben.');
  });
});

describe('“this month” is only said of what came with the current period', () => {
  const membership = {
    membershipId: 'm',
    plan: { interval: { unit: 'month', count: 1 } as const },
    period: { start: '2026-03-01' },
  };
  const granted = (grantedOn: string) => ({
    grantedOn,
    source: { kind: 'membership' as const, membershipId: 'm', planId: 'p', periodIndex: 0 },
  });

  test('by date and source', () => {
    expect(periodOf([granted('2026-03-01')], [membership])).toEqual({ unit: 'month', count: 1 });
    expect(periodOf([granted('2026-03-01'), granted('2026-02-01')], [membership])).toBeUndefined();
    expect(periodOf([{ grantedOn: '2026-03-01', source: { kind: 'staff' } }], [membership])).toBeUndefined();
    expect(periodOf([], [membership])).toBeUndefined();
  });
});

// 001-079
describe('a plan’s terms in normal language', () => {
  const benefits: Benefit[] = [
    { kind: 'visits', key: 'a', serviceIds: [cut], units: 2 },
    { kind: 'discount', key: 'b', serviceIds: [], percent: 15 },
    { kind: 'unlimited', key: 'c', serviceIds: [facial] },
    { kind: 'allowance', key: 'd', serviceIds: [facial], value: { amount: 5000, currency: 'USD' } },
  ];
  const plan = {
    benefits,
    price: { amount: 8900, currency: 'USD' as const },
    interval: { unit: 'month' as const, count: 1 },
    renewal: { kind: 'until_cancelled' as const },
  };

  const at = { payment: 'card', wayOut: 'salon' } as const;
  const saidOf = (
    terms: Omit<typeof plan, 'renewal'> & { renewal: RenewalRule },
    services: typeof catalogue,
    tongue: typeof english,
  ) => termsInWords(ruled(terms), at, services, tongue);
  const rulesOf = (...given: Parameters<typeof saidOf>) => saidOf(...given).flatMap(({ sentences }) => sentences);
  const benefitsOf = (...given: Parameters<typeof saidOf>) =>
    saidOf(...given).find(({ topic }) => topic === 'benefits')?.sentences ?? [];

  test('say what is included', () => {
    expect(includedInWords(plan, catalogue, english)).toEqual([
      'Two haircut visits every month',
      '15% off everything',
      'Unlimited Facial',
      '$50 to spend on Facial every month',
    ]);
    expect(includedInWords(plan, katalog, german).map(plain)).toEqual([
      'Zwei Haarschnitte jeden Monat',
      '15 % Nachlass auf alles',
      'Massage, so oft Sie möchten',
      '50 $ für Massage jeden Monat',
    ]);
  });

  test('say when it renews, or how long it runs', () => {
    expect(rulesOf(plan, catalogue, english)).toContain(
      'The membership renews every month until you or the salon end it.',
    );
    const term = {
      ...plan,
      interval: { unit: 'month' as const, count: 3 },
      renewal: { kind: 'fixed_term' as const, periods: 4 },
    };
    const said = rulesOf(term, catalogue, english);
    expect(said.slice(0, 2)).toEqual(['You pay $89 every three months.', 'Four payments of $89, together $356.']);
    expect(said).toContain(
      'The membership runs for twelve months and then ends by itself. You do not need to do anything.',
    );
    expect(rulesOf(term, katalog, german).join(' ')).toMatch(/Die Mitgliedschaft läuft zwölf Monate /);
  });

  // Rule C6, 001-018
  test('say what becomes of unused visits, where the plan keeps them', () => {
    const keeping = (rollover: object) => ({
      ...plan,
      benefits: [{ kind: 'visits' as const, key: 'cut', serviceIds: [cut], units: 4, rollover }],
    });
    const said = (rollover: object) => benefitsOf(keeping(rollover), catalogue, english)[0];
    expect(said({ maxAgePeriods: 1 })).toBe('Unused haircut visits are kept for one more month.');
    expect(said({ maxAgePeriods: 3, maxBalance: 6, maxPercent: 50 })).toBe(
      'Unused haircut visits are kept for three more months, up to 2 of a month, at most 6 in all. When new ones would make it more, what expires first goes.',
    );
    expect(said({})).toBe('Unused haircut visits are kept until you use them.');
    expect(benefitsOf(keeping({ maxAgePeriods: 1, maxBalance: 6 }), katalog, german)[0]).toBe(
      'Nicht genutzte Haarschnitte bleiben Ihnen einen weiteren Monat erhalten, höchstens 6 insgesamt. Würde es mit neuen mehr, verfällt zuerst, was zuerst abläuft.',
    );
    // What is not kept ends as it always did, and that is said, too.
    const mixed = {
      ...keeping({ maxAgePeriods: 1 }),
      benefits: [...keeping({ maxAgePeriods: 1 }).benefits, ...benefits],
    };
    expect(rulesOf(mixed, catalogue, english).join(' ')).toMatch(/What else is included for one month/);
  });

  test('speak of expiry only where something is counted', () => {
    const sauna = { ...plan, benefits: benefits.slice(1, 3) };
    expect(rulesOf(sauna, catalogue, english).join(' ')).not.toMatch(/expire/);
    expect(rulesOf(plan, catalogue, english).join(' ')).toMatch(/expires/);
  });

  test('every kind of benefit is described in every language', () => {
    for (const benefit of benefits) {
      for (const tongue of [english, german])
        expect(benefitInWords(benefit, catalogue, tongue)).not.toMatch(/svc_|undefined/);
    }
  });
});
