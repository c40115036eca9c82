import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runClosures } from '../../functions/jobs/run-closures.ts';
import { keys } from '../../functions/store/keys.ts';
import { loadMember } from '../../functions/store/member-snapshot.ts';
import { membershipWrite } from '../../functions/store/membership-writes.ts';
import type { ClosurePreview, ClosureView } from '../../shared/contract/staff/closure-operations.ts';
import { billingDesk } from '../support/billing-desk.ts';
import { type BillingTestWorld, billingWorldForTests, memberId, membershipId, slug } from '../support/billing-world.ts';
import { join, named, theirs } from '../support/everybody.ts';
import { expectLedgersInOrder } from '../support/ledgers.ts';
import { postOffice } from '../support/post-office.ts';

const path = '/api/{business}/staff/closure';
const days = { from: '2026-03-20', lastDay: '2026-04-02' };
const always = () => true;

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

async function salon(others = 0) {
  const world = await billingWorldForTests();
  const desk = await billingDesk(world);
  const post = postOffice(world);
  await post.live('2026-03-05T15:00:00Z');
  post.mails.length = 0;
  for (let n = 1; n <= others; n += 1) await join(world, n);
  const call = async (method: string, to = '', body: object = {}, key?: string) =>
    desk.call(`${method} ${path}${to}`, body, {}, key);
  const pauseOf = async (member: string) => (await loadMember(world.table, slug, member))?.memberships[0]?.value.pause;
  return {
    world,
    desk,
    post,
    plan: (more: object = {}, key?: string) => call('POST', '', { ...days, expected: others + 1, ...more }, key),
    undo: (from = days.from) => call('POST', '/undo', { from }),
    view: async () => (await call('GET')).body.closure as ClosureView,
    /** The whole dry run, a part after the other. */
    async preview(more: object = {}) {
      const parts: ClosurePreview[] = [];
      for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
        const { status, body } = await call('POST', '/preview', { ...days, ...more, ...(after ? { after } : {}) });
        if (status !== 200) throw new Error(JSON.stringify(body));
        parts.push(body);
        after = body.next;
      }
      return parts;
    },
    run: (hasTime: () => boolean = always) => runClosures(world.world, world.now(), hasTime),
    pauseOf,
    paused: async () =>
      (await Promise.all([memberId, ...Array.from({ length: others }, (_, n) => named(n + 1))].map(pauseOf))).filter(
        (pause) => pause?.by === 'closure',
      ).length,
  };
}

