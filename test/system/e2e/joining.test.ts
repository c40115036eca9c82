import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { newEmail, password } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { expectAccessible, siteOf, sizes, visit } from './browser-visit.ts';
import { confirmAtBank, typeCard } from './hosted-page.ts';

const system = sharedSystem();
let browser: Browser;
let salon: PayingSalon;

beforeAll(async () => {
  [browser, salon] = await Promise.all([launchBrowser(), openPayingSalon(system, { visits: 3 })]);
  // What the owner has just set up shows everywhere within seconds.
  while (!(await salon.visitor.getBusiness({})).takesCards) await pause(500);
}, 30_000);
afterAll(() => browser.close());

test.each([
  { size: sizes[0], lastName: 'Phone', number: '4242424242424242', asked: false },
  { size: sizes[1], lastName: 'Desk', number: '4000002500003155', asked: true },
])('a visitor joins online on a $size.device, pays, and gets into the portal', async ({ size, ...given }) => {
  // 000-052 … 000-055, 003-006, 004-001, rule 13
  const { lastName, number, asked } = given;
  const email = newEmail('joining');
  const { page, complaints, close } = await visit(browser, size);
  await page.goto(siteOf(system, salon.slug, '/'));
  await page.getByRole('link', { name: 'Join Monthly' }).click();
  await page.getByRole('heading', { name: 'You pay today' }).waitFor();
  const offer = await page.locator('main').textContent();
  for (const told of ['$100.00', 'The next bill is $100.00, on March 26, 2027.', 'How it renews and ends'])
    expect(offer).toContain(told);
  await expectAccessible(page);

  await page.getByLabel('First name').fill('Joanna');
  await page.getByLabel('Last name').fill(lastName);
  await page.getByLabel(/^E-?mail/i).fill(email);
  const consent = page.getByRole('checkbox');
  expect(await consent.isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByText('Please read this and tick the box before you go on.').waitFor();
  await expectAccessible(page);
  await consent.check();
  await page.getByRole('button', { name: 'Continue to payment' }).click();

  await typeCard(page, number);
  if (asked) await confirmAtBank(page);
  await page.getByRole('heading', { name: 'Welcome to Test Salon' }).waitFor();
  const welcome = await page.locator('main').textContent();
  expect(welcome).toContain('$100.00 was received.');
  expect(welcome).toContain('We have e-mailed you a link to set your password.');
  await expectAccessible(page);

  const token = await salon.inbox.token(email);
  await page.goto(siteOf(system, salon.slug, `/portal/invitation#${token}`));
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('You have three haircut visits remaining this month').waitFor();
  await page.getByText('Active', { exact: true }).waitFor();
  await page.getByText(`$100.00 will be charged to your Visa •••• ${number.slice(-4)}.`).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();

  const { items } = await salon.owner.client.searchContacts({ query: { q: lastName } });
  expect(items).toHaveLength(1);
  const memberId = items[0]?.memberId ?? '';
  expect(await salon.grantsOf(memberId)).toEqual([3]);
  expect(await salon.invoicesOf(memberId)).toMatchObject([{ state: 'paid', total: { amount: 10_000 } }]);
  expect((await salon.subjectsTo(email)).toSorted()).toEqual([
    'Your invitation to Test Salon',
    'Your receipt from Test Salon',
  ]);
});

test('a declined card begins nothing, and what was typed is still there for another card', async () => {
  const email = newEmail('declined');
  const { page, close } = await visit(browser, sizes[0]);
  await page.goto(siteOf(system, salon.slug, `/portal/join/${salon.planId}`));
  await page.getByLabel('First name').fill('Dora');
  await page.getByLabel('Last name').fill('Declined');
  await page.getByLabel(/^E-?mail/i).fill(email);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await typeCard(page, '4000000000000002');
  await page.getByText('The card was declined. Try another card.').waitFor();
  await page.getByRole('link', { name: 'Back to Test Salon' }).click();
  await page.getByRole('button', { name: 'Continue to payment' }).waitFor();
  expect(await page.getByLabel('First name').inputValue()).toBe('Dora');
  expect(await page.getByRole('checkbox').isChecked()).toBe(false);
  await close();
  await system.idle();
  expect(await salon.subjectsTo(email)).toEqual([]);
  const { items } = await salon.owner.client.searchContacts({ query: { q: 'Declined' } });
  expect(items).toEqual([]);
});
