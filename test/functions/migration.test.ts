import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runMigrations } from '../../functions/jobs/run-migrations.ts';
import { keys } from '../../functions/store/keys.ts';
import { loadMember } from '../../functions/store/member-snapshot.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import type { MigrationPreview, MigrationView } from '../../shared/contract/staff/migration-operations.ts';
import { addMoved, nobodyMoved } from '../../shared/domain/migration.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { billingDesk } from '../support/billing-desk.ts';
import { billingWorldForTests, goldPlan, memberId, membershipId, slug } from '../support/billing-world.ts';
import { join, named, theirs } from '../support/everybody.ts';
import { expectLedgersInOrder } from '../support/ledgers.ts';
import { plugPoints, pullThePlug } from '../support/plug.ts';
import { postOffice } from '../support/post-office.ts';

const { planId } = goldPlan;
const path = '/api/{business}/staff/plans/{planId}/migration';
const always = () => true;
const from = '2026-04-01';
const dearer: PlanVersion = {
  ...goldPlan,
  version: 2,
  price: { amount: 11_900, currency: 'USD' },
  benefits: goldPlan.benefits.map((benefit) => ({ ...benefit, units: 3 })) as PlanVersion['benefits'],
  visitAllowance: 3,
};

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

/** Mia pays by card since 31 January; `others` pay at the desk and have an address. It is 5 March, and Gold has a version 2. */
async function salon(others = 0, more: Parameters<typeof billingWorldForTests>[0] = {}) {
  const world = await billingWorldForTests(more);
  const desk = await billingDesk(world);
  const post = postOffice(world);
  await post.live('2026-03-05T15:00:00Z');
  post.mails.length = 0;
  for (let n = 1; n <= others; n += 1) await join(world, n, {}, { email: `client${n}@example.com` });
  const publish = (plan: PlanVersion) =>
    world.table.commit([insert(rowOf(keys.plan(slug, planId, plan.version), plan))]);
  await publish(dearer);
  const call = (method: string, to = '', body: object = {}, key?: string) =>
    desk.call(`${method} ${path}${to}`, body, { planId }, key);
  const membershipOf = async (member: string) => {
    const found = (await loadMember(world.table, slug, member))?.memberships[0]?.value;
    if (found === undefined) throw new Error('no membership');
    return found;
  };
  /** The whole dry run, a part after the other. */
  async function preview(asked: object = {}) {
    const parts: MigrationPreview[] = [];
    for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
      const { status, body } = await call('POST', '/preview', {
        version: 2,
        from,
        ...asked,
        ...(after ? { after } : {}),
      });
      if (status !== 200) throw new Error(JSON.stringify(body));
      parts.push(body);
      after = body.next;
    }
    const count = parts.map((part) => part.count).reduce(addMoved, nobodyMoved);
    const { clients, done, before, after } = count;
    return {
      count,
      moving: parts.flatMap(({ moving }) => moving),
      excluded: parts.flatMap(({ excluded }) => excluded),
      seen: { clients, done, before, after },
    };
  }
  const start = async (asked: object = {}, key?: string) =>
    call('POST', '', { version: 2, from, seen: (await preview(asked)).seen, ...asked }, key);
  const run = (hasTime: () => boolean = always) => runMigrations(world.world, world.now(), hasTime);
  const everybody = [memberId, ...Array.from({ length: others }, (_, n) => named(n + 1))];
  return {
    world,
    desk,
    post,
    publish,
    call,
    preview,
    start,
    run,
    undo: (key?: string) => call('POST', '/undo', { version: 2 }, key),
    state: async () => (await call('GET')).body,
    view: async () => (await call('GET')).body.migration as MigrationView,
    membershipOf,
    keep: (keeps: boolean, ids = { memberId, membershipId }) =>
      desk.call('PUT {member}/memberships/{membershipId}/version', { keeps }, ids),
    waiting: async () => {
      const all = await Promise.all(everybody.map(membershipOf));
      return all.filter(({ pendingChange }) => pendingChange?.reason === 'new_version').length;
    },
    /** Minutes of the schedule. */
    async minutes(count: number) {
      for (let minute = 0; minute < count; minute += 1) {
        world.pass(60_000);
        await run();
      }
    },
  };
}

