import { describe, expect, test } from '@jest/globals';
import { openCardPage } from '../../../functions/billing/open-checkout.ts';
import { billingWrite } from '../../../functions/store/billing-rows.ts';
import { billingWorldForTests, memberId } from '../../support/billing-world.ts';

const renewal = '2026-02-28T13:00:00Z';
const hard = { declineClass: 'hard', code: 'lost_card' } as const;
const lostAnswer = (call: string) => (call === 'charge' ? ('after' as const) : undefined);

describe('a charge whose answer was lost, while the member’s billing changes', () => {
  test('is looked up under the customer that was asked, not under a newer one: nobody pays twice (F3, F26)', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.fail(lostAnswer);
    expect(await world.sweep()).toEqual(['pending']);
    world.provider.fail(() => undefined);
    // Joining another plan online, for example, brings a customer of its own.
    const { billing } = await world.member();
    await world.table.commit([billingWrite('aurora', billing, { ...billing.value, customerId: 'cus_other' })]);
    await world.live('2026-03-04T00:00:00Z');
    expect(world.provider.succeeded()).toHaveLength(1);
    expect((await world.invoices()).map(({ state }) => state)).toEqual(['paid']);
  });

  test('and that turns out to be a lost card says nothing of the new card, which the schedule tries (rules D3, D4)', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.behave('pm_good', hard);
    world.provider.fail(lostAnswer);
    expect(await world.sweep()).toEqual(['pending']);
    world.provider.fail(() => undefined);
    await openCardPage(world.world, {
      slug: 'aurora',
      memberId,
      actor: { kind: 'member', memberId },
      at: world.now(),
      requestId: 'new-card',
      language: 'en',
      backTo: '/portal',
    });
    expect(await world.finishPage('pm_new')).toMatchObject({ card: { last4: '4242' } });
    await world.live('2026-03-04T00:00:00Z');
    expect(world.provider.succeeded().map(({ card }) => card.paymentMethodId)).toEqual(['pm_new']);
    expect((await world.membership()).status).toBe('active');
  });
});
