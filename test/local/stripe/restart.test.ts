import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { memberWithCard, renewal, startStripeForTests, submit, typed } from './simulator.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stripe-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('cards, payments, open pages, kept answers and unsent webhooks survive a restart', async () => {
  const dataFile = join(folder, 'deep', 'stripe.json');
  const before = await startStripeForTests({ dataFile });
  const member = await memberWithCard(before);
  const paid = await before.stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  const page = await before.stripe.checkout.sessions.create({
    mode: 'setup',
    currency: 'eur',
    customer: member.customer,
    success_url: 'http://localhost:4000/done',
  });
  await before.simulator.idle();
  before.simulator.control.webhooks({ hold: true });
  await before.stripe.customers.create({ name: 'Unsent' });
  await before.close();
  expect(readFileSync(dataFile, 'utf8')).toContain('"version":1');

  const after = await startStripeForTests({ dataFile });
  try {
    expect(after.simulator.payments()).toMatchObject([{ id: paid.id }]);
    const replayed = await after.stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
    expect(replayed.id).toBe(paid.id);
    expect((await after.stripe.paymentIntents.create(renewal(member, 'a2'))).status).toBe('succeeded');
    // The page is where it was: its link may be open in a browser.
    expect((await submit(page.url ?? '', typed('4242424242424242'))).status).toBe(303);
    await after.simulator.idle();
    const types = after.receiver.arrived.map(({ body }) => JSON.parse(body).data.object.name);
    expect(types[0]).toBe('Unsent');
  } finally {
    await after.close();
  }
});

test('what is written soon after a change is there without an orderly end', async () => {
  const dataFile = join(folder, 'stripe.json');
  const world = await startStripeForTests({ dataFile });
  try {
    const { id } = await world.stripe.customers.create({});
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(readFileSync(dataFile, 'utf8')).toContain(id);
  } finally {
    await world.close();
  }
});

test('a file of something else is refused, not overwritten', async () => {
  const dataFile = join(folder, 'stripe.json');
  writeFileSync(dataFile, '{"version":7}');
  await expect(startStripeForTests({ dataFile })).rejects.toThrow('start afresh');
  expect(readFileSync(dataFile, 'utf8')).toBe('{"version":7}');
});
