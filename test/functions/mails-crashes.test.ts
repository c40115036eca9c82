import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sweepMails } from '../../functions/jobs/sweep-mails.ts';
import { waitingMail } from '../../functions/store/mail-rows.ts';
import { billingWorldForTests, memberId, membershipId } from '../support/billing-world.ts';
import { plugPoints, pullThePlug } from '../support/plug.ts';
import { postOffice } from '../support/post-office.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;
/** The bill date of the world's member, nine o'clock in New York. */
const nine = '2026-02-28T14:00:00Z';
const beforeNine = '2026-02-28T13:55:00Z';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

describe('whatever dies while mails are sent', () => {
  // R11, fault F33
  test.each(plugPoints)(
    '%s, %s its %ith time: none is lost, and one comes twice only if it had left',
    async (call, when, nth) => {
      const world = await billingWorldForTests();
      const post = postOffice(world);
      world.provider.behave('pm_good', soft);
      await world.live(beforeNine);
      await post.announce('payment.link_requested', {}, { kind: 'staff', staffId: 'stf_01JAB000000000000000000001' });
      const plug = pullThePlug(world, post, [call, when, nth]);
      await post.deliver().catch(() => undefined);
      await post.deliver(true);
      world.moveTo(nine);
      await post.sweep();
      await post.sweep();
      plug.putBack();
      await post.deliver(true);
      await post.sweep();
      for (const template of ['payment_link', 'payment_first']) {
        const sent = post.mails.filter(({ tags }) => tags.template === template).length;
        expect(sent).toBeGreaterThanOrEqual(1);
        expect(sent).toBeLessThanOrEqual(2);
      }
      if (nth === 0) expect(plug.hasDied()).toBe(true);
      const twice = post.mails.length - 2;
      expect(twice).toBeLessThanOrEqual(1);
      if (call === 'send' && when === 'after' && nth < 2) expect(twice).toBe(1);
      if (call === 'query' || (call === 'send' && when === 'before')) expect(twice).toBe(0);
      expect(world.table.rows().filter(({ duePk }) => duePk?.startsWith('DUE#MAIL'))).toEqual([]);
    },
  );
});

test('mails of a morning leave at a pace, and what does not fit waits for the next run', async () => {
  const world = await billingWorldForTests();
  const post = postOffice(world);
  world.moveTo(beforeNine);
  const { chance } = world.world;
  for (let count = 0; count < 2500; count += 1) {
    const eventId = chance.newId('event', world.now());
    const actor = { kind: 'system', job: 'bill-memberships' } as const;
    const event = {
      eventId,
      type: 'receipt.ready',
      business: 'aurora',
      memberId,
      actor,
      at: world.now(),
      requestId: 'r',
      subject: { membershipId },
    } as const;
    await world.table.commit([waitingMail(event, Date.parse(nine), undefined)]);
  }
  world.moveTo(nine);
  const queued: { time: string; delay: number }[] = [];
  const queue = {
    send: async (messages: readonly unknown[], delaySeconds: (position: number) => number = () => 0) => {
      for (const [index, message] of messages.entries())
        queued.push({ time: (message as { time: string }).time, delay: delaySeconds(index) });
    },
  };
  expect(await sweepMails(world.table, queue, world.now(), () => true)).toMatchObject({ queued: 2400 });
  const perSecond = new Map<number, number>();
  for (const { delay, time } of queued) {
    perSecond.set(delay, (perSecond.get(delay) ?? 0) + 1);
    expect(Date.parse(time)).toBe(Date.parse(nine) + delay * 1000);
  }
  expect(Math.max(...perSecond.values())).toBe(10);
  expect(Math.max(...perSecond.keys())).toBeLessThan(300);
  expect(post.mails).toEqual([]);
});
