import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completeCheckout } from '../../../functions/billing/complete-checkout.ts';
import { openCardPage, openPaymentPage } from '../../../functions/billing/open-checkout.ts';
import { takeEvent } from '../../../functions/billing/take-event.ts';
import type { ProviderEvent } from '../../../shared/contract/provider-event.ts';
import { type BillingTestWorld, billingWorldForTests, memberId, membershipId } from '../../support/billing-world.ts';

const hard = { declineClass: 'hard', code: 'lost_card' } as const;

let count = 0;
function event(
  world: BillingTestWorld,
  type: string,
  objectId: string,
  more: Partial<ProviderEvent> = {},
): ProviderEvent {
  count += 1;
  return {
    eventId: `evt_${count}`,
    type,
    account: 'acct_aurora',
    livemode: false,
    apiVersion: '2026-10-28.endive',
    objectType: type.split('.')[0] ?? '',
    objectId,
    created: world.now(),
    receivedAt: world.now(),
    ...more,
  };
}

/** A member whose renewal failed, who then paid with a new card: with every event that the provider would send of it. */
async function story() {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', hard);
  await world.live('2026-03-02T15:00:00Z');
  const visitor = {
    slug: 'aurora',
    memberId,
    actor: { kind: 'member', memberId },
    at: world.now(),
    requestId: 'story',
    language: 'en',
    backTo: '/portal',
  } as const;
  await openCardPage(world.world, visitor);
  const cardPage = world.provider.newestPage();
  world.provider.finish(cardPage, 'pm_new');
  const happened = () => [
    event(world, 'checkout.session.completed', cardPage),
    ...world.provider.taken.map(({ paymentIntentId, outcome }) =>
      event(
        world,
        outcome.kind === 'succeeded' ? 'payment_intent.succeeded' : 'payment_intent.payment_failed',
        paymentIntentId,
      ),
    ),
    event(world, 'payment_method.attached', 'pm_new'),
    event(world, 'account.updated', 'acct_aurora'),
  ];
  return { world, visitor, happened };
}

/** What is left in the end, without what says when and in which order it was written. */
const endState = async (world: BillingTestWorld) => ({
  membership: { ...(await world.membership()), due: (await world.membership()).due },
  invoices: (await world.invoices()).map(({ paidAt: _, attempts, payment, ...rest }) => ({
    ...rest,
    payment: payment?.kind,
    tries: attempts.map(({ outcome }) => outcome),
  })),
  credits: await world.credits(),
  charges: world.provider.succeeded().length,
});

