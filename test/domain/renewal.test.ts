import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../shared/domain/calendar.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { renewAtDesk } from '../../shared/domain/renewal.ts';

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
  offered: true,
};
const policies = {
  graceDays: 7,
  retryDays: [0, 3, 5, 7, 10, 14],
  cancelAfterDays: 30,
  expiresSoonDays: 14,
  renewalNoticeDays: 7,
};

const invoiceId = 'msh_00000000000000000000000001.1';
const march = { index: 1, start: '2026-02-28', end: '2026-03-31' };
const charge: Membership['charge'] = {
  attempt: 1,
  invoiceId,
  period: march,
  total: 9900,
  creditApplied: 0,
  amount: 9900,
  trigger: { kind: 'renewal' },
  claimedAt: 0,
  leaseUntil: 0,
  state: 'charging',
};
/** The provider was down: no decline yet, so the membership still counts as active. */
const due: Membership['due'] = {
  invoiceId,
  period: march,
  since: '2026-02-28',
  amount: 9900,
  step: -1,
  attempts: 1,
  declineClass: 'technical',
};

const since = (startsOn: string, terms: PlanVersion = plan): Membership =>
  enrol({
    membershipId: 'msh_00000000000000000000000001',
    memberId: 'mbr_00000000000000000000000001',
    plan: terms,
    startsOn,
    today: startsOn,
    at: 0,
    existing: [],
  });

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('a period that is paid at the desk', () => {
  test('is the next one when the client pays in the week before the bill', () => {
    const { period } = renewAtDesk(since('2026-01-31'), '2026-02-25', policies);
    expect(period).toEqual({ index: 1, start: '2026-02-28', end: '2026-03-31' });
  });

  test('is the one of today when the client comes late: missed months are not billed, the bill day stays (rule D5)', () => {
    const { period } = renewAtDesk(since('2026-01-31'), '2026-05-10', policies);
    expect(period).toEqual({ index: 3, start: '2026-04-30', end: '2026-05-31' });
  });

  test.each<[string, Partial<Membership>, string, string]>([
    ['too early', {}, '2026-02-10', 'not_due_yet'],
    ['paused', { status: 'paused' }, '2026-03-01', 'membership_paused'],
    ['about to end', { cancelOn: '2026-02-28' }, '2026-02-25', 'membership_not_running'],
    ['in its last period', { lastDay: '2026-02-27' }, '2026-02-26', 'membership_not_running'],
    ['being charged', { charge }, '2026-02-28', 'payment_in_progress'],
    ['waiting for an invoice to be paid', { due }, '2026-03-01', 'membership_not_running'],
  ])('is refused when the membership is %s', (_, change, today, code) => {
    expect(codeOf(() => renewAtDesk({ ...since('2026-01-31'), ...change }, today, policies))).toBe(code);
  });

  // Rule K8
  test('is taken until the end of what was agreed, also from somebody who has cancelled', () => {
    const agreed = { ...since('2026-01-31'), cancelOn: '2026-03-31' };
    expect(renewAtDesk(agreed, '2026-02-28', policies).period.index).toBe(1);
  });

  test('a fixed term is renewed until its last period, and no further', () => {
    let membership = since('2026-01-31', { ...plan, renewal: { kind: 'fixed_term', periods: 3 } });
    membership = renewAtDesk(membership, membership.period.end, policies);
    membership = renewAtDesk(membership, membership.period.end, policies);
    expect(membership.period.index).toBe(2);
    expect(codeOf(() => renewAtDesk(membership, addDays(membership.period.end, -1), policies))).toBe(
      'membership_not_running',
    );
  });

  test('whenever clients pay, no period is opened twice and none out of order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70), { maxLength: 20 }), (waits) => {
        let membership = since('2026-01-31');
        let today = '2026-01-31';
        for (const wait of waits) {
          today = addDays(today, wait);
          const before = membership;
          if (codeOf(() => renewAtDesk(before, today, policies)) !== 'done') continue;
          membership = renewAtDesk(before, today, policies);
          expect(membership.period.index).toBeGreaterThan(before.period.index);
          expect(membership.period.end > today).toBe(true);
          expect(membership.anchor).toEqual(before.anchor);
        }
      }),
    );
  });
});
