import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { reopenOne } from '../../../functions/billing/close-salon.ts';
import type { CancellationView } from '../../../shared/contract/cancellation-views.ts';
import { nobodyYet } from '../../../shared/domain/closure.ts';
import { billingDesk } from '../../support/billing-desk.ts';
import { type BillingTestWorld, billingWorldForTests, membershipId } from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';
import { postOffice } from '../../support/post-office.ts';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const pausePath = 'POST {member}/memberships/{membershipId}/pause';
const cancelPath = 'POST {member}/memberships/{membershipId}/cancellation';

/** A membership whose bills are of the last day of the month, paid until 30 March, and a pause that begins with that bill. */
async function salon(options: Parameters<typeof billingWorldForTests>[0] = {}) {
  const world = await billingWorldForTests(options);
  const desk = await billingDesk(world);
  const post = postOffice(world);
  await post.live('2026-03-05T15:00:00Z');
  const done = async (answer: ReturnType<typeof desk.call>) => {
    const { status, body } = await answer;
    expect([body, Number(status) < 300]).toEqual([body, true]);
    await post.deliver();
    return body as { cancellation: CancellationView };
  };
  const at = { membershipId };
  return {
    world,
    post,
    desk,
    pause: (lastDay: string | undefined, start: 'now' | 'period_end' = 'period_end') =>
      done(
        desk.call(
          pausePath,
          {
            start,
            end: lastDay === undefined ? { kind: 'open' } : { kind: 'last_day', lastDay },
            beyondLimits: true,
            reason: 'asked',
          },
          at,
        ),
      ),
    resume: () => done(desk.call(pausePath.replace('POST', 'PUT'), { end: { kind: 'resume' } }, at)),
    preview: async (when: 'now' | 'period_end' = 'period_end') =>
      (await done(desk.ask(cancelPath.replace('POST', 'GET'), { when }, at))).cancellation,
    cancel: async (ask: object = { when: 'period_end' }) => (await done(desk.call(cancelPath, ask, at))).cancellation,
    undo: () => done(desk.call(cancelPath.replace('POST', 'DELETE'), {}, at)),
  };
}
const charged = (world: BillingTestWorld) =>
  world.provider.taken.map(({ at }) => new Date(at).toISOString().slice(0, 10));

