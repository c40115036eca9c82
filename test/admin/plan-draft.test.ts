import { describe, expect, test } from '@jest/globals';
import { latestVersions, plansToEnrolIn } from '../../frontend/admin/plans/latest.ts';
import { draftOf, emptyBenefit, emptyPlan, type PlanDraft, readPlan } from '../../frontend/admin/plans/plan-draft.ts';
import { PlanTerms, type PlanVersion } from '../../shared/domain/plan.ts';

const [benefit] = emptyPlan().benefits;
const gold: PlanDraft = {
  ...emptyPlan(),
  name: 'Signature',
  tier: 'Gold',
  price: '129',
  benefits: [{ key: 'b1', kind: 'visits', serviceIds: ['haircut'], value: '2' }],
  visitAllowance: '2',
};
const problems = (change: Partial<PlanDraft>) => [...readPlan({ ...gold, ...change }, 'EUR').problems];

describe('publishing a plan', () => {
  test('tier, monthly benefit, visit allowance and renewal make a plan', () => {
    // 001-025
    expect(readPlan(gold, 'EUR').terms).toEqual({
      name: 'Signature',
      tier: 'Gold',
      price: { amount: 12900, currency: 'EUR' },
      interval: { unit: 'month', count: 1 },
      benefits: [{ key: 'b1', kind: 'visits', serviceIds: ['haircut'], units: 2 }],
      visitAllowance: 2,
      renewal: { kind: 'until_cancelled' },
    });
  });

  test.each<[string, Partial<PlanDraft>]>([
    ['tier', { tier: ' ' }],
    ['price', { price: 'much' }],
    ['count', { count: '25' }],
    ['periods', { renewal: 'fixed_term', periods: '0' }],
    ['visitAllowance', { visitAllowance: '3' }],
    ['visitAllowance', { allowanceUnlimited: true }],
  ])('without a usable %s there is nothing to publish', (name, change) => {
    expect(problems(change)).toEqual([name]);
    expect(readPlan({ ...gold, ...change }, 'EUR').terms).toBeUndefined();
  });

  test('a benefit needs its services; only a discount may be on everything', () => {
    expect(problems({ benefits: [], visitAllowance: '0' })).toEqual(['benefits']);
    expect(problems({ benefits: benefit ? [benefit] : [], visitAllowance: '0' })).toEqual(['benefits']);
    const discount = { key: 'b1', kind: 'discount' as const, serviceIds: [], value: '10' };
    expect(problems({ benefits: [discount], visitAllowance: '0' })).toEqual([]);
  });

  // Rule C6
  describe('what is not used', () => {
    const keeping = (rollover: object, benefit: object = {}) => ({
      benefits: [
        {
          key: 'b1',
          kind: 'visits' as const,
          serviceIds: ['haircut'],
          value: '2',
          ...benefit,
          rollover: { periods: '', most: '', share: '', ...rollover },
        },
      ],
    });
    test('is kept for as long, as many and as much of it as is typed; what is empty is no limit', () => {
      const read = (rollover: object) => readPlan({ ...gold, ...keeping(rollover) }, 'EUR').terms?.benefits[0];
      expect(read({})).toMatchObject({ rollover: {} });
      expect(read({ periods: '1', most: '6', share: '50' })).toMatchObject({
        rollover: { maxAgePeriods: 1, maxBalance: 6, maxPercent: 50 },
      });
    });

    test.each([
      [{ periods: '25' }, {}],
      [{ share: '100' }, {}],
      [{ most: '1' }, {}],
      [{ most: '39' }, { kind: 'allowance' as const, value: '40' }],
    ])('%j of %j cannot be published', (rollover, benefit) => {
      expect(
        problems({ ...keeping(rollover, benefit), ...('kind' in benefit ? { visitAllowance: '0' } : {}) }),
      ).toEqual(['benefits']);
    });

    test('comes back into the form as it was typed', () => {
      const draft = { ...gold, ...keeping({ periods: '3', most: '60.50' }, { kind: 'allowance', value: '40' }) };
      const { terms } = readPlan({ ...draft, visitAllowance: '0' }, 'EUR');
      if (!terms) throw new Error('it can be published');
      expect(draftOf({ ...terms, planId: 'plan', version: 1, offered: true }, 'en-IE').benefits[0]?.rollover).toEqual({
        periods: '3',
        most: '60.50',
        share: '',
      });
    });
  });

  test('the form of the next version starts with the terms of the last', () => {
    const version: PlanVersion = {
      planId: 'plan',
      version: 1,
      offered: true,
      name: 'Studio',
      tier: 'Unlimited',
      price: { amount: 4550, currency: 'EUR' },
      interval: { unit: 'week', count: 2 },
      benefits: [
        { key: 'a', kind: 'unlimited', serviceIds: ['haircut'] },
        { key: 'b', kind: 'allowance', serviceIds: ['facial'], value: { amount: 5000, currency: 'EUR' } },
        { key: 'c', kind: 'discount', serviceIds: [], percent: 15 },
      ],
      visitAllowance: 'unlimited',
      renewal: { kind: 'fixed_term', periods: 6 },
    };
    const { planId, version: number, offered, ...terms } = version;
    expect([planId, number, offered]).toEqual(['plan', 1, true]);
    expect(readPlan(draftOf(version, 'de-DE'), 'EUR').terms).toEqual(terms);
  });

  test('fee, introductory price, free days and commitment are terms only where they are filled in', () => {
    const { terms } = readPlan(
      { ...gold, enrolmentFee: '49', introPrice: '0', introPeriods: '3', trialDays: '14', commitmentPeriods: '6' },
      'EUR',
    );
    expect(terms).toMatchObject({
      enrolmentFee: { amount: 4900, currency: 'EUR' },
      intro: { price: { amount: 0, currency: 'EUR' }, periods: 3 },
      trialDays: 14,
      commitmentPeriods: 6,
    });
    const version = { ...terms, planId: 'plan', version: 1, offered: true } as PlanVersion;
    expect(readPlan(draftOf(version, 'de-DE'), 'EUR').terms).toEqual(terms);
  });

  test.each<[string, Partial<PlanDraft>]>([
    ['enrolmentFee', { enrolmentFee: '0' }],
    ['introPeriods', { introPrice: '59' }],
    ['introPrice', { introPeriods: '3' }],
    ['introPeriods', { introPrice: '59', introPeriods: '25' }],
    ['trialDays', { trialDays: '91' }],
    ['commitmentPeriods', { commitmentPeriods: 'six' }],
  ])('%s is not published half or wrong: %j', (name, change) => {
    expect(problems(change)).toEqual([name]);
  });

  // Rule K2
  test.each<[Partial<PlanDraft>, PlanTerms['creditsAfterCancel']]>([
    [{}, undefined],
    [
      { afterCancel: 'grace_days', afterCancelDays: '30' },
      { kind: 'grace_days', days: 30 },
    ],
    [{ afterCancel: 'until_period_end', afterCancelDays: '' }, { kind: 'until_period_end' }],
    [{ afterCancel: 'refund_unused' }, { kind: 'refund_unused' }],
  ])('what becomes of what is left when it is cancelled is what was chosen: %j', (change, rule) => {
    const { terms } = readPlan({ ...gold, ...change }, 'EUR');
    expect(terms?.creditsAfterCancel).toEqual(rule);
    const version = { ...terms, planId: 'plan', version: 1, offered: true } as PlanVersion;
    expect(readPlan(draftOf(version, 'de-DE'), 'EUR').terms).toEqual(terms);
  });

  test.each(['', '0', '366', 'a month'])('so many days after the end is a number of up to a year, not “%s”', (days) => {
    expect(problems({ afterCancel: 'grace_days', afterCancelDays: days })).toEqual(['afterCancelDays']);
  });

  test('a new benefit never takes the name of another', () => {
    const first = emptyBenefit([]);
    const second = emptyBenefit([first]);
    expect(emptyBenefit([second]).key).not.toBe(second.key);
  });
});

