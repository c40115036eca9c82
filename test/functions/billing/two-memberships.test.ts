import { beforeEach, describe, expect, test } from '@jest/globals';
import { completeCheckout } from '../../../functions/billing/complete-checkout.ts';
import { openCardPage, openPaymentPage } from '../../../functions/billing/open-checkout.ts';
import { loadMember } from '../../../functions/store/member-snapshot.ts';
import { membershipWrite } from '../../../functions/store/membership-writes.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import { enrol } from '../../../shared/domain/membership.ts';
import { type BillingTestWorld, billingWorldForTests, memberId, membershipId } from '../../support/billing-world.ts';

const hard = { declineClass: 'hard', code: 'lost_card' } as const;
const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;
const otherId = 'msh_01JAB000000000000000000002';
let world: BillingTestWorld;

const visitor = () =>
  ({
    slug: 'aurora',
    memberId,
    actor: { kind: 'member', memberId },
    at: world.now(),
    requestId: `request-${world.now()}`,
    language: 'en',
    backTo: '/portal',
  }) as const;

const tried = () => world.provider.taken.map(({ metadata }) => metadata.invoiceId);
const statuses = async () =>
  Object.fromEntries(
    ((await loadMember(world.table, 'aurora', memberId))?.memberships ?? []).map(({ value }) => [
      value.membershipId,
      value.status,
    ]),
  );

/** A member with two memberships whose card was lost: one bill open since 28 February, one since 5 March. */
beforeEach(async () => {
  world = await billingWorldForTests();
  const { plan, business } = world;
  world.moveTo('2026-02-05T15:00:00Z');
  const today = localDateOf(world.now(), business.timeZone);
  const second = enrol({
    membershipId: otherId,
    memberId,
    plan,
    startsOn: today,
    today,
    at: world.now(),
    existing: [],
    payment: 'card',
  });
  const place = { slug: 'aurora', terms: { plan, business }, today, tzdata: '2026a' };
  await world.table.commit([membershipWrite(undefined, second, place)]);
  world.provider.behave('pm_good', hard);
  await world.live('2026-03-06T15:00:00Z');
  expect(await statuses()).toEqual({ [membershipId]: 'past_due', [otherId]: 'past_due' });
  world.provider.taken.length = 0;
});

describe('a new card for somebody who owes twice (rule D4)', () => {
  test('pays both at once, the older bill first', async () => {
    await openCardPage(world.world, visitor());
    await world.finishPage('pm_new');
    expect(tried()).toEqual([`${membershipId}.1`, `${otherId}.1`]);
    expect(await statuses()).toEqual({ [membershipId]: 'active', [otherId]: 'active' });
  });

  test('that fails at the older bill is not tried at the other, now or when it is reported again', async () => {
    world.provider.behave('pm_new', soft);
    await openCardPage(world.world, visitor());
    await world.finishPage('pm_new');
    const report = { slug: 'aurora', at: world.now(), requestId: 'again', actor: { kind: 'visitor' } } as const;
    await completeCheckout(world.world, report, world.provider.newestPage());
    expect(tried()).toEqual([`${membershipId}.1`]);
  });

  test('given while paying one bill on the provider’s page pays the other as well, once', async () => {
    await openPaymentPage(world.world, visitor(), `${otherId}.1`);
    expect(await world.finishPage('pm_new')).toMatchObject({ purpose: 'payment', payment: 'paid' });
    const report = { slug: 'aurora', at: world.now(), requestId: 'again', actor: { kind: 'visitor' } } as const;
    await completeCheckout(world.world, report, world.provider.newestPage());
    expect(tried()).toEqual([`${otherId}.1`, `${membershipId}.1`]);
    expect(await statuses()).toEqual({ [membershipId]: 'active', [otherId]: 'active' });
    expect((await world.member()).billing.value.card?.paymentMethodId).toBe('pm_new');
  });
});
