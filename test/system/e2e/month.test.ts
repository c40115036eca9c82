import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { providerOf } from '../../support/provider.ts';
import { newEmail, password } from '../../support/scenario.ts';
import { type StartedSystem, startSystem } from '../../support/system.ts';
import { expectAccessible, signIn, siteOf, sizes, type Visit, visit } from './browser-visit.ts';
import { confirmAtBank, typeCard } from './hosted-page.ts';

// A system of its own: here the clock travels.
let system: StartedSystem;
let browser: Browser;
let salon: PayingSalon;
const [phone, desktop] = sizes;
const works = '4242424242424242';
const declines = '4000000000000341';
const asksOnce = '4000002500003155';
const asksEveryTime = '4000002760003184';

/** A client who can sign in and pays by a card. */
async function joined(firstName: string, number: string) {
  const email = newEmail(firstName.toLowerCase());
  const memberId = await salon.addPayingMember({ firstName, lastName: 'Member', email }, { number });
  await salon.accept(await salon.invite(memberId), password);
  return { memberId, email };
}
type Member = Awaited<ReturnType<typeof joined>>;

let mia: Member;
let nora: Member;
let zoe: Member;
let renewing: string[];

beforeAll(async () => {
  [browser, system] = await Promise.all([
    launchBrowser(),
    startSystem({ frozenAt: Date.parse('2027-02-26T15:00:00Z') }),
  ]);
  salon = await openPayingSalon(system, { visits: 3 });
  mia = await joined('Mia', declines);
  nora = await joined('Nora', declines);
  zoe = await joined('Zoe', asksEveryTime);
  renewing = [await salon.addPayingMember({ firstName: 'Ada' }), await salon.addPayingMember({ firstName: 'Ben' })];
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await system?.close();
});

/** The portal's first page of somebody who signs in. */
async function portalOf({ email }: Member, size: (typeof sizes)[number]): Promise<Visit> {
  const visitor = await visit(browser, size);
  await visitor.page.goto(siteOf(system, salon.slug, '/portal'));
  await signIn(visitor.page, email, password);
  await visitor.page.getByText('What you can use').waitFor();
  return visitor;
}

const textOf = ({ page }: Visit) => page.locator('main').textContent();

test('a month passes on the console: members renew, failing cards are told of by mail', async () => {
  // 000-007 … 000-017, 003-019, 004-047
  const { page, complaints, close } = await visit(browser, desktop);
  await page.goto(system.url);
  await page.getByRole('button', { name: '+1 month' }).click();
  await page.getByText('Living through the days').or(page.getByText('On the way')).first().waitFor();
  await page.locator('#journey').waitFor({ state: 'hidden', timeout: 90_000 });
  const payments = page.locator('#payments');
  await payments.getByText('succeeded').first().waitFor();
  await payments.getByText('failed').first().waitFor();
  await page.locator('#mails').getByText('Your membership payment needs attention').first().waitFor();
  expect(complaints).toEqual([]);
  await close();

  for (const memberId of renewing) {
    expect(await salon.membershipOf(memberId)).toMatchObject({ status: 'active' });
    expect(await salon.grantsOf(memberId)).toEqual([3, 3]);
  }
  expect(await salon.membershipOf(mia.memberId)).toMatchObject({ status: 'past_due', open: { reason: 'declined' } });
  expect(await salon.grantsOf(mia.memberId)).toEqual([3]);
  const tries = await providerOf(system).paymentsOf(salon.slug);
  expect(tries.map(({ status, amount }) => `${status} ${amount}`).sort()).toEqual([
    'failed 10000',
    'failed 10000',
    'failed 10000',
    'succeeded 10000',
    'succeeded 10000',
  ]);
}, 120_000);

