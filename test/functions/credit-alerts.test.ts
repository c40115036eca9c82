import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type DueAccount, expireAccount } from '../../functions/jobs/expire-credits.ts';
import { sweepExpiredCredits } from '../../functions/jobs/sweep-expired-credits.ts';
import { keys } from '../../functions/store/keys.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import { billingDesk } from '../support/billing-desk.ts';
import { type BillingTestWorld, billingWorldForTests, membershipId, slug } from '../support/billing-world.ts';
import { plugPoints, pullThePlug } from '../support/plug.ts';
import { postOffice } from '../support/post-office.ts';

const serviceId = 'svc_01JAB000000000000000000001';
const hour = 3_600_000;

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

/** One run of the sweep of credits and of its worker; the messages that it queued. */
async function sweepCredits(world: BillingTestWorld): Promise<DueAccount[]> {
  const queued: DueAccount[] = [];
  const queue = { send: async (messages: readonly unknown[]) => void queued.push(...(messages as DueAccount[])) };
  await sweepExpiredCredits(world.table, queue, world.now(), () => true);
  for (const message of queued) await expireAccount(world.world, message, 'run');
  return queued;
}

/** A salon whose member got two visits on 28 February, to be used by 30 March; New York. */
async function salon(options: Parameters<typeof billingWorldForTests>[0] = {}) {
  const world = await billingWorldForTests(options);
  const service = { serviceId, name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' };
  await world.table.commit([insert(rowOf(keys.service(slug, serviceId), service))]);
  const desk = await billingDesk(world);
  const post = postOffice(world);
  const told: { readonly at: string; readonly subject: string; readonly text: string; readonly html: string }[] = [];
  const { send } = post.mailWorld.mailer;
  post.mailWorld.mailer.send = async (mail) => {
    await send(mail);
    const { subject, text, html } = mail;
    if (mail.tags.template === 'credits_expiring')
      told.push({ at: new Date(world.now()).toISOString().slice(0, 13), subject, text, html });
  };
  async function turn(asleep = false) {
    await world.sweep();
    if (!asleep) await sweepCredits(world);
    await post.deliver();
    await post.sweep();
  }
  /** Lives in steps of some hours, nine o’clock among them; `asleep` without the sweep of credits, as in an outage of it. */
  async function live(until: string, asleep = false) {
    for (const end = Date.parse(until); world.now() < end; world.pass(4 * hour)) await turn(asleep);
  }
  world.moveTo('2026-02-28T13:00:00Z');
  await turn();
  world.moveTo('2026-03-01T13:00:00Z');
  const grant = (units: number, expiresOn: string) =>
    desk.call('POST {member}/credits', {
      ...{ kind: 'visits', serviceIds: [serviceId], units, expiresOn, reason: 'goodwill' },
    });
  return { world, desk, post, told, live, grant };
}

const days = (told: readonly { readonly at: string }[]) => told.map(({ at }) => at);

describe('what expires soon is told', () => {
  // Domain rules section 19: 14, 7 and 2 days before, at the business’s nine o’clock.
  test('14, 7 and 2 days before the last day, at nine in the salon’s morning, in words without a treatment in the subject', async () => {
    const { told, live } = await salon();
    await live('2026-03-31T15:00:00Z');
    expect(days(told)).toEqual(['2026-03-16T13', '2026-03-23T13', '2026-03-28T13']);
    expect(new Set(told.map(({ subject }) => subject))).toEqual(new Set(['Use by March 30: a reminder']));
    expect(told[1]?.text).toContain('Use by March 30, in 7 days');
    expect(told[1]?.text).toMatch(/two/i);
    expect(told[1]?.text).toContain('/portal/unsubscribe#');
  });

  test('and what was used meanwhile is not', async () => {
    const { world, desk, told, live } = await salon();
    await live('2026-03-20T15:00:00Z');
    expect(days(told)).toEqual(['2026-03-16T13']);
    await desk.redeem(1);
    await live('2026-03-24T15:00:00Z');
    expect(told.at(-1)?.text).toMatch(/one/i);
    await desk.redeem(1);
    await live('2026-03-31T15:00:00Z');
    expect(told).toHaveLength(2);
    // The new period’s credits are told in their own time.
    expect(world.events('credit.expiring')).toHaveLength(2);
  });

  test('not even when it was used in the minutes before the mail left', async () => {
    const { world, desk, post, told, live } = await salon();
    await live('2026-03-16T13:00:00Z');
    await sweepCredits(world);
    expect(world.events('credit.expiring')).toHaveLength(1);
    await desk.redeem(2);
    await post.deliver();
    expect(told).toEqual([]);
  });

  test('in one mail a day, whatever comes together in it', async () => {
    const { told, live, grant } = await salon();
    expect((await grant(3, '2026-03-23')).status).toBe(201);
    expect((await grant(1, '2026-03-30')).status).toBe(201);
    await live('2026-03-16T15:00:00Z');
    // A week before the one, two weeks before the others, which are one line.
    expect(days(told)).toEqual(['2026-03-09T13', '2026-03-16T13']);
    const text = told.at(-1)?.text ?? '';
    expect(text).toMatch(/Use by March 23, in 7 days[\s\S]*three[\s\S]*Use by March 30, in 2 weeks[\s\S]*three/i);
  });

  test('and a gift with a near last day is not followed by a warning on the same day', async () => {
    const { told, live, grant } = await salon();
    await live('2026-03-05T15:00:00Z');
    await grant(1, '2026-03-12');
    await live('2026-03-09T15:00:00Z');
    expect(told).toEqual([]);
    await live('2026-03-11T15:00:00Z');
    expect(days(told)).toEqual(['2026-03-10T13']);
  });
});

describe('nothing is told about what is not going to be lost', () => {
  const pause = 'POST {member}/memberships/{membershipId}/pause';

  test('while it rests in a pause, and then by its later last day', async () => {
    const { world, desk, told, live } = await salon();
    await live('2026-03-10T15:00:00Z');
    const asked = { start: 'now', end: { kind: 'last_day', lastDay: '2026-03-25' } };
    expect((await desk.call(pause, asked, { membershipId })).status).toBe(201);
    await live('2026-04-20T15:00:00Z');
    expect((await world.credits()).map(({ expiresOn }) => expiresOn)).toContain('2026-04-15');
    expect(days(told)).toEqual(['2026-04-01T13', '2026-04-08T13', '2026-04-13T13']);
  });

  test('but a pause that begins with the next bill saves nothing of what ends before it', async () => {
    const { desk, told, live } = await salon();
    await live('2026-03-15T15:00:00Z');
    const asked = { start: 'period_end', end: { kind: 'last_day', lastDay: '2026-04-20' } };
    expect((await desk.call(pause, asked, { membershipId })).status).toBe(201);
    await live('2026-03-29T15:00:00Z');
    expect(days(told)).toEqual(['2026-03-16T13', '2026-03-23T13', '2026-03-28T13']);
  });

  test('in a pause without an end', async () => {
    const { desk, told, live } = await salon();
    const asked = { start: 'now', end: { kind: 'open' } };
    expect((await desk.call(pause, asked, { membershipId })).status).toBe(201);
    await live('2026-04-05T15:00:00Z');
    expect(told).toEqual([]);
  });

  test('while a payment is open and it cannot be used', async () => {
    const plan = {
      benefits: [
        { kind: 'visits' as const, key: 'facial', serviceIds: [serviceId], units: 2, rollover: { maxAgePeriods: 1 } },
      ],
    };
    const { world, told, live } = await salon({ plan });
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    await live('2026-04-20T15:00:00Z');
    // The bill of 31 March is open, the grace is over: what lasts until 29 April rests.
    expect((await world.membership()).due).toBeDefined();
    expect(told).toEqual([]);
    expect(world.events('credit.expiring')).toEqual([]);
  });
});

describe('whoever does not want it', () => {
  test('ends these mails alone, with one click', async () => {
    const { world, post, told, live } = await salon();
    await live('2026-03-17T15:00:00Z');
    const unsubscribeToken = post.token('unsubscribe');
    expect((await post.call('unsubscribe/{unsubscribeToken}', '', { unsubscribeToken })).status).toBe(200);
    expect((await world.member()).profile.unsubscribed).toEqual(['expiry_alerts']);
    await live('2026-03-31T15:00:00Z');
    expect(told).toHaveLength(1);
    // Nor does the history say that anybody was reminded again.
    expect(world.events('credit.expiring')).toHaveLength(1);
    expect((await world.member()).alerts.value.said).toMatchObject([{ days: 2 }]);
  });
});

describe('whatever fails', () => {
  test('after an outage of days, even with a visit used in it, the next run tells what is true then', async () => {
    const { desk, told, live } = await salon();
    await live('2026-03-15T15:00:00Z');
    await live('2026-03-18T15:00:00Z', true);
    await desk.redeem(1);
    await live('2026-03-19T15:00:00Z', true);
    await live('2026-03-19T20:00:00Z');
    expect(days(told)).toEqual(['2026-03-19T17']);
    expect(told[0]?.text).toMatch(/Use by March 30, in 11 days[\s\S]*one/i);
    await live('2026-03-31T15:00:00Z');
    expect(days(told).slice(1)).toEqual(['2026-03-23T13', '2026-03-28T13']);
  });

  test('a message that comes twice, or long after, tells nothing again', async () => {
    const { world, told, live, post } = await salon();
    await live('2026-03-16T13:00:00Z');
    const [message] = await sweepCredits(world);
    if (!message) throw new Error('something was due');
    for (const again of [message, message]) await expireAccount(world.world, again, 'again');
    world.pass(5 * 24 * hour);
    await expireAccount(world.world, message, 'late');
    world.pass(-5 * 24 * hour);
    await post.deliver();
    expect(world.events('credit.expiring')).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(await sweepCredits(world)).toEqual([]);
  });

  test.each(plugPoints)(
    '%s, %s its %ith time: it is told, and twice only if the mail had left',
    async (call, when, nth) => {
      const { world, post, told } = await salon();
      world.moveTo('2026-03-16T13:00:00Z');
      const plug = pullThePlug(world, post, [call, when, nth]);
      await sweepCredits(world).catch(() => undefined);
      await sweepCredits(world).catch(() => undefined);
      await post.deliver().catch(() => undefined);
      await post.deliver(true);
      plug.putBack();
      await sweepCredits(world);
      await post.deliver(true);
      await post.sweep();
      expect(world.events('credit.expiring')).toHaveLength(1);
      expect(told.length).toBeGreaterThanOrEqual(1);
      const mayBeTwice = call === 'send' ? when === 'after' : true;
      expect(told.length).toBeLessThanOrEqual(mayBeTwice ? 2 : 1);
      if (nth === 0) expect(plug.hasDied()).toBe(true);
      expect((await world.member()).alerts.value.said).toHaveLength(1);
    },
  );
});
