import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { newEmail, newKey, password } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { expectAccessible, signIn, siteOf, sizes, visit } from './browser-visit.ts';

const system = sharedSystem();
let browser: Browser;
let salon: PayingSalon;

beforeAll(async () => {
  [browser, salon] = await Promise.all([launchBrowser(), openPayingSalon(system, { visits: 2 })]);
}, 30_000);
afterAll(() => browser.close());

const runJob = async (later = 0) =>
  system.invoke('run-migrations', { time: new Date((await system.clock.now()) + later).toISOString() });

test('a manager sees what a new price does, leaves one member out, moves the others and calls it off; a member reads it on her phone', async () => {
  // Rule PC2, 003-081
  const email = newEmail('mia');
  const memberId = await salon.addPayingMember({ firstName: 'Mia', lastName: 'Member', email });
  await salon.accept(await salon.invite(memberId), password);
  const otto = await salon.addPayingMember({ firstName: 'Otto', lastName: 'Other' });
  const manager = await salon.hire('manager');
  const { client } = salon.owner;
  const [first] = (await client.getSettings({})).plans;
  if (!first) throw new Error('the salon has a plan');
  const { planId, version: _, offered: __, ...terms } = first;
  const dearer = { ...terms, price: { ...terms.price, amount: terms.price.amount + 1500 } };
  await client.publishPlan({ body: { planId, terms: dearer }, idempotencyKey: newKey() });

  const theirs = await visit(browser, sizes[1]);
  const desk = theirs.page;
  await desk.goto(siteOf(system, salon.slug, '/admin/plans'));
  await signIn(desk, manager.email, password);
  await desk.getByRole('link', { name: /^Move members of/ }).click();
  await desk.getByRole('heading', { name: /^Move members:/, level: 1 }).waitFor();
  await expectAccessible(desk);
  // The keyboard alone.
  await desk.getByRole('button', { name: 'See what it does' }).focus();
  await desk.keyboard.press('Enter');
  await desk.getByText('2 memberships move to version 2').waitFor();
  await desk.getByText('$200.00 a month', { exact: true }).waitFor();
  await desk.getByText('$230.00 a month', { exact: true }).waitFor();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Leave out: Otto Other' }).click();
  await desk.getByText('1 membership moves to version 2').waitFor();
  await desk.getByText('Not moved: 1').waitFor();
  await desk.getByRole('button', { name: 'Move 1 membership' }).click();
  await desk.getByRole('dialog').waitFor();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Move and tell them' }).click();
  await desk.getByText(/looked at$/).waitFor();
  await runJob();
  await desk.getByText('1 membership moves with its bill').waitFor();
  await expectAccessible(desk);
  await system.idle();

  const mine = await visit(browser, sizes[0]);
  const portal = mine.page;
  await portal.goto(siteOf(system, salon.slug, '/portal'));
  await signIn(portal, email, password);
  await portal.getByRole('heading', { name: /^Your new price from / }).waitFor();
  await portal.getByText('$115 a month instead of $100 a month').waitFor();
  await expectAccessible(portal);

  await desk.getByRole('button', { name: 'Call it off' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  await desk.getByText('It is being called off.').waitFor();
  await runJob(61_000);
  await desk.getByText('Called off for 1 membership').waitFor();
  await expectAccessible(desk);
  await portal.reload();
  await portal.getByText('What you can use').waitFor();
  expect(await portal.getByRole('heading', { name: /^Your new price from / }).count()).toBe(0);
  expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
  await Promise.all([mine.close(), theirs.close()]);
  expect(await salon.membershipOf(otto)).toMatchObject({ keepsVersion: true });
}, 90_000);
