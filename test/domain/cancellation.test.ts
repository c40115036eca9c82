import { describe, expect, test } from '@jest/globals';
import { cancel, undoCancellation } from '../../shared/domain/cancellation.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { goldPlan } from '../support/billing-world.ts';

const today = '2026-01-31';
const membership: Membership = enrol({
  membershipId: 'msh_01JAB000000000000000000001',
  memberId: 'mbr_01JAB000000000000000000001',
  plan: goldPlan,
  startsOn: today,
  today,
  at: Date.parse('2026-01-31T15:00:00Z'),
  existing: [],
  payment: 'card',
});
const invoiceId = `${membership.membershipId}.1`;
const period = { index: 1, start: '2026-02-28', end: '2026-03-31' };
const due: NonNullable<Membership['due']> = {
  invoiceId,
  period,
  since: period.start,
  amount: 9900,
  step: 0,
  attempts: 1,
  declineClass: 'soft',
};
const charge: NonNullable<Membership['charge']> = {
  attempt: 1,
  invoiceId,
  period,
  total: 9900,
  creditApplied: 0,
  amount: 9900,
  trigger: { kind: 'renewal' },
  claimedAt: 0,
  leaseUntil: 180_000,
  state: 'charging',
};

describe('cancelling', () => {
  test('ends after what is paid and what was agreed to at least (rules K1, K8)', () => {
    expect(cancel(membership, 'period_end', '2026-02-10').cancelOn).toBe('2026-02-28');
    const agreed = { ...membership, committedUntil: '2026-04-29' };
    expect(cancel(agreed, 'period_end', '2026-02-10').cancelOn).toBe('2026-04-30');
    expect(cancel(membership, 'now', '2026-02-10')).toMatchObject({ status: 'cancelled', cancelOn: '2026-02-10' });
  });

  test('while a payment is open ends now, and owes nothing (rule D7)', () => {
    const after = cancel({ ...membership, status: 'past_due', due }, 'period_end', '2026-03-02');
    expect(after).toMatchObject({ status: 'cancelled', cancelOn: '2026-03-02' });
    expect(after.due).toBeUndefined();
  });

  test('waits while money is being taken: nobody may be charged for what they have just ended (goals I5)', () => {
    for (const when of ['now', 'period_end'] as const) {
      const asked = () => cancel({ ...membership, charge }, when, '2026-02-28');
      expect(asked).toThrow(expect.objectContaining({ code: 'payment_in_progress' }));
    }
  });

  test('can be taken back until its day, and not twice', () => {
    const after = cancel(membership, 'period_end', '2026-02-10');
    expect(undoCancellation(after, '2026-02-27')).toEqual(membership);
    const refused = expect.objectContaining({ code: 'cannot_be_cancelled' });
    expect(() => undoCancellation(after, '2026-02-28')).toThrow(refused);
    expect(() => undoCancellation(membership, '2026-02-10')).toThrow(refused);
    expect(() => cancel(after, 'period_end', '2026-02-11')).toThrow(refused);
  });
});