describe('webhooks', () => {
  test('five times each, shuffled, up to 72 hours late: the same final state (F7, F8, F9)', async () => {
    const calm = await story();
    for (const one of calm.happened()) await takeEvent(calm.world.world, one, 'calm');
    const expected = await endState(calm.world);
    expect(expected.charges).toBe(1);
    expect(expected.invoices.map(({ state }) => state)).toEqual(['paid']);

    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.integer({ min: 0, max: 24 }), async (order, hours) => {
        const { world, happened } = await story();
        const deliveries = happened().flatMap((one) => [one, one, one, one, one]);
        const shuffled = deliveries
          .map((one) => ({ one, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        world.pass(hours * 3_600_000);
        let waiting = shuffled;
        for (let round = 0; waiting.length > 0 && round < 5; round += 1) {
          const again: ProviderEvent[] = [];
          for (const one of waiting) {
            await takeEvent(world.world, { ...one, receivedAt: world.now() }, 'chaos').catch(() => again.push(one));
          }
          waiting = again;
        }
        expect(waiting).toEqual([]);
        // What the first charge brought is reported as well now.
        for (const one of happened()) await takeEvent(world.world, one, 'late');
        const { membership, ...rest } = await endState(world);
        const { membership: calmMembership, ...calmRest } = expected;
        expect(membership).toEqual(calmMembership);
        const undated = ({ invoices, ...others }: typeof rest) => ({
          ...others,
          invoices: invoices.map(({ paidOn: _, ...invoice }) => invoice),
        });
        expect(undated(rest)).toEqual(undated(calmRest));
      }),
      { numRuns: 30 },
    );
  });

  test('before our own write: the worker finds it done (F8)', async () => {
    const world = await billingWorldForTests();
    world.moveTo('2026-02-28T13:00:00Z');
    const { charge } = world.world.payments;
    Object.assign(world.world.payments, {
      charge: async (...args: Parameters<typeof charge>) => {
        const answer = await charge(...args);
        const [first] = world.provider.taken;
        if (first)
          await takeEvent(world.world, event(world, 'payment_intent.succeeded', first.paymentIntentId), 'fast');
        return answer;
      },
    });
    expect(await world.sweep()).toEqual(['settled_elsewhere']);
    expect((await world.invoices()).map(({ state }) => state)).toEqual(['paid']);
    expect((await world.credits()).map(({ available }) => available)).toEqual([2]);
  });

  test('of an unknown account, of the other mode, of another version: kept aside, without effect (F10)', async () => {
    const { world, happened } = await story();
    const [completed] = happened();
    if (!completed) throw new Error('nothing happened');
    const { account: _, ...nobodys } = completed;
    expect(await takeEvent(world.world, { ...completed, account: 'acct_stranger' }, 'r')).toBe('parked');
    expect(await takeEvent(world.world, { ...completed, parked: 'other_mode' }, 'r')).toBe('parked');
    expect(await takeEvent(world.world, nobodys, 'r')).toBe('parked');
    expect((await world.membership()).status).toBe('past_due');
    expect(world.table.rows().filter(({ pk }) => pk.startsWith('PARKED#'))).toHaveLength(1);
  });

  test('about things that are not ours change nothing (rule I5)', async () => {
    const { world } = await story();
    expect(await takeEvent(world.world, event(world, 'payment_intent.succeeded', 'pi_of_a_shop'), 'r')).toBe(
      'not_ours',
    );
    expect(await takeEvent(world.world, event(world, 'checkout.session.completed', 'cs_of_a_shop'), 'r')).toBe(
      'not_ours',
    );
    expect(await takeEvent(world.world, event(world, 'customer.created', 'cus_1'), 'r')).toBe('ignored');
  });

  test('about another business that uses the same account change nothing (rule I5)', async () => {
    const { world, happened } = await story();
    const theirs = <Value extends object>(value: Value | undefined) =>
      value && {
        ...value,
        metadata: { ...('metadata' in value ? (value.metadata as object) : {}), business: 'other' },
      };
    const { readPayment, readCheckout } = world.world.payments;
    Object.assign(world.world.payments, {
      readPayment: async (...asked: Parameters<typeof readPayment>) => theirs(await readPayment(...asked)),
      readCheckout: async (...asked: Parameters<typeof readCheckout>) => theirs(await readCheckout(...asked)),
    });
    const before = JSON.stringify(world.table.rows());
    const reports = happened().filter(({ type }) => /^(checkout|payment_intent)/.test(type));
    for (const one of reports) expect(await takeEvent(world.world, one, 'r')).toBe('not_ours');
    const report = { slug: 'aurora', at: world.now(), requestId: 'r', actor: { kind: 'visitor' } } as const;
    await expect(completeCheckout(world.world, report, world.provider.newestPage())).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(JSON.stringify(world.table.rows())).toBe(before);
  });

  test('a payment on the page while a charge is under way waits until that is known', async () => {
    const { world, visitor } = await story();
    await openPaymentPage(world.world, visitor, `${membershipId}.1`);
    const page = world.provider.newestPage();
    world.provider.finish(page, 'pm_page');
    world.provider.fail((call) => (call === 'charge' ? 'after' : undefined));
    await openCardPage(world.world, visitor);
    await world.finishPage('pm_new', 'system');
    const completed = event(world, 'checkout.session.completed', page);
    await expect(takeEvent(world.world, completed, 'r')).rejects.toMatchObject({ code: 'payment_in_progress' });
    world.provider.fail(() => undefined);
    world.pass(10 * 60_000);
    await world.sweep();
    await takeEvent(world.world, completed, 'r');
    expect(world.provider.succeeded()).toHaveLength(2);
    expect(world.provider.refunds()).toHaveLength(1);
  });
});
