import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { creditLines } from '../../frontend/common/pause-effect.ts';
import { keys } from '../../functions/store/keys.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import type { PausedCredit } from '../../shared/contract/pause-views.ts';
import { defaultPauses } from '../../shared/domain/pause-terms.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { billingDesk } from '../support/billing-desk.ts';
import { billingWorldForTests, membershipId, slug } from '../support/billing-world.ts';
import { postOffice } from '../support/post-office.ts';

const path = 'POST {member}/memberships/{membershipId}/pause';
const until = (lastDay: string) => ({ kind: 'last_day', lastDay });

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

async function salon(options: Parameters<typeof billingWorldForTests>[0] = {}) {
  const world = await billingWorldForTests(options);
  const desk = await billingDesk(world);
  const post = postOffice(world);
  await post.live('2026-03-05T15:00:00Z');
  post.mails.length = 0;
  return {
    world,
    post,
    desk,
    pause: (body: object) => desk.call(path, body, { membershipId }),
    change: (end: object) =>
      desk.call(
        path.replace('POST', 'PUT'),
        { end, beyondLimits: true, reason: 'agreed with the owner' },
        { membershipId },
      ),
  };
}

describe('the confirmation of a pause (rule P7)', () => {
  test('says what account credit pays of the next bill, as it will be charged', async () => {
    const { world, desk, post, pause } = await salon();
    expect((await desk.call('POST {member}/account-credit', { amount: 1001, reason: 'paid_in' })).status).toBe(201);
    expect((await pause({ start: 'now', end: until('2026-04-03') })).status).toBe(201);
    await post.deliver();
    expect(post.newest().text).toContain(
      'Next bill: $99.00 (April 30, 2026, $88.99 charged to Visa •••• 4242, $10.01 from your account credit)',
    );
    await world.live('2026-05-02T15:00:00Z');
    expect((await world.invoices()).at(-1)).toMatchObject({
      total: 9900,
      creditApplied: 1001,
      payment: { amount: 8899 },
    });
  });

  test('comes at once and says from when, until when, what is charged next and what the credits do meanwhile', async () => {
    const { world, post, pause } = await salon({
      business: { pauses: { ...defaultPauses, fee: { amount: 1000, per: 'pause' } } },
    });
    // At night: whoever agrees on something sees at once that it was taken down.
    world.moveTo('2026-03-06T04:30:00Z');
    expect((await pause({ start: 'now', end: until('2026-04-03') })).status).toBe(201);
    await post.deliver();
    const mail = post.newest();
    expect(mail).toMatchObject({ to: 'mia@example.com', subject: 'Your membership is paused' });
    expect(mail.tags.template).toBe('pause_agreed');
    expect(mail).not.toHaveProperty('unsubscribe');
    for (const part of [
      'from March 5, 2026 to April 3, 2026, both days included. Nothing is charged on these days.',
      'Next bill: $109.00 (April 30, 2026, charged to Visa •••• 4242)',
      'Pause fee: $10.00 (included in the next bill)',
      'Use by April 29, 2026',
      'We will remind you on March 28, 2026',
      'reply to this e-mail or reach us here: hello@example.com',
    ])
      expect(mail.text).toContain(part);
    expect(mail.text).not.toContain('https://aurora.example.org/portal');
    await post.deliver(true);
    expect(post.mails).toHaveLength(1);
  });

  test('of one that begins with the next bill tells to use before what expires before it, and promises nothing of it', async () => {
    // Rule P3: only what lasts into the pause rests in it.
    const { post, pause } = await salon();
    expect((await pause({ start: 'period_end', end: until('2026-04-28') })).status).toBe(201);
    await post.deliver();
    const { text } = post.newest();
    expect(text).toContain('Use before the pause');
    expect(text).toContain('Use by March 30, 2026');
    expect(text).toContain('expires before the pause begins, so it does not rest');
    expect(text).not.toContain('not lost');
  });

  // Rules P3, G6
  test('names a gift that runs out during the pause: the preview and the mail say to use it, and nothing of others', async () => {
    const { world, desk, post, pause } = await salon();
    const facial = {
      serviceId: 'svc_01JAB000000000000000000001',
      name: 'Facial',
      oneVisit: 'facial',
      visits: 'facials',
    };
    await world.table.commit([insert(rowOf(keys.service(slug, facial.serviceId), facial))]);
    const give = (expiresOn: string | undefined, units: number) =>
      desk.call('POST {member}/credits', {
        ...{ kind: 'visits', serviceIds: [facial.serviceId], units, reason: 'goodwill' },
        ...(expiresOn === undefined ? {} : { expiresOn }),
      });
    await give('2026-03-20', 3);
    // The last day of the pause counts; what lasts longer, or ends before it, is no concern of it.
    await give('2026-04-03', 4);
    await give('2026-04-04', 5);
    await give(undefined, 6);
    const asked = { start: 'now', end: until('2026-04-03') };
    const { body } = await desk.call(`${path}/preview`, asked, { membershipId });
    expect(body.credits.map(({ available, rests, given }: PausedCredit) => [available, rests, given])).toEqual([
      [2, true, undefined],
      [3, false, true],
      [4, false, true],
    ]);
    const reader = { today: '2026-03-05', services: [], currency: 'USD', tongue: tongueOf('en', 'en-US') } as const;
    expect(creditLines(body, reader)[1]?.becomes).toBe(
      'given apart from the membership, so it does not wait: use it by March 20, during the pause',
    );
    expect((await pause(asked)).status).toBe(201);
    await post.deliver();
    const { text } = post.newest();
    expect(text).toContain('Not part of the membership: use it during the pause');
    expect(text).toContain('Use by March 20, 2026');
    expect(text).toContain('Use by April 3, 2026');
    expect(text).not.toContain('Use by April 4, 2026');
  });

  test('leads to the portal where the salon lets members pause', async () => {
    const { post, pause } = await salon({
      business: { features: { memberPauses: true, memberCancels: false, memberChangesPlan: false } },
    });
    await pause({ start: 'period_end', end: until('2026-04-20') });
    await post.deliver();
    expect(post.newest().subject).toBe('Your membership pauses on March 31, 2026');
    expect(post.newest().text).toContain('Change the pause:\nhttps://aurora.example.org/portal');
    expect(post.newest().text).toContain('Next bill: $99.00 (April 21, 2026');
  });

  test('without an end names no day and no bill that nobody can know', async () => {
    const { post, pause } = await salon();
    await pause({ start: 'now', end: { kind: 'open' } });
    await post.deliver();
    const { text } = post.newest();
    expect(text).toContain('Last day of the pause: not agreed yet');
    expect(text).toContain('Next bill: none while you pause');
    expect(text).not.toContain('Use by');
    expect(text).not.toContain('remind');
  });

  test('of a change takes the place of one that has not left, and tells the new day', async () => {
    const { post, pause, change } = await salon();
    await pause({ start: 'now', end: until('2026-04-03') });
    await change(until('2026-04-13'));
    await post.deliver();
    expect(post.subjects()).toEqual(['Your pause was changed']);
    expect(post.newest().text).toContain('Next bill: $99.00 (May 10, 2026');
  });

  test('who comes back early is told what is charged when; who called it off, that it does not begin', async () => {
    const { world, post, pause, change } = await salon();
    await pause({ start: 'now', end: until('2026-04-03') });
    await post.live('2026-03-15T15:00:00Z');
    await change({ kind: 'resume' });
    await post.deliver();
    expect(post.newest().subject).toBe('Your membership is active again');
    expect(post.newest().text).toContain('Next bill: $99.00 (April 10, 2026');
    expect(post.newest().text).toContain('Use by April 9, 2026');

    await pause({ start: 'period_end', end: until('2026-04-30') });
    await change({ kind: 'resume' });
    await post.deliver();
    expect(post.newest().subject).toBe('Your pause will not begin');
    expect(post.newest().text).toContain('Next bill: $99.00 (April 10, 2026');
    expect(world.events('membership.resumed')).toHaveLength(1);
  });

  test('goes to no address that bounced, and the pause is agreed on all the same', async () => {
    const { world, post, pause } = await salon();
    const { profileRow } = await world.member();
    const undeliverable = { email: 'mia@example.com', since: 1, why: 'bounce' } as const;
    await world.table.commit(profileWrites('aurora', profileRow, { ...profileRow.value.profile, undeliverable }));
    await pause({ start: 'now', end: until('2026-04-03') });
    await post.deliver();
    expect(post.mails).toEqual([]);
    expect((await world.membership()).pause).toMatchObject({ from: '2026-03-05' });
  });
});

