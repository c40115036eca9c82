import { expect, test } from '@jest/globals';
import { emptyAccount } from '../../shared/domain/credit-account.ts';
import type { Occasion } from '../../shared/domain/credit-decision.ts';
import { grantPeriod } from '../../shared/domain/credit-period.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { goldPlan } from '../support/billing-world.ts';

const today = '2026-01-31';
const memberId = 'mbr_01JAB000000000000000000001';
const at = Date.parse('2026-01-31T15:00:00Z');
const membership: Membership = enrol({
  membershipId: 'msh_01JAB000000000000000000001',
  memberId,
  plan: goldPlan,
  startsOn: today,
  today,
  at,
  existing: [],
  payment: 'card',
});
const occasion: Occasion = { actor: { kind: 'system', job: 'test' }, causeId: 'cause', today, at };

test('a period’s credits come once: whoever gives them again is stopped by the account itself (invariant C2.4)', () => {
  const { account } = grantPeriod(emptyAccount(memberId), membership, goldPlan, occasion);
  expect(account.buckets.map(({ available, expiresOn }) => [available, expiresOn])).toEqual([[2, '2026-02-27']]);
  expect(() => grantPeriod(account, membership, goldPlan, { ...occasion, causeId: 'another' })).toThrow('already open');
  const later = { ...membership, period: { index: 1, start: '2026-02-28', end: '2026-03-31' } };
  expect(grantPeriod(account, later, goldPlan, occasion).account.buckets).toHaveLength(2);
});
