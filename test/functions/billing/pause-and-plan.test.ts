import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { furtherEffects } from '../../../frontend/common/pause-effect.ts';
import type { PausePreview } from '../../../shared/contract/staff/pause-operations.ts';
import { tongueOf } from '../../../shared/wording/words.ts';
import { billingDesk } from '../../support/billing-desk.ts';
import { membershipId } from '../../support/billing-world.ts';
import { confirm, platinum, quote, salonOfPlans, yearly } from '../../support/plan-change-salon.ts';
import { postOffice } from '../../support/post-office.ts';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const path = 'POST {member}/memberships/{membershipId}/pause';
const at = { membershipId };
const today = '2026-02-10';
const english = { today, tongue: tongueOf('en', 'en-US') };

/** On Gold until the bill of 28 February, on another plan from then on. */
async function salon(to = platinum) {
  const world = await salonOfPlans();
  const desk = await billingDesk(world);
  const post = postOffice(world);
  await confirm(world, await quote(world, to, 'next_period'));
  await post.deliver();
  const answered = async (answer: ReturnType<typeof desk.call>) => {
    const { body, status } = await answer;
    expect([body, Number(status) < 300]).toEqual([body, true]);
    await post.deliver();
    return body;
  };
  return {
    world,
    post,
    asItIs: async () => (await answered(desk.ask('GET {member}'))).memberships[0],
    preview: (asked: object): Promise<PausePreview> => answered(desk.call(`${path}/preview`, asked, at)),
    pause: (asked: object) => answered(desk.call(path, asked, at)),
    resume: () => answered(desk.call(path.replace('POST', 'PUT'), { end: { kind: 'resume' } }, at)),
  };
}
const until = (lastDay: string) => ({ kind: 'last_day', lastDay });

// Rule P8
describe('a pause moves a change of plan that waits for its bill', () => {
  test.each([
    ['from today, dates shift', platinum, { start: 'now', end: until('2026-03-11'), dates: 'shift' }, '2026-03-30'],
    ['from the bill, dates shift', platinum, { start: 'period_end', end: until('2026-03-19') }, '2026-03-20'],
    ['from today, dates stay', platinum, { start: 'now', end: until('2026-03-11'), dates: 'keep' }, '2026-03-31'],
    ['to a plan by the year', yearly, { start: 'now', end: until('2026-03-11') }, '2026-03-30'],
  ])('%s: what is said before is what is charged', async (_, to, asked, day) => {
    const { world, preview, pause, asItIs } = await salon(to);
    const was = await asItIs();
    const { membership } = await preview(asked);
    expect(membership).toMatchObject({
      plan: { name: 'Gold' },
      pendingChange: { plan: { name: to.name }, effectiveOn: day },
      upcoming: { on: day, amount: { amount: to.price.amount } },
    });
    const said = furtherEffects(was, { membership }, english).join(' ');
    expect(said).toContain(`The change to ${to.name} moves with the pause: it begins on March`);
    expect(said).toContain(`instead of February 28. From then on, ${to.name} is $`);
    await pause(asked);
    await world.live('2026-04-05T15:00:00Z');
    const [first, ...others] = world.provider.taken;
    expect([new Date(first?.at ?? 0).toISOString().slice(0, 10), others]).toEqual([day, []]);
    expect((await world.invoices()).map(({ total, lines }) => [total, lines[0]?.subject])).toMatchObject([
      [to.price.amount, { plan: to.name }],
    ]);
    expect(await world.membership()).toMatchObject({ planId: to.planId });
  });

  test('the mail names the new plan, its day and its price', async () => {
    const { post, pause } = await salon();
    await pause({ start: 'now', end: until('2026-03-11') });
    const { text } = post.newest();
    expect(text).toContain('Membership: Gold');
    expect(text).toContain('New plan: Platinum (from March 30, 2026, $149 a month)');
    expect(text).toContain('Next bill: $149.00 (March 30, 2026');
  });

  test('without an end nobody names a day, and coming back names it', async () => {
    const { world, post, preview, pause, resume, asItIs } = await salon();
    const asked = { start: 'now', end: { kind: 'open' } };
    const { membership } = await preview(asked);
    expect(membership.pendingChange).not.toHaveProperty('effectiveOn');
    expect(furtherEffects(await asItIs(), { membership }, english)).toEqual([
      'The change to Platinum waits for the first bill after the pause. From then on, Platinum is $149 a month.',
    ]);
    await pause(asked);
    expect(post.newest().text).toContain('New plan: Platinum (from the first bill after the pause on, $149 a month)');
    world.moveTo('2026-03-05T15:00:00Z');
    await resume();
    const { text, subject } = post.newest();
    expect(subject).toBe('Your membership is active again');
    expect(text).toContain('New plan: Platinum (from March 23, 2026, $149 a month)');
    await world.live('2026-04-05T15:00:00Z');
    expect(world.provider.taken.map(({ amount }) => amount)).toEqual([14_900]);
  });

  test('in German', async () => {
    const { preview, asItIs } = await salon();
    const { membership } = await preview({ start: 'now', end: until('2026-03-11') });
    const [said] = furtherEffects(await asItIs(), { membership }, { today, tongue: tongueOf('de', 'de-DE') });
    expect(said?.replace(/\u00a0/g, ' ')).toBe(
      'Der Wechsel zu Platinum verschiebt sich mit der Pause: Beginn ist am 30. März statt am 28. Februar. Ab dann kostet Platinum 149 $ im Monat.',
    );
  });
});
