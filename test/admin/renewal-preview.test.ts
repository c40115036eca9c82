import { expect, test } from '@jest/globals';
import { nextPaidPeriod } from '../../frontend/admin/profile/renewal-preview.ts';
import type { MembershipView } from '../../shared/contract/views.ts';
import { newBusiness } from '../../shared/domain/business.ts';
import { enrol, firstDayOf } from '../../shared/domain/membership.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { renewAtDesk } from '../../shared/domain/renewal.ts';
import { standingOf } from '../../shared/domain/standing.ts';

const plan: PlanVersion = {
  planId: 'pln_00000000000000000000000001',
  version: 1,
  name: 'Glow',
  tier: 'Gold',
  price: { amount: 9900, currency: 'USD' },
  interval: { unit: 'month', count: 1 },
  benefits: [{ kind: 'visits', key: 'facial', serviceIds: ['svc_00000000000000000000000001'], units: 2 }],
  visitAllowance: 2,
  renewal: { kind: 'until_cancelled' },
  trialDays: 14,
  offered: true,
};
const { policies } = newBusiness({
  slug: 'aurora',
  name: 'Aurora',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  contact: { email: 'hello@example.com' },
});

test('after a trial the desk offers exactly the period that a payment opens, from the notice days on', () => {
  const startsOn = '2026-03-01';
  const membership = enrol({
    ...{ membershipId: 'msh_00000000000000000000000001', memberId: 'mbr_00000000000000000000000001' },
    ...{ plan, startsOn, today: startsOn, at: 0, existing: [] },
  });
  const offered = (today: string) => {
    const view = {
      ...membership,
      plan,
      since: firstDayOf(membership, plan),
      ...standingOf(membership, today, policies),
    };
    return nextPaidPeriod(view as unknown as MembershipView, today, policies);
  };
  expect(offered('2026-03-07')).toBeUndefined();
  for (const today of ['2026-03-08', '2026-03-14', '2026-03-15', '2026-05-20']) {
    const { start } = renewAtDesk(membership, today, policies).period;
    expect(offered(today)?.first).toBe(start);
  }
});

test('with another plan from the next bill on, the desk offers the period of that plan', () => {
  const today = '2026-03-26';
  const membership = enrol({
    ...{ membershipId: 'msh_00000000000000000000000001', memberId: 'mbr_00000000000000000000000001' },
    ...{ plan: { ...plan, trialDays: undefined }, startsOn: '2026-03-01', today: '2026-03-01', at: 0, existing: [] },
  });
  const yearly = { ...plan, name: 'Glow for a year', interval: { unit: 'year', count: 1 } };
  const view = {
    ...membership,
    plan: { ...plan, trialDays: undefined },
    since: '2026-03-01',
    pendingChange: { plan: yearly, effectiveOn: '2026-04-01', reason: 'requested' },
    ...standingOf(membership, today, policies),
  };
  expect(nextPaidPeriod(view as unknown as MembershipView, today, policies)).toEqual({
    first: '2026-04-01',
    last: '2027-03-31',
    plan: 'Glow for a year',
  });
});
