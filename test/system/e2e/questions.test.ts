import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { newEmail, openSalon, password, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { expectAccessible, signIn, siteOf, sizes, visit } from './browser-visit.ts';

const system = sharedSystem();
let browser: Browser;
let salon: Scenario;

beforeAll(async () => {
  [browser, salon] = await Promise.all([launchBrowser(), openSalon(system, { visits: 3 })]);
});
afterAll(() => browser.close());

test('a member on a phone asks, the receptionist sees what has changed and answers, the member reads it', async () => {
  // 001-013, 001-014, 001-023, 001-024, 001-077, 001-089, 000-030, 004-020
  const [phone, desktop] = sizes;
  const email = newEmail('mia');
  const memberId = await salon.addMember({ firstName: 'Mia', lastName: 'Member', email });
  await salon.accept(await salon.invite(memberId), password);
  const rita = await salon.hire('receptionist');

  const mine = await visit(browser, phone);
  const portal = mine.page;
  await portal.goto(siteOf(system, salon.slug, '/portal'));
  await signIn(portal, email, password);
  await portal.getByRole('link', { name: 'Ask a question' }).click();
  await portal.getByRole('heading', { name: 'Ask the salon about this membership' }).waitFor();
  await portal.getByText('Three haircut visits').waitFor();
  await portal.getByRole('button', { name: 'Send question' }).click();
  await portal.getByText('Please choose what it is about.').waitFor();
  await expectAccessible(portal);
  // One tap, or the keyboard alone.
  await portal.getByLabel('My balance looks wrong').focus();
  await portal.keyboard.press('Space');
  await portal.getByLabel('Your question').fill('Three visits? <b>I think</b> it is four.');
  expect(await portal.locator('main').textContent()).toMatch(/You get an answer by \w+ \d+/);

  // A visit is taken at the desk in this very moment: what goes along is shown anew, what was written stays.
  await salon.redeem(memberId);
  await portal.getByRole('button', { name: 'Send question' }).click();
  await portal.getByText('Two haircut visits').waitFor();
  expect(await portal.getByLabel('Your question').inputValue()).toContain('it is four');
  await portal.getByRole('button', { name: 'Send question' }).click();
  await portal.getByText(/Thank you, your question is with the salon/).waitFor();
  await portal.getByText('<b>I think</b>').waitFor();
  await expectAccessible(portal);

  await salon.redeem(memberId);
  const theirs = await visit(browser, desktop);
  const desk = theirs.page;
  await desk.goto(siteOf(system, salon.slug, '/admin'));
  await signIn(desk, rita.email, password);
  await desk.getByRole('link', { name: /Questions.*1 question to answer/ }).click();
  await desk.getByRole('link', { name: 'Mia Member: Balance looks wrong' }).click();
  await desk.getByRole('button', { name: 'I’ll take it' }).click();
  await desk.getByText('You see to it now.').waitFor();
  const changed = desk.getByRole('rowgroup').filter({ hasText: 'changed' });
  expect(await changed.textContent()).toMatch(/Haircut changed.*Two haircut visits.*One haircut visit/);
  await expectAccessible(desk);
  await desk.getByLabel('Your answer').fill('You were here on Monday. We have looked at it together.');
  await desk.getByRole('button', { name: 'Send answer' }).click();
  await desk.getByText('Your answer is in the client’s portal.').waitFor();
  await desk.getByRole('link', { name: 'Open the profile' }).click();
  await desk.getByRole('link', { name: 'Balance looks wrong' }).waitFor();

  await portal.goto(siteOf(system, salon.slug, '/portal'));
  await portal.getByRole('link', { name: 'The salon has answered your question' }).waitFor();
  await portal.getByRole('button', { name: 'Menu, 1 new answer' }).click();
  await portal.getByRole('link', { name: /Your questions/ }).click();
  await portal.getByRole('link', { name: /My balance looks wrong/ }).click();
  await portal.getByText('You were here on Monday.').waitFor();
  await portal.getByRole('button', { name: 'Menu', exact: true }).waitFor();
  await portal.getByRole('button', { name: 'That answers my question' }).click();
  await portal.getByText('Thank you. This question is closed.').waitFor();
  await expectAccessible(portal);
  expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
  await Promise.all([mine.close(), theirs.close()]);
});
