import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

describe.each(sizes)('a member on a $device', (size) => {
  test('accepts the invitation, sees what there is, and signs out for good', async () => {
    // 000-001 … 000-013, 000-025, 000-030, 000-036, 001-009 … 001-011, 001-013, 001-072, 001-073, 003-008, 004-002,
    // 004-064, 004-065
    const email = newEmail('mia');
    const memberId = await salon.addMember({ firstName: 'Mia', lastName: 'Member', email });
    const token = await salon.invite(memberId);
    const { page, complaints, close } = await visit(browser, size);

    await page.goto(siteOf(system, salon.slug, `/portal/invitation#${token}`));
    await page.getByLabel('New password', { exact: true }).waitFor();
    expect(page.url()).not.toContain(token);
    await page.reload();
    await page.getByLabel('New password', { exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');

    await page.getByText('My active plan').waitFor();
    // The history of payments comes after the first screen.
    await page.getByText('Receipt of February 26').waitFor();
    const text = await page.locator('main').textContent();
    expect(text).toContain('Active');
    expect(text).toContain('You can use your benefits now');
    expect(text).toContain('You have three haircut visits remaining this month');
    expect(text).toContain('Use by March 25');
    expect(text).toContain('$100');
    expect(text).toMatch(/Next bill date\s*March 26/);
    expect(text).toContain('You pay $100.00 at the salon.');
    // 000-008, 000-009: what was paid at the desk is listed with its receipt.
    expect(text).toMatch(/Billing history.*Receipt of February 26\s*\$100\.00\s*Paid/s);
    expect(text).toContain('Ask the salon about this membership');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Logout' }).click();
    await page.getByRole('link', { name: 'Forgot Password' }).waitFor();
    await page.goBack();
    await page.reload();
    await page.getByRole('link', { name: 'Forgot Password' }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain('haircut');
    expect(complaints).toEqual([]);
    await close();
  });

  test('who forgot the password gets a link, and an old link offers a fresh one', async () => {
    // 000-038 … 000-040
    const email = newEmail('kim');
    const memberId = await salon.addMember({ firstName: 'Kim', lastName: 'Member', email });
    await salon.accept(await salon.invite(memberId), password);
    const { page, complaints, close } = await visit(browser, size);

    await page.goto(siteOf(system, salon.slug, '/portal'));
    await expectAccessible(page);
    await page.getByLabel(/^E-?mail/i).fill(email);
    await page.getByRole('link', { name: 'Forgot Password' }).click();
    await page.getByRole('button', { name: 'Send me the link' }).waitFor();
    expect(await page.getByLabel(/^E-?mail/i).inputValue()).toBe(email);
    await page.getByLabel(/^E-?mail/i).focus();
    await page.keyboard.press('Enter');
    const token = await salon.inbox.token(email);
    const link = siteOf(system, salon.slug, `/portal/password#${token}`);

    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill(`new-${password}`);
    await page.keyboard.press('Enter');
    await page.getByText('My active plan').waitFor();

    const later = await visit(browser, size);
    await later.page.goto(link);
    await later.page.getByRole('button', { name: 'Send me a fresh link' }).waitFor();
    await expectAccessible(later.page);
    await later.close();
    expect(complaints).toEqual([]);
    await close();
  });

  test('who has no membership reads which address is signed in and what to do', async () => {
    // 000-044
    const email = newEmail('walter');
    const memberId = await salon.addClient({ firstName: 'Walter', lastName: 'Guest', email });
    await salon.accept(await salon.invite(memberId), password);
    const { page, close } = await visit(browser, size);
    await page.goto(siteOf(system, salon.slug, '/portal'));
    await signIn(page, email, password);
    await page.getByText(`You are signed in as ${email}.`).waitFor();
    await expectAccessible(page);
    await close();
  });
});

test('a parent sees whose membership is shown and can switch (004-011 … 004-014)', async () => {
  const email = newEmail('parent');
  const first = await salon.addMember({ firstName: 'Ada', lastName: 'Parent', email });
  const second = await salon.addMember({ firstName: 'Ben', lastName: 'Parent', email });
  await salon.redeem(second, 2);
  await salon.accept(await salon.invite(first), password);
  await salon.accept(await salon.invite(second));
  const { page, close } = await visit(browser, sizes[0]);
  await page.goto(siteOf(system, salon.slug, '/portal'));
  await signIn(page, email, password);
  await page
    .getByRole('button', { name: /Ada/ })
    .or(page.getByRole('link', { name: /Ada/ }))
    .first()
    .click();
  await page.getByText('You have three haircut visits remaining this month').waitFor();
  await close();
});

test('the salon’s page leads to the portal (000-052 … 000-054, 004-001, 004-006)', async () => {
  const { page, complaints, close } = await visit(browser, sizes[1]);
  await page.goto(siteOf(system, salon.slug, '/'));
  await expectAccessible(page);
  await page.getByRole('link', { name: 'My Account' }).click();
  await page.getByRole('link', { name: 'Forgot Password' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