describe('closing the salon for two weeks (rule P10)', () => {
  test('is shown first: how many, who not and why, what moves by how much; and nothing is changed by looking', async () => {
    const { world, preview, paused } = await salon(90);
    await join(world, 91, { status: 'scheduled' });
    const parts = await preview();
    expect(parts.length).toBe(3);
    const sum = (of: (part: ClosurePreview) => number) => parts.reduce((total, part) => total + of(part), 0);
    expect(sum(({ count }) => count.clients)).toBe(92);
    expect(sum(({ count }) => count.done)).toBe(92);
    // Two facial visits of the member whose renewal was paid; the others were never granted any.
    expect(sum(({ visits }) => visits)).toBe(2);
    expect(sum(({ moved }) => moved.bills)).toBe(92);
    const ours = parts.flatMap(({ samples }) => samples).find((sample) => sample.memberId === memberId);
    expect(ours).toMatchObject({
      name: 'Mia Member',
      bill: { before: '2026-03-31', after: '2026-04-14', amount: { amount: 9900 } },
      credits: [{ available: 2, expiresOn: '2026-03-30', expiresOnAfter: '2026-04-13', rests: true }],
    });
    expect(await paused()).toBe(0);
    expect(world.table.rows().some(({ pk }) => pk === keys.closure(slug).pk)).toBe(false);
  });

  test('then pauses everybody once, says so by mail in the morning, and charges later by the days of it', async () => {
    const { world, post, plan, run, view, paused } = await salon(50);
    expect((await plan()).status).toBe(201);
    expect(await view()).toMatchObject({ state: 'pausing', mayUndo: true, expected: 51, count: { clients: 0 } });
    expect(await run()).toMatchObject({ outcome: 'done', clients: 51, failed: 0 });
    expect(await view()).toMatchObject({ state: 'planned', count: { clients: 51, done: 51 }, excluded: [] });
    expect(await paused()).toBe(51);
    expect(await run()).toMatchObject({ businesses: 0 });
    await post.deliver();
    expect(post.mails).toHaveLength(1);
    expect(post.newest()).toMatchObject({ to: 'mia@example.com', subject: 'Your membership pauses on March 20, 2026' });
    expect(post.newest().text).toContain('Aurora is closed on these days');
    expect(post.newest().text).toContain('Next bill: $99.00 (April 14, 2026');
    expect(post.newest().text).not.toContain('come back earlier');
    // It costs no fee, and counts against nothing.
    expect((await world.membership()).pause).toMatchObject({ by: 'closure', dates: 'shift', benefits: 'frozen' });
    await world.live('2026-05-20T15:00:00Z');
    expect((await world.invoices()).map(({ paidOn }) => paidOn)).toEqual(['2026-02-28', '2026-04-14', '2026-05-14']);
    await expectLedgersInOrder(world);
  });

  test('leaves out who owes, pauses anyway, is leaving or has not begun, and names them with the reason', async () => {
    const { world, desk, preview, plan, run, view } = await salon();
    await join(world, 1, { cancelOn: '2026-04-05' });
    await join(world, 2, { cancelOn: '2026-03-20' });
    await join(world, 3, { status: 'past_due', due: openDue });
    await join(world, 4, {
      status: 'scheduled',
      anchor: { date: '2026-04-01', interval: world.plan.interval },
      period: { index: -1, start: '2026-04-01', end: '2026-04-01' },
    });
    await join(world, 7, { period: { index: -1, start: '2026-03-05', end: '2026-04-01' } });
    // Of one that is paused and cancelled, the end is what there is to talk about.
    await join(world, 8, {
      cancelOn: '2026-04-20',
      pause: { from: '2026-03-01', until: '2026-03-25', dates: 'shift', benefits: 'frozen', by: 'member', agreedAt: 0 },
    });
    await desk.call(
      'POST {member}/memberships/{membershipId}/pause',
      { start: 'now', end: { kind: 'open' } },
      { membershipId },
    );
    const [shown] = await preview();
    await plan();
    await run();
    const closure = await view();
    expect(closure.count).toEqual(shown?.count);
    expect(closure.count).toMatchObject({
      done: 0,
      excluded: { cancelled: 2, payment_open: 1, not_begun: 1, trial: 1, own_pause: 1 },
    });
    expect(closure.excluded.map(({ name, why }) => `${name}: ${why}`).sort()).toEqual([
      'Client1 Other: cancelled',
      'Client3 Other: payment_open',
      'Client4 Other: not_begun',
      'Client7 Other: trial',
      'Client8 Other: cancelled',
      'Mia Member: own_pause',
    ]);
  });

  test('takes in on its first day who has joined or paid meanwhile', async () => {
    const { world, plan, run, view, pauseOf } = await salon(1);
    await join(world, 5, { status: 'past_due', due: openDue });
    await plan();
    await run();
    const stored = (await loadMember(world.table, slug, named(5)))?.memberships[0];
    if (stored === undefined) throw new Error('the membership is there');
    const { due: _, ...paid } = stored.value;
    await world.table.commit([
      membershipWrite(
        stored,
        { ...paid, status: 'active' },
        {
          slug,
          terms: { plan: world.plan, business: world.business },
          today: '2026-03-05',
          tzdata: '2026a',
        },
      ),
    ]);
    world.moveTo('2026-03-10T15:00:00Z');
    await join(world, 6);
    await run();
    expect(await pauseOf(named(6))).toBeUndefined();
    // Midnight in New York.
    world.moveTo('2026-03-20T04:01:00Z');
    expect(await run()).toMatchObject({ clients: 4 });
    expect(await view()).toMatchObject({ state: 'set', mayUndo: false, count: { clients: 4, done: 4 } });
    for (const member of [named(5), named(6)]) {
      expect(await pauseOf(member)).toMatchObject({ by: 'closure', from: '2026-03-20', until: '2026-04-03' });
    }
    await run();
    expect((await world.table.due({ pk: 'DUE#CLOSURE#0', until: '9', limit: 5 })).length).toBe(0);
  });

  test('who cannot be charged before it is told that they are not paused, and is paused once that is paid', async () => {
    const { world, post, plan, run, pauseOf } = await salon();
    await plan({ from: '2026-04-10', lastDay: '2026-04-23' });
    await run();
    await post.deliver();
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    world.moveTo('2026-03-31T13:30:00Z');
    await post.live('2026-03-31T15:00:00Z');
    expect(await pauseOf(memberId)).toBeUndefined();
    expect(post.subjects()).toContain('Your pause will not begin');
    const told = post.mails.find(({ subject }) => subject === 'Your pause will not begin');
    expect(told?.text).toContain('does not rest on these days as long as a payment is open');
    world.provider.behave('pm_good', 'good');
    await post.live('2026-04-03T15:00:00Z');
    expect((await world.membership()).status).toBe('active');
    world.moveTo('2026-04-10T04:01:00Z');
    await run();
    expect(await pauseOf(memberId)).toMatchObject({ by: 'closure', from: '2026-04-10', until: '2026-04-24' });
  });

  test('can be taken back until it begins, and leaves no trace in bills and credits', async () => {
    const { world, post, plan, undo, run, view, paused } = await salon(45);
    const before = await world.membership();
    await plan();
    await run();
    await post.deliver();
    expect((await undo()).status).toBe(200);
    expect((await undo()).status).toBe(200);
    world.pass(61_000);
    expect(await run()).toMatchObject({ clients: 46 });
    expect(await view()).toMatchObject({ state: 'undone', isOver: true, count: { done: 46 } });
    expect(await paused()).toBe(0);
    expect(await world.membership()).toEqual(before);
    await post.deliver();
    expect(post.subjects()).toEqual(['Your membership pauses on March 20, 2026', 'Your pause will not begin']);
    expect(post.newest().text).toContain('Aurora stays open');
    expect(world.events('closure.undone')).toHaveLength(1);
    // Another can be planned then; one that has begun stays.
    expect((await plan({ from: '2026-03-05' })).status).toBe(201);
    expect((await undo('2026-03-05')).body).toMatchObject({ code: 'closure_has_begun' });
    expect((await plan({ from: '2026-06-01', lastDay: '2026-06-02' })).body).toMatchObject({ code: 'closure_planned' });
  });

  test('is planned once by one click, for days that can be', async () => {
    const { world, plan, undo } = await salon();
    const first = await plan({}, 'one-click-of-the-owner');
    expect(await plan({}, 'one-click-of-the-owner')).toEqual(first);
    expect(world.events('closure.planned')).toHaveLength(1);
    expect((await undo('2026-03-21')).body).toMatchObject({ code: 'not_found' });
    for (const bad of [
      { from: '2026-03-04' },
      { from: '2026-04-03' },
      { from: '2028-01-01', lastDay: '2028-01-02' },
      { lastDay: '2027-03-21' },
    ]) {
      expect((await plan(bad)).body).toMatchObject({ code: 'closure_days_out_of_range' });
    }
  });
});

