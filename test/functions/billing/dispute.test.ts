import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { takeDispute } from '../../../functions/billing/dispute.ts';
import { billingDesk } from '../../support/billing-desk.ts';
import { type BillingTestWorld, billingWorldForTests, membershipId } from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';

const invoiceId = `${membershipId}.1`;

/** A member who paid $99 by card for March. */
async function paidMonth() {
  const world = await billingWorldForTests();
  await world.live('2026-03-02T15:00:00Z');
  return world;
}

const say = (world: BillingTestWorld, state: 'open' | 'won' | 'lost', paymentIntentId?: string) => {
  const own = world.provider.succeeded()[0]?.paymentIntentId ?? '';
  const dispute = { disputeId: 'dp_1', paymentIntentId: paymentIntentId ?? own, state };
  return takeDispute(world.world, world.scene(), invoiceId, dispute);
};
const events = (world: BillingTestWorld) =>
  world.events('invoice.disputed').map(({ data }) => (data as { subject: { state: string } }).subject.state);

describe('a client disputes a payment at the bank (rule C8)', () => {
  test('staff see it on the invoice, nothing can be refunded, and the visits rest', async () => {
    const world = await paidMonth();
    const desk = await billingDesk(world);
    await say(world, 'open');
    const { body } = await desk.call('GET {member}/invoices/{invoiceId}', {}, { invoiceId });
    expect(body).toMatchObject({ state: 'disputed', refundable: { amount: 0 } });
    expect((await desk.redeem(1)).body.code).toBe('credit_frozen');
    expect((await desk.refund(invoiceId, 100)).body.code).toBe('refund_too_high');
    expect(events(world)).toEqual(['open']);
  });

  test('won: the visits are usable again', async () => {
    const world = await paidMonth();
    const desk = await billingDesk(world);
    await say(world, 'open');
    await say(world, 'won');
    expect((await desk.redeem(2)).status).toBe(201);
    await expectLedgersInOrder(world);
  });

  test('lost: unused visits are gone, used ones stay used (F36)', async () => {
    const world = await paidMonth();
    const desk = await billingDesk(world);
    await desk.redeem(1);
    await say(world, 'open');
    await say(world, 'lost');
    expect((await world.credits()).map(({ available }) => available)).toEqual([0]);
    await expectLedgersInOrder(world);
  });

  test('a dispute of another payment is none of this invoice', async () => {
    const world = await paidMonth();
    await say(world, 'open', 'pi_other');
    expect((await world.invoices()).at(-1)?.dispute).toBeUndefined();
    expect((await world.credits())[0]?.frozen).toBeUndefined();
  });

  test('an invoice that is not written yet makes the report come again', async () => {
    const world = await billingWorldForTests();
    await expect(say(world, 'open', 'pi_1')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('reported in any order, any number of times and at once: no state goes back, each is announced once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('won' as const, 'lost' as const),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        async (end, reports) => {
          const world = await paidMonth();
          await Promise.all([...reports.map((isEnd) => say(world, isEnd ? end : 'open')), say(world, end)]);
          await say(world, 'open');
          expect((await world.invoices()).at(-1)?.dispute).toMatchObject({ disputeId: 'dp_1', state: end });
          expect([[end], ['open', end]]).toContainEqual(events(world));
          expect((await world.credits())[0]?.available).toBe(end === 'won' ? 2 : 0);
          await expectLedgersInOrder(world);
        },
      ),
      { numRuns: 20 },
    );
  });
});