// Rule K3: what was arranged is kept with the cancellation.
describe('a pause to come, and a cancellation that is taken back', () => {
  test('the preview, the confirmation and the mail say that the pause is off, and that it comes back', async () => {
    const { post, pause, preview, cancel } = await salon();
    await pause('2026-04-28');
    const said = await preview();
    expect(said).toMatchObject({
      dropsPause: { from: '2026-03-31', lastDay: '2026-04-28' },
      undo: { nextBill: { on: '2026-04-29' }, pause: { from: '2026-03-31', lastDay: '2026-04-28', comesBack: true } },
    });
    // The end comes before the first day of the pause: it is never too late.
    expect(said.undo?.pause).not.toHaveProperty('comesBackUntil');
    expect({ ...(await cancel()), decided: false }).toEqual(said);
    expect({ ...(await preview()), decided: false }).toEqual(said);
    const { text } = post.newest();
    expect(text).toContain('Planned pause: is off (March 31, 2026 to April 28, 2026)');
    expect(text).toContain(
      'If the cancellation is taken back, the planned pause (March 31, 2026 to April 28, 2026) takes place after all. The next bill is then $99.00 on April 29, 2026.',
    );
  });

  test('taken back in time it takes place, and everything is charged as if nothing had happened', async () => {
    const [never, undone] = [await salon(), await salon()];
    for (const { pause } of [never, undone]) await pause('2026-04-28');
    await undone.cancel();
    undone.world.moveTo('2026-03-28T15:00:00Z');
    await undone.undo();
    const { text, subject } = undone.post.newest();
    expect(subject).toBe('Your membership goes on');
    expect(text).toContain('Pause: March 31, 2026 to April 28, 2026');
    expect(text).toContain('Next bill: $99.00 (April 29, 2026)');
    for (const { world } of [never, undone]) await world.live('2026-08-01T00:00:00Z');
    expect(charged(undone.world)).toEqual(charged(never.world));
    expect(charged(undone.world).slice(0, 2)).toEqual(['2026-02-28', '2026-04-29']);
    expect(await undone.world.membership()).toEqual(await never.world.membership());
    await expectLedgersInOrder(undone.world);
  });

  test('on its first day it begins with that, and credits rest at once', async () => {
    const { world, pause, cancel, preview, undo } = await salon();
    await pause('2026-04-28');
    await cancel({ when: 'on_date', lastDay: '2026-06-15' });
    world.moveTo('2026-03-31T03:00:00Z');
    expect((await preview()).undo?.pause).toMatchObject({ comesBack: true, comesBackUntil: '2026-03-31' });
    // Once the bill of that day is paid, the pause begins inside of the new period.
    await world.live('2026-03-31T15:00:00Z');
    await undo();
    expect(await world.membership()).toMatchObject({ status: 'paused', pause: { begun: true, from: '2026-03-31' } });
    expect((await world.credits()).some(({ rests }) => rests?.from === '2026-03-31')).toBe(true);
    await expectLedgersInOrder(world);
  });

  test('after its first day it stays off: said before, afterwards, and in the mail', async () => {
    const { world, post, pause, cancel, preview, undo } = await salon();
    await pause('2026-04-28');
    await cancel({ when: 'on_date', lastDay: '2026-06-15' });
    expect(post.newest().text).toContain('If the cancellation is taken back by March 31, 2026, the planned pause');
    await post.live('2026-04-01T15:00:00Z');
    const said = await preview();
    expect(said.undo).toEqual({
      nextBill: { on: '2026-04-30', amount: { amount: 9900, currency: 'USD' } },
      pause: { from: '2026-03-31', lastDay: '2026-04-28', comesBack: false },
    });
    await undo();
    const membership = await world.membership();
    expect(membership).not.toHaveProperty('pause');
    expect(membership).not.toHaveProperty('putOffPause');
    expect(post.newest().text).toContain(
      'The pause that was planned (March 31, 2026 to April 28, 2026) does not come back with it.',
    );
  });

  test('ended at once, nothing is kept, and the mail names the pause all the same', async () => {
    const { world, post, pause, cancel } = await salon();
    await pause('2026-04-28');
    expect(await cancel({ when: 'now' })).toMatchObject({ dropsPause: { from: '2026-03-31' } });
    expect(await world.membership()).not.toHaveProperty('putOffPause');
    expect(post.newest().text).toContain('Planned pause: is off (March 31, 2026 to April 28, 2026)');
  });

  test('a pause without an end is over with it, which is said, and does not begin again', async () => {
    const { world, post, pause, preview, cancel, undo } = await salon();
    await pause(undefined, 'now');
    world.moveTo('2026-03-10T15:00:00Z');
    expect(await preview()).toMatchObject({ endsPause: true, lastDay: '2026-04-04' });
    await cancel();
    expect(post.newest().text).toContain('Pause: ends today');
    await undo();
    await world.live('2026-03-11T15:00:00Z');
    expect(await world.membership()).toMatchObject({ status: 'active' });
    expect(await world.membership()).not.toHaveProperty('pause');
  });

  // Rule P3
  test('in a pause that goes on, the preview, the confirmation and the mail say that what is left rests until it is over', async () => {
    const { world, post, pause, preview, cancel } = await salon();
    await pause('2026-04-03', 'now');
    world.moveTo('2026-03-10T15:00:00Z');
    const said = await preview();
    expect(said.restsUntil).toBe('2026-04-03');
    expect(said.credits.length).toBeGreaterThan(0);
    expect(said.credits.every(({ rests }) => rests)).toBe(true);
    expect({ ...(await cancel()), decided: false }).toEqual(said);
    expect(post.newest().text).toMatch(/rests in the pause until and including April 3, 2026, then usable until/);
    // Over, it is usable as said.
    await world.live('2026-04-05T15:00:00Z');
    const after = await preview();
    expect(after).not.toHaveProperty('restsUntil');
    expect(after.credits.map(({ rests: _, ...credit }) => credit)).toEqual(
      said.credits.map(({ rests: _, ...credit }) => credit),
    );
    expect(after.credits.some(({ rests }) => rests)).toBe(false);
  });

  test('ended in a pause at once, nothing is said to rest', async () => {
    const { world, pause, preview } = await salon();
    await pause('2026-04-03', 'now');
    world.moveTo('2026-03-10T15:00:00Z');
    const said = await preview('now');
    expect([said.atOnce, said.restsUntil, said.credits.some(({ rests }) => rests)]).toEqual([true, undefined, false]);
  });

  test('a closure that is taken back meanwhile does not come back with it', async () => {
    const closing = { from: '2026-04-10', until: '2026-04-20', by: 'closure' } as const;
    const { world, cancel, undo } = await salon({
      membership: { pause: { ...closing, dates: 'shift', benefits: 'frozen', agreedAt: 0 } },
    });
    await cancel();
    expect(await world.membership()).toMatchObject({ putOffPause: closing });
    const plannedBy = 'stf_01JAB000000000000000000001';
    const closure = { ...closing, plannedAt: 0, plannedBy, expected: 1, state: 'undoing', count: nobodyYet } as const;
    expect(await reopenOne(world.world, world.scene(), closure)).toBe(false);
    await undo();
    expect(await world.membership()).not.toHaveProperty('pause');
  });
});

