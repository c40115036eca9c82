import { describe, expect, test } from '@jest/globals';
import { answerOperator } from '../../functions/jobs/create-business.ts';
import { keys } from '../../functions/store/keys.ts';
import { salonWorld } from '../support/salon-world.ts';

const at = Date.UTC(2026, 0, 5);
const payload = {
  slug: 'glow-studio',
  name: 'Glow Studio',
  ownerEmail: 'Gina@Example.com',
  ownerName: 'Gina Glow',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
};

describe('an operator creates a business', () => {
  test('and its owner is invited by mail and can start', async () => {
    const world = salonWorld();
    const answer = await answerOperator(world.instance, payload, at, 'call-1');
    expect(answer).toEqual({ ok: true, slug: 'glow-studio', staffId: expect.stringMatching(/^stf_/) });
    const [business] = await world.table.read([keys.business('glow-studio')]);
    expect(business?.data).toMatchObject({ name: 'Glow Studio', contact: { email: 'gina@example.com' } });
    await world.deliver();
    const [mail] = world.mails;
    expect(mail).toMatchObject({
      to: 'gina@example.com',
      fromName: 'Glow Studio',
      subject: 'Join the team of Glow Studio',
    });
    const token = world.tokenFor('gina@example.com');
    world.pass(at - world.now());
    const joined = await world.post(
      'staff-invitation',
      { token, password: 'long enough words' },
      { slug: 'glow-studio' },
    );
    expect(joined.status).toBe(200);
    const announced = world.table.rows().flatMap(({ announces }) => announces ?? []);
    expect(announced.sort()).toEqual(['business.created', 'staff.invited', 'staff.joined']);
  });

  test('once: the address is taken after that, even when two operators are as fast as each other', async () => {
    const world = salonWorld();
    const both = await Promise.all([1, 2].map(() => answerOperator(world.instance, payload, at, 'call')));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'slug_taken', detail: expect.stringContaining('taken') });
  });

  test.each(['www', 'api', 'admin', 'portal', 'app', 'mail', 'static', 'media', 'local'])(
    'but not at the reserved address %s',
    async (slug) => {
      const world = salonWorld();
      const answer = await answerOperator(world.instance, { ...payload, slug }, at, 'call');
      expect(answer).toMatchObject({ ok: false, code: 'slug_taken' });
      expect(world.table.rows()).toEqual([]);
    },
  );

  test.each([
    ['a zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
    ['a line break in the name', { name: 'Glow\r\nBcc: all@example.com' }, 'name'],
    ['a field that nobody knows', { colour: 'red' }, 'colour'],
    ['an address with capital letters', { slug: 'Glow' }, 'slug'],
  ])('and reads which field is wrong with %s', async (_, change, field) => {
    const world = salonWorld();
    const answer = await answerOperator(world.instance, { ...payload, ...change }, at, 'call');
    expect(answer).toMatchObject({
      ok: false,
      code: 'malformed_request',
      detail: expect.stringContaining(`(${field})`),
    });
  });

  test('for another instant when the payload names one', async () => {
    const world = salonWorld();
    await answerOperator(world.instance, { ...payload, at: at + 1000 }, at, 'call');
    const event = world.table.rows().find(({ announces }) => announces === 'business.created');
    expect(event?.data).toMatchObject({ at: at + 1000, actor: { kind: 'operator' }, requestId: 'call' });
  });
});
