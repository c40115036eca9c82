import { describe, expect, test } from '@jest/globals';
import { completeCheckout } from '../../../functions/billing/complete-checkout.ts';
import { startEnrolment } from '../../../functions/billing/start-enrolment.ts';
import { takeEvent } from '../../../functions/billing/take-event.ts';
import { loadConfiguration } from '../../../functions/store/configuration.ts';
import { findByEmail } from '../../../functions/store/find-by-email.ts';
import { keys } from '../../../functions/store/keys.ts';
import { loadMember } from '../../../functions/store/member-snapshot.ts';
import { membershipWrite } from '../../../functions/store/membership-writes.ts';
import { rowOf } from '../../../functions/store/stored.ts';
import { replace } from '../../../functions/store/table.ts';
import type { ProviderEvent } from '../../../shared/contract/provider-event.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import { enrolmentOffer, termsVersionOf } from '../../../shared/domain/online-enrolment.ts';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { type BillingTestWorld, billingWorldForTests, goldPlan, memberId } from '../../support/billing-world.ts';

const email = 'nora@example.com';

async function setup(plan: Partial<PlanVersion> = {}) {
  const world = await billingWorldForTests({ plan });
  const join = async (given: object = {}) => {
    const configuration = await loadConfiguration(world.table, 'aurora');
    if (!configuration) throw new Error('no salon');
    const joining = {
      planId: goldPlan.planId,
      firstName: 'Nora',
      lastName: 'New',
      email,
      language: 'en' as const,
      termsVersion: termsVersionOf(world.plan, world.business, enrolmentOffer(world.plan, '2026-01-31', undefined)),
      ...given,
    };
    const today = localDateOf(world.now(), world.business.timeZone);
    const call = { at: world.now(), today, requestId: `join-${world.now()}` };
    return startEnrolment(world.world, configuration, joining, call);
  };
  return { world, join };
}

async function newcomer(world: BillingTestWorld) {
  const ids = await findByEmail(world.table, 'aurora', email);
  const members = await Promise.all(ids.map((memberId) => loadMember(world.table, 'aurora', memberId)));
  return members.filter((member) => member !== undefined);
}