// Goals I5: an answer can be lost on its way.
describe('the same request again', () => {
  const resume = (desk: Awaited<ReturnType<typeof salon>>['desk'], key: string) =>
    desk.call(pausePath.replace('POST', 'PUT'), { end: { kind: 'resume' } }, { membershipId }, key);

  test.each([
    ['coming back early', 'now'],
    ['taking back a pause to come', 'period_end'],
  ] as const)('%s has the same answer, and is done and told once', async (_, start) => {
    const { world, post, desk, pause } = await salon();
    await pause('2026-04-28', start);
    world.moveTo('2026-03-10T15:00:00Z');
    const first = await resume(desk, 'one-click-of-the-mouse');
    const after = await world.membership();
    world.pass(60_000);
    expect(first.status).toBe(200);
    expect(await resume(desk, 'one-click-of-the-mouse')).toEqual(first);
    expect(await world.membership()).toEqual(after);
    await post.deliver();
    expect(post.mails.filter(({ tags }) => /pause_(resumed|called_off)/.test(tags.template ?? ''))).toHaveLength(1);
    // Somebody who asks anew learns that there is nothing to end.
    expect((await resume(desk, 'another-click-a-day-later')).body.code).toBe('not_paused');
  });

  test('taking a cancellation back has the same answer', async () => {
    const { desk, cancel } = await salon();
    await cancel();
    const undo = () => desk.call(cancelPath.replace('POST', 'DELETE'), {}, { membershipId }, 'one-click-of-the-mouse');
    const first = await undo();
    expect(first.status).toBe(200);
    expect(await undo()).toEqual(first);
  });
});

// 002-028, rule C2: correcting a number is no use, so a rest does not stand in its way.
test('a credit that rests can be corrected at the desk: it goes on resting, and is right after the pause', async () => {
  const { world, desk, pause } = await salon();
  await pause('2026-04-03', 'now');
  const { waiting, credits } = (await desk.ask('GET {member}')).body;
  expect(credits).toEqual([]);
  const { bucketId } = waiting[0].buckets[0];
  const adjust = (available: number) =>
    desk.call('PATCH {member}/credits/{bucketId}', { available, reason: 'correction' }, { bucketId });
  expect((await adjust(5)).status).toBe(200);
  const after = (await desk.ask('GET {member}')).body;
  expect([after.credits, after.waiting[0].available]).toEqual([[], 5]);
  await world.live('2026-04-05T15:00:00Z');
  const woken = (await desk.ask('GET {member}')).body;
  expect([woken.credits[0].available, woken.waiting]).toEqual([5, []]);
  expect(woken.credits[0].buckets[0].expiresOn).toBe(waiting[0].buckets[0].expiresOn);
  await expectLedgersInOrder(world);
});