const openDue = {
  invoiceId: `${theirs(3)}.1`,
  period: { index: 1, start: '2026-03-05', end: '2026-04-05' },
  since: '2026-03-05',
  amount: 9900,
  step: 0,
  attempts: 1,
  declineClass: 'soft',
} as const;

describe('whatever dies while everybody is paused', () => {
  /** Runs what is due, again and again, as the schedule does. */
  async function heal({ run }: Awaited<ReturnType<typeof salon>>, world: BillingTestWorld): Promise<void> {
    Object.assign(world.hooks, { before: undefined, after: undefined });
    for (let minute = 0; minute < 4; minute += 1) {
      world.pass(60_000);
      await run();
    }
  }

  test.each(['before', 'after'] as const)(
    '%s any call of the table: everybody is paused once, counted once and told once',
    async (when) => {
      const others = 3;
      const undisturbed = await salon(others);
      await undisturbed.plan();
      let calls = 0;
      undisturbed.world.hooks.before = () => {
        calls += 1;
      };
      await undisturbed.run();
      expect(calls).toBeGreaterThan(8);
      for (let last = 1; last <= calls; last += 4) {
        const closing = await salon(others);
        const { world, plan, run, view, paused } = closing;
        await plan();
        let call = 0;
        world.hooks[when] = () => {
          call += 1;
          if (call >= last) throw new Error('the plug was pulled');
        };
        await run().catch(() => undefined);
        await heal(closing, world);
        expect(await paused()).toBe(others + 1);
        expect(await view()).toMatchObject({ state: 'planned', count: { clients: others + 1, done: others + 1 } });
        expect(world.events('membership.pause_agreed')).toHaveLength(others + 1);
      }
    },
    120_000,
  );

  test('a run without time goes on where it stopped, two at once do not pause twice, and undoing wins', async () => {
    const closing = await salon(85);
    const { world, plan, undo, run, view, paused } = closing;
    await plan();
    let pages = 0;
    await run(() => {
      pages += 1;
      return pages <= 2;
    });
    expect(await view()).toMatchObject({ state: 'pausing', count: { clients: 40, done: 40 } });
    await Promise.all([run(), run()]);
    await run();
    expect(await view()).toMatchObject({ state: 'planned', count: { clients: 86, done: 86 } });
    expect(world.events('membership.pause_agreed')).toHaveLength(86);
    await undo();
    world.pass(61_000);
    await Promise.all([run(), run()]);
    await heal(closing, world);
    expect(await paused()).toBe(0);
    expect(await view()).toMatchObject({ state: 'undone' });
  });
});
