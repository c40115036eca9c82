import { describe, expect, test } from '@jest/globals';
import { runDue } from '../../../functions/billing/run-due.ts';
import { billingWorldForTests, membershipId } from '../../support/billing-world.ts';

/** The renewal of 28 February 2026, at its own second of the morning window in New York. */
const renewal = '2026-02-28T13:00:00Z';

describe('a renewal by card', () => {
  test('happens on the bill date, in the morning, without anybody: one charge, one invoice, one grant', async () => {
    const world = await billingWorldForTests();
    world.moveTo('2026-02-28T09:59:59Z');
    expect(await world.due()).toEqual([]);
    world.moveTo(renewal);
    expect(await world.sweep()).toEqual(['paid']);
    expect(world.provider.succeeded().map(({ amount }) => amount)).toEqual([9900]);
    const [invoice, ...others] = await world.invoices();
    expect(others).toEqual([]);
    expect(invoice).toMatchObject({ invoiceId: `${membershipId}.1`, state: 'paid', total: 9900, paidOn: '2026-02-28' });
    expect(await world.membership()).toMatchObject({
      status: 'active',
      period: { index: 1, start: '2026-02-28', end: '2026-03-31' },
    });
    expect((await world.credits()).map(({ available, expiresOn }) => [available, expiresOn])).toEqual([
      [2, '2026-03-30'],
    ]);
    expect(world.events('invoice.paid')).toHaveLength(1);
    // And again: nothing is due.
    expect(await world.sweep()).toEqual([]);
  });

  test('costs three calls of the table: read, claim, commit', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    const known = await world.world.configurations.get('aurora');
    Object.assign(world.world, { configurations: { get: async () => known, reload: async () => known } });
    const before = { ...world.table.calls };
    expect(await runDue(world.world, world.scene())).toBe('paid');
    const calls = (name: keyof typeof before) => world.table.calls[name] - before[name];
    expect([calls('query'), calls('read'), calls('commit')]).toEqual([1, 0, 2]);
  });

  test('a year is twelve charges on the last days of the months, whatever the hour', async () => {
    const world = await billingWorldForTests();
    await world.live('2027-02-01T00:00:00Z');
    expect((await world.invoices()).map(({ issuedOn }) => issuedOn)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
    ]);
    expect(world.provider.succeeded()).toHaveLength(12);
  });

  test('after an outage of three months one period is charged, the one of today, and the anchor stays (rule D5)', async () => {
    const world = await billingWorldForTests();
    world.moveTo('2026-05-10T15:00:00Z');
    expect(await world.sweep()).toEqual(['paid']);
    expect((await world.membership()).period).toEqual({ index: 3, start: '2026-04-30', end: '2026-05-31' });
    expect(world.provider.succeeded()).toHaveLength(1);
  });

  test('stops with the membership: cancelled, paused, at the end of its term, moved to the desk', async () => {
    for (const change of [
      { cancelOn: '2026-02-28' },
      { status: 'paused' as const },
      { lastDay: '2026-02-27' },
      { payment: 'at_the_desk' as const },
    ]) {
      const world = await billingWorldForTests({ membership: change });
      await world.live('2026-04-15T00:00:00Z');
      expect(world.provider.taken).toEqual([]);
    }
  });

  test('waits for a runtime that knows the time zones at least as well as the one that scheduled it (rule T5)', async () => {
    const world = await billingWorldForTests();
    Object.assign(world.world, { tzdata: '2025c' });
    world.moveTo(renewal);
    await expect(world.sweep()).rejects.toThrow('scheduled with tzdata 2026a, this runtime has 2025c');
    expect(world.provider.taken).toEqual([]);
    Object.assign(world.world, { tzdata: '2026b' });
    expect(await world.sweep()).toEqual(['paid']);
  });
});
