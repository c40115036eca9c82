import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { type Colleague, newEmail, openSalon, password, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { expectAccessible, signIn, siteOf, sizes, visit } from './browser-visit.ts';

const system = sharedSystem();
let browser: Browser;
let salon: Scenario;
let receptionist: Colleague;

beforeAll(async () => {
  [browser, salon] = await Promise.all([launchBrowser(), openSalon(system, { visits: 3 })]);
  receptionist = await salon.hire('receptionist');
});
afterAll(() => browser.close());

const leftOf = async (memberId: string) =>
  (await salon.owner.client.getMember({ path: { memberId } })).credits[0]?.available;

describe.each(sizes)('a receptionist with a client waiting, on a $device', (size) => {
  test('finds the client by typing, uses a credit in three steps, and can undo it', async () => {
    // 002-001, 002-007, 002-008, 001-033, 001-034, 001-067, 003-081
    const lastName = size.device === 'phone' ? 'Quartermaine' : 'Villanueva';
    const memberId = await salon.addMember({ firstName: 'Rosa', lastName });
    const { page, complaints, close } = await visit(browser, size);
    await page.goto(siteOf(system, salon.slug, '/admin'));
    await expectAccessible(page);
    await signIn(page, receptionist.email, password);
    const search = page.getByRole('searchbox');
    await search.waitFor();
    await expect(search.evaluate((element) => element === document.activeElement)).resolves.toBe(true);

    await page.keyboard.type(lastName.slice(0, 4).toLowerCase());
    await page.getByText(`Rosa ${lastName}`).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Rosa ${lastName}` }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Use 1' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await leftOf(memberId)).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Given back.').waitFor();
    expect(await leftOf(memberId)).toBe(3);

    // 002-026, 002-027
    await page.getByRole('button', { name: 'View All' }).click();
    await page.getByRole('dialog').getByText('3 of 3 left').first().waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  test('adds a client, enrols her and sends the invitation', async () => {
    // 000-034 … 000-036, 000-055, 002-019, 002-021, 003-007
    const email = newEmail('nora');
    const { page, complaints, close } = await visit(browser, size);
    await page.goto(siteOf(system, salon.slug, '/admin'));
    await signIn(page, receptionist.email, password);
    await page
      .getByRole('button', { name: 'Add client' })
      .or(page.getByRole('link', { name: 'Add client' }))
      .first()
      .click();
    await page.getByLabel('First name').fill('Nora');
    await page.getByLabel('Last name').fill(`New ${size.device}`);
    await page.getByLabel('E-mail').last().fill(email);
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /^(Add client|Save|Add)$/ })
      .last()
      .click();
    await page.getByRole('heading', { name: `Nora New ${size.device}` }).waitFor();
    // 002-020: no membership, no card, no empty box.
    await page.getByText('Not enrolled in a plan yet.').waitFor();

    await page.getByRole('button', { name: 'Enrol in a plan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Monthly').first().waitFor();
    await expectAccessible(page);
    // Neither the plan nor the way of the payment is chosen by the page.
    expect(await dialog.getByRole('radio', { name: 'Cash' }).count()).toBe(0);
    await dialog.getByRole('radio', { name: /Monthly/ }).check();
    await dialog.getByRole('radio', { name: 'Cash' }).check();
    await dialog.getByRole('button', { name: /enrol/i }).last().click();
    await page.getByText('Active', { exact: true }).first().waitFor();

    // Enrolling ends with the offer to invite (000-055).
    await dialog.getByRole('button', { name: 'Send Portal Invite' }).click();
    expect(await salon.inbox.token(email)).toMatch(/^[\w-]{43}$/);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('a cashier sees neither addresses nor what is for owners (001-004, 001-069)', async () => {
  const cashier = await salon.hire('cashier');
  const memberId = await salon.addMember({ firstName: 'Petra', lastName: 'Private', email: newEmail('petra') });
  const { page, close } = await visit(browser, sizes[1]);
  await page.goto(siteOf(system, salon.slug, `/admin/contacts/${memberId}`));
  await signIn(page, cashier.email, password);
  await page.getByRole('heading', { name: 'Petra Private' }).waitFor();
  const text = await page.locator('body').textContent();
  expect(text).not.toContain('@example.com');
  for (const forOthers of ['Team', 'Settings', 'Plans', 'Send Portal Invite']) expect(text).not.toContain(forOthers);
  await close();
});

test('the owner finds every page of the business in order', async () => {
  for (const size of sizes) {
    const { page, complaints, close } = await visit(browser, size);
    await page.goto(siteOf(system, salon.slug, '/admin'));
    await signIn(page, salon.owner.email, password);
    for (const path of ['plans', 'team', 'settings', 'settings/closure']) {
      await page.goto(siteOf(system, salon.slug, `/admin/${path}`));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
    await close();
  }
});

test('the owner closes the salon: sees what it does, does it, and takes it back (rule P10)', async () => {
  const own = await openSalon(system, { visits: 3 });
  const memberId = await own.addMember({ firstName: 'Clara', lastName: 'Closed' });
  const { memberships } = await own.owner.client.getMember({ path: { memberId } });
  expect(memberships).toHaveLength(1);
  const { today } = await own.owner.client.getSettings({});
  const day = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const { page, complaints, close } = await visit(browser, sizes[0]);
  await page.goto(siteOf(system, own.slug, '/admin/settings/closure'));
  await signIn(page, own.owner.email, password);
  await page.getByLabel('First closed day').fill(day(3));
  await page.getByLabel('Last closed day').fill(day(9));
  await page.keyboard.press('Enter');
  await page.getByText('1 membership pauses for 7 days').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Close from/ }).click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close the salon' }).click();
  await page.getByText('Memberships are being paused', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Being taken back', { exact: true }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});