describe('before a pause ends (rule P7)', () => {
  test('a week ahead, in the morning, the member reads what is charged on what day; nothing more on the day itself', async () => {
    const { world, post, pause } = await salon();
    await pause({ start: 'now', end: until('2026-04-03') });
    await post.deliver();
    await post.live('2026-03-28T12:00:00Z');
    expect(post.mails).toHaveLength(1);
    await post.live('2026-03-28T14:00:00Z');
    expect(post.newest()).toMatchObject({ subject: 'Your pause ends on April 3, 2026' });
    expect(post.newest().text).toContain('Next bill: $99.00 (April 30, 2026, charged to Visa •••• 4242)');
    expect(post.newest()).not.toHaveProperty('unsubscribe');
    await post.live('2026-04-06T14:00:00Z');
    expect(post.mails).toHaveLength(2);
    expect((await world.membership()).status).toBe('active');
  });

  test('a pause that got another end is reminded of for that one, once', async () => {
    const { post, pause, change } = await salon();
    await pause({ start: 'now', end: until('2026-04-03') });
    await post.deliver();
    await post.live('2026-03-28T14:00:00Z');
    await change(until('2026-05-03'));
    await post.deliver();
    await post.live('2026-04-27T14:00:00Z');
    expect(post.subjects()).toEqual([
      'Your membership is paused',
      'Your pause ends on April 3, 2026',
      'Your pause was changed',
      'Your pause ends on May 3, 2026',
    ]);
  });

  test('a reminder that was held up until the pause was over says nothing', async () => {
    const { world, post, pause } = await salon();
    await pause({ start: 'now', end: until('2026-04-03') });
    await post.deliver();
    await world.live('2026-04-05T14:00:00Z');
    await post.deliver();
    await post.sweep();
    expect(post.mails).toHaveLength(1);
  });

  test('one on which nobody agreed on an end is put before the salon every 30 days, without saying whose it is (rule P5)', async () => {
    const { world, post, pause, change } = await salon();
    await pause({ start: 'now', end: { kind: 'open' } });
    await post.deliver();
    world.moveTo('2026-04-04T12:30:00Z');
    await post.live('2026-04-04T15:00:00Z');
    expect(post.newest()).toMatchObject({
      to: 'hello@example.com',
      subject: 'A pause without an end: please look at it',
    });
    expect(post.newest().text).not.toMatch(/Mia|Member\b/);
    expect(post.newest().text).toContain('https://aurora.example.org/admin/contacts/mbr_');
    world.moveTo('2026-05-04T12:30:00Z');
    await post.live('2026-05-04T15:00:00Z');
    expect(post.mails).toHaveLength(3);
    // Whatever was held up for months is asked once.
    world.moveTo('2026-09-20T15:00:00Z');
    await post.live('2026-09-20T17:00:00Z');
    expect(post.mails).toHaveLength(4);
    await change(until('2026-09-29'));
    await post.live('2026-09-24T15:00:00Z');
    expect(post.subjects().slice(4, 6)).toEqual(['Your pause was changed', 'Your pause ends on September 29, 2026']);
    expect(post.subjects().filter((subject) => subject.startsWith('A pause without'))).toHaveLength(3);
  });
});