test('the link in the mail mends the card in another browser, without signing in', async () => {
  // 000-018 … 000-022, 003-032, 003-033, 004-041
  const own = await portalOf(mia, phone);
  expect(await textOf(own)).toContain('Past Due');
  await expectAccessible(own.page);

  const mail = (await system.mails()).findLast(({ to }) => to.includes(mia.email));
  expect(mail?.subject).toBe('Your membership payment needs attention');
  const link = /http\S+\/portal\/card#[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
  const other = await visit(browser, desktop);
  await other.page.goto(link);
  await other.page.getByText('Amount due').waitFor();
  expect(other.page.url()).not.toContain('#');
  // 000-021: what is due, and nothing about whose it is.
  const told = await other.page.locator('body').textContent();
  expect(told).toContain('$100.00');
  for (const secret of ['Mia', mia.email, 'Monthly', 'haircut']) expect(told).not.toContain(secret);
  await expectAccessible(other.page);
  await other.page.getByRole('button', { name: 'Update Payment Method' }).click();
  await typeCard(other.page, works);

  // 000-019: the result is on the screen that the provider's page leads to.
  await other.page.getByRole('heading', { name: 'Paid. Your membership is active.' }).waitFor();
  expect(await textOf(other)).toContain('$100.00 was received.');
  await expectAccessible(other.page);
  expect(other.complaints).toEqual([]);

  await own.page.reload();
  await own.page.getByText('What you can use').waitFor();
  await own.page.getByText('Active', { exact: true }).waitFor();
  expect(await textOf(own)).not.toContain('Past Due');
  expect(await salon.grantsOf(mia.memberId)).toEqual([3, 3]);
  await system.idle();
  expect(await salon.grantsOf(mia.memberId)).toEqual([3, 3]);
  expect(await salon.subjectsTo(mia.email)).toEqual(
    expect.arrayContaining(['Your card on file was changed', 'Your receipt from Test Salon']),
  );

  // 000-022: used up, it offers a fresh one.
  await other.page.goto('about:blank');
  await other.page.goto(link);
  await other.page.getByRole('button', { name: 'Send me a fresh link' }).waitFor();
  await expectAccessible(other.page);
  await other.close();

  await own.page.getByRole('link', { name: 'All payments' }).click();
  await own.page.getByRole('link', { name: /Receipt of March 26/ }).click();
  await own.page.getByRole('heading', { name: /^Receipt /, level: 2 }).waitFor();
  await expectAccessible(own.page);
  const [invoice] = await salon.invoicesOf(mia.memberId);
  expect(await textOf(own)).toContain(invoice?.number);
  const arriving = own.page.waitForEvent('download');
  await own.page.getByRole('button', { name: 'Download PDF' }).click();
  const pdf = await readFile(await (await arriving).path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.subarray(-6).toString()).toContain('%%EOF');
  expect(own.complaints).toEqual([]);
  await own.close();
}, 120_000);

test('a member in Past Due enters a new card in the portal, confirms it at the bank, and has paid', async () => {
  // 000-014 … 000-019
  const own = await portalOf(nora, phone);
  await own.page.getByRole('button', { name: 'Update Payment Method' }).click();
  await typeCard(own.page, asksOnce);
  await confirmAtBank(own.page);
  await own.page.getByRole('heading', { name: 'Paid. Your membership is active.' }).waitFor();
  await own.page.getByRole('link', { name: 'To my membership' }).click();
  await own.page.getByText('Active', { exact: true }).waitFor();
  const text = await textOf(own);
  expect(text).not.toContain('Past Due');
  expect(text).toContain('•••• 3155');
  expect(await salon.grantsOf(nora.memberId)).toEqual([3, 3]);
  expect(own.complaints).toEqual([]);
  await own.close();
}, 120_000);

test('a payment that the bank wants confirmed each time is paid from the portal', async () => {
  // 000-016, 004-037
  const own = await portalOf(zoe, phone);
  expect(await textOf(own)).toContain('Your bank asks you to confirm this payment yourself.');
  await own.page.getByRole('button', { name: 'Confirm payment' }).first().click();
  await typeCard(own.page, asksEveryTime);
  await confirmAtBank(own.page);
  await own.page.getByRole('heading', { name: 'Paid. Your membership is active.' }).waitFor();
  expect(await salon.grantsOf(zoe.memberId)).toEqual([3, 3]);
  expect(own.complaints).toEqual([]);
  await own.close();
}, 120_000);
