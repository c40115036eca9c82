import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { defaultPauses, type PauseBenefits, type PauseDates } from '../../../shared/domain/pause-terms.ts';
import { type BillingDesk, billingDesk } from '../../support/billing-desk.ts';
import { type BillingTestWorld, billingWorldForTests, membershipId } from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';
import { postOffice } from '../../support/post-office.ts';

/** Somebody pulled the plug: the rest of the run does not happen. */
class Crash extends Error {}

const route = '{member}/memberships/{membershipId}/pause';
interface Salon {
  readonly world: BillingTestWorld;
  readonly desk: BillingDesk;
}
interface Step {
  readonly name: string;
  readonly at: string;
  readonly run: (salon: Salon) => Promise<unknown>;
}
type Kind = { readonly dates: PauseDates; readonly benefits: PauseBenefits };

const sweep = (name: string, at: string): Step => ({ name, at, run: ({ world }) => world.sweep() });
const call = (name: string, at: string, method: string, body: object): Step => ({
  name,
  at,
  run: ({ desk }) => desk.call(`${method} ${route}`, body, { membershipId }, `the-click-that-is-called-${name}`),
});
const until = (lastDay: string) => ({ kind: 'last_day', lastDay });

/** A whole pause: agreed on, begun, made longer, over by its date; then the bill after it. */
const untilItsEnd = (kind: Kind): Step[] => [
  call('agree', '2026-03-05T15:00:00Z', 'POST', { start: 'period_end', end: until('2026-04-20'), ...kind }),
  sweep('begin', '2026-03-31T13:00:00Z'),
  call('change', '2026-04-05T15:00:00Z', 'PUT', { end: until('2026-04-25') }),
  sweep('remind', '2026-04-19T15:00:00Z'),
  sweep('end', '2026-04-26T05:00:00Z'),
  sweep('bill', '2026-05-31T13:00:00Z'),
];
/** One that begins today, in the middle of what is paid, and is ended early. */
const endedEarly = (kind: Kind): Step[] => [
  call('agree', '2026-03-05T15:00:00Z', 'POST', { start: 'now', end: until('2026-04-03'), ...kind }),
  call('resume', '2026-03-25T15:00:00Z', 'PUT', { end: { kind: 'resume' } }),
  sweep('bill', '2026-05-31T13:00:00Z'),
];

interface Plug {
  readonly step: string;
  readonly when: 'before' | 'after';
  readonly call: number;
}

/** Lives through the steps; at the one that is named, everything stops at a call of the table and is tried once more. */
async function live(steps: readonly Step[], plug?: Plug) {
  const world = await billingWorldForTests({
    business: { pauses: { ...defaultPauses, fee: { amount: 1000, per: 'pause' } } },
  });
  const desk = await billingDesk(world);
  const salon = { world, desk };
  const calls = new Map<string, number>();
  world.moveTo('2026-02-28T13:00:00Z');
  await world.sweep();
  for (const { name, at, run } of steps) {
    world.moveTo(at);
    let call = 0;
    const isHere = plug?.step === name;
    const stop = (when: Plug['when']) => (now: string) => {
      if (now === 'due') return;
      if (when === 'before') call += 1;
      if (isHere && plug.when === when && call === plug.call) throw new Crash();
    };
    Object.assign(world.hooks, { before: stop('before'), after: stop('after') });
    await run(salon).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    calls.set(name, call);
    Object.assign(world.hooks, { before: undefined, after: undefined });
    // The click again, or the next sweeps.
    await run(salon);
    for (let rounds = 0; rounds < 2; rounds += 1) {
      world.pass(5 * 60_000);
      await world.sweep();
    }
  }
  return { world, calls };
}

/** What is left of a life, without the names and instants that differ from one to the next. */
async function outcome(world: BillingTestWorld) {
  const { status, anchor, period, pause, pauses, pauseFee, noticesSent } = await world.membership();
  const invoices = await world.invoices();
  const kinds = ['pause_agreed', 'pause_changed', 'paused', 'resumed', 'notice_due'];
  return {
    membership: { status, anchor, period, pause, pauses, pauseFee, noticesSent },
    bills: invoices.map(({ state, paidOn, total }) => ({ state, paidOn, total })),
    taken: world.provider.succeeded().length,
    credits: (await world.credits()).map(({ bucketId, available, expiresOn, rests, frozen }) => ({
      bucketId,
      available,
      expiresOn,
      rests,
      frozen,
    })),
    events: kinds.map((kind) => world.events(`membership.${kind}`).length),
  };
}

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const kinds: readonly Kind[] = [
  { dates: 'shift', benefits: 'frozen' },
  { dates: 'keep', benefits: 'usable' },
];

describe.each(kinds)('whatever dies in a pause ($dates, $benefits)', (kind) => {
  test.each([
    ['up to its end', untilItsEnd],
    ['that is ended early', endedEarly],
  ] as const)(
    '%s: one outcome, nothing charged on its days, no visit lost',
    async (_name, lifeOf) => {
      const steps = lifeOf(kind);
      const undisturbed = await live(steps);
      const expected = await outcome(undisturbed.world);
      expect(expected.bills.map(({ total }) => total)).toEqual([9900, 10900]);
      expect(expected.membership).toMatchObject({ status: 'active', pauses: [{ by: 'staff' }] });
      const days = expected.membership.pauses?.[0];
      let plugs = 0;
      for (const [step, calls] of undisturbed.calls) {
        for (let call = 1; call <= calls; call += 1) {
          for (const when of ['before', 'after'] as const) {
            const { world } = await live(steps, { step, when, call });
            expect(await outcome(world)).toEqual(expected);
            for (const { paidOn = '' } of await world.invoices()) {
              expect(days !== undefined && paidOn >= days.from && paidOn < days.until).toBe(false);
            }
            await expectLedgersInOrder(world);
            plugs += 1;
          }
        }
      }
      expect(plugs).toBeGreaterThan(12);
    },
    240_000,
  );
});

// Fault F33
test('the mails of a pause leave once, or twice when the plug was pulled between the mail and its mark', async () => {
  for (const plug of [undefined, 'before', 'after'] as const) {
    for (const nth of [1, 2, 3]) {
      const world = await billingWorldForTests();
      const post = postOffice(world);
      const desk = await billingDesk(world);
      world.moveTo('2026-02-28T13:00:00Z');
      await world.sweep();
      await post.deliver();
      post.mails.length = 0;
      world.moveTo('2026-03-05T15:00:00Z');
      await desk.call(`POST ${route}`, { start: 'now', end: until('2026-04-03') }, { membershipId });
      let commits = 0;
      const stop = (name: string) => {
        if (name === 'commit') commits += 1;
        if (name === 'commit' && commits === nth) throw new Crash();
      };
      if (plug !== undefined) world.hooks[plug] = stop;
      await post.deliver();
      await post.deliver(true);
      Object.assign(world.hooks, { before: undefined, after: undefined });
      await post.deliver(true);
      const sent = post.mails.filter(({ tags }) => tags.template === 'pause_agreed').length;
      expect(sent).toBeGreaterThanOrEqual(1);
      expect(sent).toBeLessThanOrEqual(plug === undefined ? 1 : 2);
    }
  }
});