describe('a pause and what is announced before bills (rule M7)', () => {
  const yearly = { interval: { unit: 'year', count: 1 }, price: { amount: 120000, currency: 'USD' } } as const;
  const announced = (post: { subjects: () => string[] }) =>
    post.subjects().filter((subject) => subject.startsWith('Your membership renews'));

  test('a renewal that a pause has moved is announced again for its new day, also from within the pause', async () => {
    const { world, post, pause } = await salon({ plan: yearly });
    world.moveTo('2027-01-10T00:00:00Z');
    await post.live('2027-01-14T15:00:00Z');
    expect(announced(post)).toEqual(['Your membership renews on January 31']);
    await pause({ start: 'now', end: until('2027-02-12') });
    await post.live('2027-03-04T15:00:00Z');
    expect(announced(post)).toEqual([
      'Your membership renews on January 31',
      'Your membership renews on March 2',
      'Your membership renews on March 2',
    ]);
    const ids = world.events('membership.notice_due').map(({ data }) => JSON.stringify(data));
    expect(ids.filter((event) => event.includes('2027-03-02'))).toHaveLength(2);
  });

  test('a bill that came nearer is announced once at once, not for every day that went by', async () => {
    const { world, post, pause, change } = await salon({ plan: yearly });
    world.moveTo('2027-01-05T15:00:00Z');
    await pause({ start: 'now', end: until('2027-03-05') });
    await post.live('2027-02-03T15:00:00Z');
    expect(announced(post)).toEqual([]);
    await change({ kind: 'resume' });
    // 29 days were taken: the bill is on March 1, its twentieth day before it is to come.
    await post.live('2027-02-25T15:00:00Z');
    expect(announced(post)).toEqual(['Your membership renews on March 1', 'Your membership renews on March 1']);
  });
});