describe('moving the members of a plan to its new version (rule PC2)', () => {
  test('is shown first: how many, from which bill on, what comes in before and after, who not and why; nothing is changed by looking', async () => {
    const { world, preview, state, waiting } = await salon(44);
    await join(world, 50, { cancelOn: '2026-06-01' }, { email: 'leaving@example.com' });
    await join(world, 51);
    expect(await state()).toEqual({ today: '2026-03-05', earliest: '2026-03-27' });
    const { count, moving, excluded } = await preview();
    expect(count).toMatchObject({ clients: 47, done: 45, onVersion: 0, before: 45 * 9900, after: 45 * 11_900 });
    expect(moving.find((one) => one.memberId === memberId)).toEqual({
      ...{ memberId, membershipId, name: 'Mia Member', version: 1 },
      ...{ on: '2026-04-30', before: 9900, after: 11_900 },
    });
    expect(moving.filter(({ on }) => on === '2026-04-05')).toHaveLength(44);
    expect(excluded.map(({ name, why }) => `${name}: ${why}`).sort()).toEqual([
      'Client50 Other: ending',
      'Client51 Other: not_reachable',
    ]);
    expect(await waiting()).toBe(0);
    expect(world.table.rows().some(({ pk }) => pk === keys.migration(slug, planId).pk)).toBe(false);
  });

  test('then tells everybody once, charges nothing, and takes the new price first with the bill that was said', async () => {
    const { world, post, start, run, view, waiting } = await salon(11);
    expect((await start()).status).toBe(201);
    expect(await view()).toMatchObject({ state: 'checking', mayUndo: true, count: { clients: 0 } });
    const invoices = await world.allInvoices();
    const credits = await world.credits();
    expect(await run()).toMatchObject({ outcome: 'done', failed: 0 });
    expect(await view()).toMatchObject({
      ...{ state: 'moved', firstBill: '2026-04-05', lastBill: '2026-04-30', mayUndo: true },
      count: { clients: 12, done: 12, before: 12 * 9900, after: 12 * 11_900 },
    });
    expect(await waiting()).toBe(12);
    expect(world.allInvoices()).toEqual(invoices);
    expect(await world.credits()).toEqual(credits);
    await post.deliver();
    await post.deliver(true);
    expect(post.mails).toHaveLength(12);
    const mail = post.mails.find(({ to }) => to === 'mia@example.com');
    expect(mail?.subject).toBe('The new price of your membership from April 30, 2026 on');
    for (const part of [
      'Price until then: $99 a month',
      'New price: $119 a month',
      'First bill at the new price: $119.00 (April 30, 2026, charged to Visa •••• 4242)',
      'Three visits for a service no longer offered instead of two',
      'you can cancel by April 29, 2026. That costs nothing, and the bill on April 30, 2026 never comes.',
    ]) {
      expect(mail?.text).toContain(part);
    }
    // The member at the desk is told where it is paid.
    expect(post.mails.find(({ to }) => to === 'client1@example.com')?.text).toContain('paid at the salon');
    post.mails.length = 0;
    await post.live('2026-05-01T15:00:00Z');
    expect((await world.invoices()).map(({ paidOn, total }) => `${paidOn} ${total}`)).toEqual([
      '2026-02-28 9900',
      '2026-03-31 9900',
      '2026-04-30 11900',
    ]);
    // Twenty and five days before it is said again (rule M7), and not before the bill at the old price.
    const toMia = post.mails.filter(({ to }) => to === 'mia@example.com').map(({ tags }) => tags.template);
    expect(toMia.filter((template) => template === 'renewal_notice')).toHaveLength(2);
    expect(await world.membership()).toMatchObject({ planVersion: 2 });
    expect((await world.credits()).filter(({ grantedOn }) => grantedOn === '2026-04-30')).toMatchObject([
      { granted: 3 },
    ]);
    await expectLedgersInOrder(world);
  });

  test('who cancels before that bill is never charged the new price', async () => {
    const { world, desk, post, start, run } = await salon();
    await start();
    await run();
    await post.live('2026-04-28T15:00:00Z');
    const at = { membershipId };
    const { status } = await desk.call(
      'POST {member}/memberships/{membershipId}/cancellation',
      { when: 'period_end' },
      at,
    );
    expect(status).toBe(200);
    await post.live('2026-06-10T15:00:00Z');
    expect((await world.invoices()).map(({ total }) => total)).toEqual([9900, 9900]);
    expect((await world.membership()).status).toBe('cancelled');
  });

  test('does nobody any harm when the figures are others by then: nobody is moved, and it says so', async () => {
    const { world, post, preview, call, run, view, waiting } = await salon(4);
    const { seen } = await preview();
    for (let n = 60; n < 64; n += 1) await join(world, n, {}, { email: `client${n}@example.com` });
    expect((await call('POST', '', { version: 2, from, seen })).status).toBe(201);
    await run();
    expect(await view()).toMatchObject({ state: 'outdated', mayUndo: false, count: { done: 9 } });
    expect(await waiting()).toBe(0);
    await post.deliver();
    expect(post.mails).toEqual([]);
    // Looked at again, it can be done.
    const again = await preview();
    expect((await call('POST', '', { version: 2, from, seen: again.seen })).status).toBe(201);
    await run();
    expect(await view()).toMatchObject({ state: 'moved', count: { done: 9 } });
  });

  test('can be called off for all who were not billed yet: their books are as before, and who was told is told', async () => {
    const { world, post, start, undo, run, view, waiting, membershipOf } = await salon(4);
    const before = await Promise.all([memberId, named(1), named(4)].map(membershipOf));
    const rows = world.table.rows().filter(({ sk }) => /^(INVOICE|ENTRY|MONEY|NOW#CREDIT|NOW#MONEY)/.test(sk));
    await start();
    await run();
    await post.deliver();
    expect(post.mails).toHaveLength(5);
    post.mails.length = 0;
    expect((await undo()).status).toBe(200);
    expect((await undo()).status).toBe(200);
    world.pass(61_000);
    await run();
    expect(await view()).toMatchObject({ state: 'undone', mayUndo: false, count: { clients: 5, done: 5 } });
    expect(await waiting()).toBe(0);
    expect(await Promise.all([memberId, named(1), named(4)].map(membershipOf))).toEqual(before);
    expect(world.table.rows().filter(({ sk }) => /^(INVOICE|ENTRY|MONEY|NOW#CREDIT|NOW#MONEY)/.test(sk))).toEqual(rows);
    await post.deliver();
    expect(post.mails).toHaveLength(5);
    expect(new Set(post.mails.map(({ subject }) => subject))).toEqual(new Set(['Your membership stays as it is']));
    const mail = post.mails.find(({ to }) => to === 'mia@example.com');
    expect(mail?.text).toContain('Price: $99 a month');
    expect(mail?.text).toContain('Next bill: $99.00 (March 31, 2026)');
    expect(world.events('plan.migration_undone')).toHaveLength(1);
    await post.live('2026-05-02T15:00:00Z');
    expect((await world.invoices()).map(({ total }) => total)).toEqual([9900, 9900, 9900]);
  });

  test('called off before the mails could leave, nobody hears of either', async () => {
    const { world, post, start, undo, run } = await salon(3);
    world.moveTo('2026-03-06T03:00:00Z');
    await start();
    await run();
    await post.deliver();
    expect(post.mails).toEqual([]);
    await undo();
    world.pass(61_000);
    await run();
    await post.live('2026-03-06T20:00:00Z');
    expect(post.mails).toEqual([]);
  });

  test('who was billed by the new version stays on it when the others are called off', async () => {
    const { world, desk, post, start, undo, run, view, waiting } = await salon(2);
    await start();
    await run();
    await post.live('2026-04-05T15:00:00Z');
    const at = { memberId: named(1), membershipId: theirs(1) };
    const renewed = await desk.call(
      'POST {member}/memberships/{membershipId}/renewal',
      { after: '2026-03-05', method: 'cash' },
      at,
    );
    expect(renewed.status).toBe(201);
    await undo();
    world.pass(61_000);
    await run();
    expect(await view()).toMatchObject({ state: 'undone', count: { done: 2 } });
    expect(await waiting()).toBe(0);
    expect((await loadMember(world.table, slug, named(1)))?.memberships[0]?.value.planVersion).toBe(2);
  });

  test('leaves out whom staff let stay, before and after; she is told when she had been told of it', async () => {
    const { world, post, preview, start, run, keep, waiting, membershipOf } = await salon(1);
    const first = { memberId: named(1), membershipId: theirs(1) };
    expect((await keep(true, first)).body).toMatchObject({ membership: { keepsVersion: true } });
    expect((await preview()).excluded).toMatchObject([{ name: 'Client1 Other', why: 'kept' }]);
    await start();
    await run();
    expect(await waiting()).toBe(1);
    await post.deliver();
    expect(post.mails.map(({ to }) => to)).toEqual(['mia@example.com']);
    await keep(true);
    await keep(true);
    expect(await membershipOf(memberId)).toMatchObject({ planVersion: 1, keepsVersion: true });
    await post.deliver();
    expect(post.subjects().slice(1)).toEqual(['Your membership stays as it is']);
    expect(world.events('membership.version_kept')).toHaveLength(2);
    // Let go again, she is moved with the next run for the same version.
    await keep(false);
    await start();
    await run();
    expect(await waiting()).toBe(1);
  });

  test('takes those who were left out in a second run, and moves nobody twice', async () => {
    const { world, post, preview, start, run, view, keep } = await salon(2);
    await keep(true);
    await start();
    await run();
    await keep(false);
    const { count, moving } = await preview();
    expect(count.done).toBe(3);
    expect(moving.map(({ name }) => name)).toEqual(['Mia Member']);
    await start();
    await run();
    expect(await view()).toMatchObject({ state: 'moved', count: { done: 3 } });
    expect(world.events('membership.plan_change_scheduled')).toHaveLength(3);
    await post.deliver();
    expect(post.mails).toHaveLength(3);
  });

  test('one that was being charged meanwhile is looked at again some minutes later', async () => {
    const { world, start, run, view, waiting, minutes } = await salon(1);
    // The morning of the bill: the renewal window begins at five.
    world.moveTo('2026-03-31T08:00:00Z');
    world.provider.fail((call) => (call === 'charge' ? 'before' : undefined));
    await start({ from: '2026-05-10' });
    await run();
    expect(await view()).toMatchObject({ state: 'moving', count: { clients: 0 } });
    expect(await waiting()).toBe(1);
    world.provider.fail(() => undefined);
    await world.live('2026-03-31T15:00:00Z');
    await minutes(1);
    expect(await view()).toMatchObject({ state: 'moved', count: { done: 2 } });
    expect((await view()).count.excluded).toEqual({});
    expect(await waiting()).toBe(2);
  });

  test('is refused for what cannot be, in words', async () => {
    const { world, publish, start, call, run, preview } = await salon();
    const { seen } = await preview();
    const code = async (asked: object) => (await call('POST', '', { version: 2, from, seen, ...asked })).body.code;
    expect(await code({ from: '2026-03-26' })).toBe('move_day_out_of_range');
    expect(await code({ from: '2027-03-30' })).toBe('move_day_out_of_range');
    expect(await code({ version: 3 })).toBe('conflicting_change');
    expect((await call('POST', '/undo', { version: 2 })).body.code).toBe('not_found');
    expect(await start({}, 'one-click-of-the-manager')).toEqual(await start({}, 'one-click-of-the-manager'));
    expect(world.events('plan.migration_started')).toHaveLength(1);
    expect(await code({})).toBe('migration_at_work');
    await run();
    await publish({ ...dearer, version: 3, price: { amount: 12_900, currency: 'USD' } });
    expect(await code({})).toBe('conflicting_change');
    expect(await code({ version: 3 })).toBe('migration_waits');
    await publish({ ...dearer, version: 4, interval: { unit: 'year', count: 1 } });
    expect(await code({ version: 4 })).toBe('versions_too_different');
    expect((await call('GET')).body).toMatchObject({ impossible: 'versions_too_different' });
  });
});

describe('whatever dies while members are moved', () => {
  const others = 2;

  test('on the way from the job to the mail: each is moved once, and told once or, after a crash of the mail itself, twice', async () => {
    let died = 0;
    for (const point of plugPoints) {
      const { world, post, start, run, minutes, view, waiting } = await salon(others);
      await start();
      const plug = pullThePlug(world, post, point);
      await run().catch(() => undefined);
      await post.deliver().catch(() => undefined);
      if (plug.hasDied()) died += 1;
      plug.putBack();
      await minutes(3);
      await post.deliver(true);
      await post.deliver(true);
      expect(await waiting()).toBe(others + 1);
      expect(await view()).toMatchObject({ state: 'moved', count: { clients: others + 1, done: others + 1 } });
      expect(world.events('membership.plan_change_scheduled')).toHaveLength(others + 1);
      const told = post.mails.filter(({ tags }) => tags.template === 'new_version_coming');
      expect(new Set(told.map(({ to }) => to)).size).toBe(others + 1);
      expect(told.length).toBeLessThanOrEqual(others + 2);
    }
    expect(died).toBeGreaterThan(12);
  }, 120_000);

  test.each(['before', 'after'] as const)(
    '%s any call of the table while it is called off: everybody is as before',
    async (when) => {
      const undisturbed = await salon(others);
      await undisturbed.start();
      await undisturbed.run();
      await undisturbed.undo();
      undisturbed.world.pass(61_000);
      let calls = 0;
      undisturbed.world.hooks.before = () => {
        calls += 1;
      };
      await undisturbed.run();
      expect(calls).toBeGreaterThan(8);
      for (let last = 1; last <= calls; last += 3) {
        const { world, start, run, undo, minutes, view, waiting } = await salon(others);
        await start();
        await run();
        await undo();
        world.pass(61_000);
        let call = 0;
        world.hooks[when] = () => {
          call += 1;
          if (call >= last) throw new Error('the plug was pulled');
        };
        await run().catch(() => undefined);
        Object.assign(world.hooks, { before: undefined, after: undefined });
        await minutes(3);
        expect(await waiting()).toBe(0);
        expect((await view()).state).toBe('undone');
        expect(world.events('membership.plan_change_undone')).toHaveLength(others + 1);
      }
    },
    120_000,
  );

  test('a run without time goes on where it stopped, two at once do not move twice, and calling off wins', async () => {
    const { world, start, run, undo, minutes, view, waiting } = await salon(85);
    await start();
    let pages = 0;
    await run(() => {
      pages += 1;
      return pages <= 5;
    });
    expect(await view()).toMatchObject({ state: 'moving', count: { clients: 40, done: 40 } });
    await Promise.all([run(), run()]);
    await run();
    expect(await view()).toMatchObject({ state: 'moved', count: { clients: 86, done: 86 } });
    expect(world.events('membership.plan_change_scheduled')).toHaveLength(86);
    await undo();
    world.pass(61_000);
    await Promise.all([run(), run()]);
    await minutes(2);
    expect(await waiting()).toBe(0);
    expect(await view()).toMatchObject({ state: 'undone' });
  });

  test('a job that stood still for two weeks still leaves everybody the whole notice', async () => {
    const { world, start, run, view } = await salon(3);
    await start({ from: '2026-03-27' });
    world.moveTo('2026-03-20T15:00:00Z');
    await run();
    expect(await view()).toMatchObject({ state: 'moved', firstBill: '2026-04-30', lastBill: '2026-05-05' });
  });
});