// Rule P9
test('pauses make the agreed time longer only where a time is agreed', () => {
  const extending = { ...gold, pausesExtendCommitment: true };
  expect(readPlan(extending, 'EUR').terms).not.toHaveProperty('pausesExtendCommitment');
  expect(readPlan({ ...extending, commitmentPeriods: '6' }, 'EUR').terms?.pausesExtendCommitment).toBe(true);
  expect(readPlan({ ...extending, renewal: 'fixed_term' }, 'EUR').terms?.pausesExtendCommitment).toBe(true);
});

test('each plan is listed once, with its newest version in front', () => {
  const at = (planId: string, version: number, offered = true) =>
    ({ planId, version, offered, name: planId }) as PlanVersion;
  const listed = latestVersions([at('b', 1), at('a', 1, false), at('b', 2)]);
  expect(listed.map(({ newest, earlier }) => [newest.planId, newest.version, earlier.length])).toEqual([
    ['b', 2, 1],
    ['a', 1, 0],
  ]);
});

test('somebody is enrolled in the newest version only, of plans that are on offer', () => {
  const at = (planId: string, version: number, offered = true) =>
    ({ planId, version, offered, name: planId }) as PlanVersion;
  const plans = plansToEnrolIn([at('b', 1), at('a', 1, false), at('b', 2), at('c', 1), at('c', 2, false)]);
  expect(plans.map(({ planId, version }) => [planId, version])).toEqual([['b', 2]]);
});

test('a new version keeps every term of the one before', () => {
  const terms = PlanTerms.parse({
    name: 'Signature',
    tier: 'Gold',
    description: 'For regulars.',
    price: { amount: 12900, currency: 'EUR' },
    interval: { unit: 'month', count: 1 },
    benefits: [{ kind: 'visits', key: 'b1', serviceIds: ['svc_00000000000000000000000001'], units: 2 }],
    visitAllowance: 2,
    renewal: { kind: 'fixed_term', periods: 12 },
    enrolmentFee: { amount: 2000, currency: 'EUR' },
    intro: { price: { amount: 9900, currency: 'EUR' }, periods: 2 },
    trialDays: 14,
    commitmentPeriods: 6,
    passingOn: { unitsPerPeriod: 1 },
    sharing: { people: 2, unitsPerPeriod: 1 },
    creditsAfterCancel: { kind: 'grace_days', days: 30 },
    pausesExtendCommitment: true,
  });
  // A term that is added to plans has to be added here, and is then seen to survive.
  expect(Object.keys(terms).sort()).toEqual(Object.keys(PlanTerms.shape).sort());
  const plan = { ...terms, planId: 'pln_00000000000000000000000001', version: 1, offered: true };
  expect(readPlan(draftOf(plan, 'de-DE'), 'EUR').terms).toEqual(terms);
});