const eventOf = (world: BillingTestWorld, type: string, objectId: string, paymentIntentId: string): ProviderEvent => ({
  eventId: `evt_${objectId}`,
  type,
  account: 'acct_aurora',
  livemode: false,
  apiVersion: '2026-10-28.endive',
  objectType: type.split('.')[0] ?? '',
  objectId,
  paymentIntentId,
  created: world.now(),
  receivedAt: world.now(),
});

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('joining online', () => {
  test('makes client, membership, paid invoice, credits and invitation, in one step and once (000-033)', async () => {
    const { world, join } = await setup();
    await join();
    expect(await newcomer(world)).toEqual([]);
    expect(await world.finishPage('pm_first')).toMatchObject({
      purpose: 'enrolment',
      payment: 'paid',
      amount: { amount: 9900, currency: 'USD' },
      plan: 'Gold',
      status: 'active',
    });
    const page = world.provider.newestPage();
    const again = { slug: 'aurora', at: world.now(), requestId: 'w', actor: { kind: 'system', job: 'p' } } as const;
    await Promise.all([completeCheckout(world.world, again, page), completeCheckout(world.world, again, page)]);
    const [member, ...others] = await newcomer(world);
    expect(others).toEqual([]);
    expect(member?.memberships.map(({ value }) => value)).toMatchObject([
      { status: 'active', payment: 'card', enrolledVia: 'online', period: { index: 0, start: '2026-01-31' } },
    ]);
    expect(member?.account.value.buckets.map(({ available }) => available)).toEqual([2]);
    expect(member?.billing.value.card?.paymentMethodId).toBe('pm_first');
    expect(member?.profile.invitation?.to).toBe(email);
    expect(world.events('member.invited')).toHaveLength(1);
    expect(world.allInvoices().filter(({ state }) => state === 'paid')).toHaveLength(1);
    // What was agreed to is kept (rule 13).
    expect(world.table.rows().find(({ sk }) => sk.startsWith('CONSENT#'))?.data).toMatchObject({
      termsVersion: termsVersionOf(world.plan, world.business, enrolmentOffer(world.plan, '2026-01-31', undefined)),
      text: expect.stringContaining('I pay $99.00 today and $99.00 on February 28, 2026'),
    });
  });

  test('is nothing while the page is not finished', async () => {
    const { world, join } = await setup();
    await join();
    const page = world.provider.newestPage();
    const report = { slug: 'aurora', at: world.now(), requestId: 'r', actor: { kind: 'visitor' } } as const;
    expect(await codeOf(completeCheckout(world.world, report, page))).toBe('checkout_not_finished');
    expect(await newcomer(world)).toEqual([]);
  });

  test('costs what the preview says: fee and introductory price now, the usual price later', async () => {
    const usd = (amount: number) => ({ amount, currency: 'USD' as const });
    const { world, join } = await setup({ enrolmentFee: usd(2500), intro: { price: usd(4900), periods: 2 } });
    const offer = enrolmentOffer(world.plan, '2026-01-31', undefined);
    expect([offer.dueNow, offer.nextBill]).toEqual([7400, { on: '2026-02-28', amount: 4900 }]);
    await join();
    await world.finishPage('pm_first');
    expect(world.provider.succeeded().map(({ amount }) => amount)).toEqual([7400]);
    await world.live('2026-04-01T00:00:00Z');
    const [member] = await newcomer(world);
    const mine = world.provider.succeeded().filter(({ metadata }) => metadata.memberId === member?.profile.memberId);
    // The salon's other member renews beside her.
    expect(mine.map(({ amount }) => amount)).toEqual([4900, 9900]);
  });

  test('with a trial leaves a card, has the benefits at once, and is charged when the trial is over', async () => {
    const { world, join } = await setup({ trialDays: 14 });
    await join();
    expect(await world.finishPage('pm_first')).toMatchObject({ payment: 'nothing_due' });
    const [member] = await newcomer(world);
    expect(member?.memberships[0]?.value.period).toMatchObject({ index: -1, start: '2026-01-31', end: '2026-02-14' });
    expect(member?.account.value.buckets.map(({ available, expiresOn }) => [available, expiresOn])).toEqual([
      [2, '2026-02-13'],
    ]);
    expect(world.provider.taken).toEqual([]);
  });

  test('and a dispute or refund of that first payment, months later, finds its invoice', async () => {
    const { world, join } = await setup();
    await join();
    await world.finishPage('pm_first');
    const [first] = world.provider.succeeded();
    const paymentIntentId = first?.paymentIntentId ?? '';
    await world.live('2026-05-02T15:00:00Z');
    world.provider.refundThere(paymentIntentId, 1500);
    world.provider.dispute({ disputeId: 'dp_1', paymentIntentId, state: 'open' });
    await takeEvent(world.world, eventOf(world, 'charge.refunded', 'ch_1', paymentIntentId), 'r1');
    await takeEvent(world.world, eventOf(world, 'charge.dispute.created', 'dp_1', paymentIntentId), 'r2');
    const invoice = world
      .allInvoices()
      .find(({ payment }) => payment?.kind === 'card' && payment.paymentIntentId === paymentIntentId);
    expect(invoice).toMatchObject({ refunds: [{ amount: 1500, state: 'done' }], dispute: { state: 'open' } });
  });

  test('with the address of a client joins that record; whoever has the membership already gets the money back', async () => {
    const { world, join } = await setup();
    await join({ email: 'mia@example.com' });
    expect(await codeOf(world.finishPage('pm_first'))).toBe('already_enrolled');
    expect(await codeOf(world.finishPage('pm_first'))).toBe('already_enrolled');
    expect((await world.member()).memberships).toHaveLength(1);
    // The provider has forgotten the key by then, and refuses to give the same money back twice.
    world.pass(72 * 3_600_000);
    expect(await codeOf(world.finishPage('pm_first'))).toBe('already_enrolled');
    expect(world.provider.refunds().map(({ amount }) => amount)).toEqual([9900]);
    // Only the owner of the address is told, by the mail that comes of it.
    expect(world.events('invoice.refunded').map(({ data }) => data)).toMatchObject([
      { memberId, subject: { amount: 9900, reason: 'already_enrolled' } },
    ]);
    // Her card on file is not replaced by a stranger's.
    expect((await world.member()).billing.value.card?.paymentMethodId).toBe('pm_good');
  });

  // Rule 2: coming back is a new membership that knows the one before.
  test('again after the end is a new membership of the same client, with the one before named', async () => {
    const { world, join } = await setup();
    const configuration = await loadConfiguration(world.table, 'aurora');
    const [before] = (await world.member()).memberships;
    if (!configuration || !before) throw new Error('the membership is there');
    const over = { ...before.value, status: 'cancelled' as const, cancelOn: '2026-01-31' };
    await world.table.commit([
      membershipWrite(before, over, {
        ...{ slug: 'aurora', terms: { plan: world.plan, business: world.business, card: undefined } },
        ...{ today: '2026-01-31', tzdata: '2026a' },
      }),
    ]);
    await join({ email: 'mia@example.com', firstName: 'Mia', lastName: 'Member' });
    expect(await world.finishPage('pm_good')).toMatchObject({ status: 'active', plan: 'Gold' });
    const memberships = (await world.member()).memberships.map(({ value }) => value);
    expect(memberships.map(({ status }) => status).sort()).toEqual(['active', 'cancelled']);
    const again = memberships.find(({ status }) => status === 'active');
    expect(again).toMatchObject({ rejoinedFrom: before.value.membershipId, enrolledVia: 'online' });
  });

  test('to terms that have changed meanwhile is asked again', async () => {
    const { world, join } = await setup();
    expect(await codeOf(join({ termsVersion: 'older words' }))).toBe('terms_changed');
    // The page was opened yesterday: its next bill would have been another day.
    world.moveTo('2026-02-03T15:00:00Z');
    expect(await codeOf(join())).toBe('terms_changed');
  });

  test('a plan that is off offer is refused', async () => {
    const { world, join } = await setup();
    const { plan } = world;
    const withdrawn = rowOf(keys.plan('aurora', plan.planId, 1), { ...plan, offered: false });
    await world.table.commit([replace(withdrawn, 1)]);
    expect(await codeOf(join())).toBe('plan_not_offered');
  });
});
