import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { type Colleague, newEmail, password } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { expectAccessible, signIn, siteOf, sizes, visit } from './browser-visit.ts';
import { typeCard } from './hosted-page.ts';

// 004-035 … 004-047: from the desk to the phone and back, as people do it.

const system = sharedSystem();
const [phone, desktop] = sizes;
let browser: Browser;
let salon: PayingSalon;
let rita: Colleague;

beforeAll(async () => {
  [browser, salon] = await Promise.all([launchBrowser(), openPayingSalon(system, { visits: 3 })]);
  rita = await salon.hire('receptionist');
  // What the owner has just set up shows everywhere within seconds.
  while (!(await salon.visitor.getBusiness({})).takesCards) await pause(500);
}, 60_000);
afterAll(() => browser?.close());

/** A client without a membership, who can sign in: an estimate may be all that somebody has. */
async function client(firstName: string, add = salon.addClient) {
  const email = newEmail(firstName.toLowerCase());
  const memberId = await add({ firstName, lastName: 'Member', email });
  await salon.accept(await salon.invite(memberId), password);
  return { email, memberId };
}

/** Where the newest mail with this subject leads; waits for it. */
async function linkIn(to: string, subject: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const mail = (await system.mails()).findLast((one) => one.to.includes(to) && one.subject === subject);
    const link = mail?.text.match(/http:\S+\/portal\/\S+/)?.[0];
    if (link !== undefined) return link;
    await pause(200);
  }
  throw new Error(`no mail “${subject}” to ${to}`);
}

async function deskAt(path: string) {
  const desk = await visit(browser, desktop);
  await desk.page.goto(siteOf(system, salon.slug, path));
  await signIn(desk.page, rita.email, password);
  return { ...desk, dialog: desk.page.getByRole('dialog') };
}

/** Writes two lines, with the keyboard alone but for finding the fields. */
async function write(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is about').fill('Bridal package');
  await dialog.getByLabel('Description').fill('Bridal hair');
  await dialog.getByLabel('Price each (USD)').fill('180');
  await dialog.getByRole('button', { name: 'Add a line' }).press('Enter');
  const second = dialog.getByRole('group', { name: 'Line 2' });
  await second.getByLabel('Description').fill('Bridesmaid hair');
  await second.getByLabel('Quantity').fill('3');
  await second.getByLabel('Price each (USD)').fill('45');
}

test('a client on a phone opens an estimate from the mail, accepts it, and pays its invoice; the desk sees each step', async () => {
  const mia = await client('Mia');
  const desk = await deskAt(`/admin/contacts/${mia.memberId}`);
  await desk.page.getByRole('button', { name: 'New estimate' }).click();
  await desk.dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await desk.dialog.getByText('Please fill this in.').first().waitFor();
  await expectAccessible(desk.page);
  await write(desk.page);
  await expectAccessible(desk.page);
  await desk.dialog.getByRole('button', { name: 'Send for $315.00' }).press('Enter');
  await desk.page.getByText(/is on its way to the client/).waitFor();
  await desk.page.getByRole('button', { name: /^Open Bridal package/ }).click();
  await desk.dialog.getByText(/^The client can accept or decline until/).waitFor();
  await expectAccessible(desk.page);
  await desk.dialog.getByRole('button', { name: 'E-mail again' }).click();
  await desk.page.getByText(`The estimate is on its way again to ${mia.email}.`).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.dialog.waitFor({ state: 'hidden' });

  const { page, complaints, close } = await visit(browser, phone);
  await page.goto(await linkIn(mia.email, 'Your estimate from Test Salon'));
  await signIn(page, mia.email, password);
  await page.getByRole('heading', { name: 'Bridal package', level: 1 }).waitFor();
  const head = await page.locator('main').textContent();
  for (const told of ['$315.00', 'Awaits your answer', 'Nothing is charged when you accept', '3 × $45.00'])
    expect(head).toContain(told);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Accept' }).press('Enter');
  const accept = page.getByRole('dialog');
  // Nobody agrees to pay by pressing a button twice.
  await accept.getByRole('button', { name: 'Accept for $315.00' }).click();
  await accept.getByText('Please read this and tick the box to go on.').waitFor();
  await expectAccessible(page);
  await accept.getByRole('checkbox').press('Space');
  await accept.getByRole('button', { name: 'Accept for $315.00' }).press('Enter');
  await page.getByText('Thank you. The salon has your answer; nothing was charged.').waitFor();
  await page.getByText('What you agreed to').press('Enter');
  await page.getByText(/^I accept estimate \S+ from Test Salon for \$315\.00 in total/).waitFor();
  await expectAccessible(page);

  await desk.page.getByRole('link', { name: /^Estimates/ }).click();
  await desk.page.getByText('No estimate awaits an answer').waitFor();
  await expectAccessible(desk.page);
  await desk.page.getByRole('button', { name: 'To invoice (1)' }).press('Enter');
  await desk.page.getByRole('link', { name: 'Mia Member: Bridal package' }).waitFor();
  await expectAccessible(desk.page);
  await desk.page.getByRole('link', { name: 'Mia Member: Bridal package' }).press('Enter');
  await desk.dialog.getByText(/^Accepted on .+\. Next, turn it into an invoice/).waitFor();
  await desk.dialog.getByText(/^I accept estimate/).waitFor();
  await expectAccessible(desk.page);
  await desk.dialog.getByRole('button', { name: 'Turn into an invoice' }).press('Enter');
  await desk.dialog.getByText('The client gets it by e-mail.', { exact: false }).waitFor();
  await expectAccessible(desk.page);
  await desk.dialog.getByRole('button', { name: 'Invoice $315.00' }).press('Enter');
  await desk.dialog.getByText(/^Its invoice stands under Payments/).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('heading', { name: 'Outstanding Balance' }).waitFor();
  await expectAccessible(desk.page);

  await page.goto(await linkIn(mia.email, 'Your invoice from Test Salon'));
  await page.getByText('Open: $315.00 is to be paid.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Pay Now/ }).press('Enter');
  await typeCard(page, '4242424242424242');
  await page.getByRole('heading', { name: 'Paid. Thank you!' }).waitFor();
  await expectAccessible(page);
  await page.goto(await linkIn(mia.email, 'Your receipt from Test Salon'));
  await page.getByRole('tab', { name: 'Paid' }).press('Enter');
  await page.getByRole('link', { name: /Bridal package/ }).press('Enter');
  await page.getByText('Paid by Visa •••• 4242').waitFor();
  await expectAccessible(page);

  await desk.page.reload();
  await desk.page.getByRole('heading', { name: 'Mia Member' }).waitFor();
  // The invoice: the estimate, which is loaded apart from it, has its subject and a comma before the number.
  await desk.page.getByRole('button', { name: /^Open [^,]*000001$/ }).click();
  await desk.dialog.getByText('Paid by Visa •••• 4242').waitFor();
  expect(await desk.page.getByRole('heading', { name: 'Outstanding Balance' }).count()).toBe(0);
  await expectAccessible(desk.page);
  expect(await salon.invoicesOf(mia.memberId)).toMatchObject([
    { kind: 'order', title: 'Bridal package', state: 'paid', total: { amount: 31_500 }, due: { amount: 0 } },
  ]);
  const { counts } = await salon.owner.client.listAllEstimates({ query: {} });
  expect(counts).toMatchObject({ open: 0, accepted: 0, unpaid: 0 });
  expect([...complaints, ...desk.complaints]).toEqual([]);
  await Promise.all([close(), desk.close()]);
}, 300_000);

test('another declines and says why; the desk writes a new version, takes one back, and is paid for one at the desk', async () => {
  const nora = await client('Nora', salon.addMember);
  const desk = await deskAt(`/admin/contacts/${nora.memberId}`);
  await desk.page.getByRole('button', { name: 'New estimate' }).click();
  await write(desk.page);
  await desk.dialog.getByRole('button', { name: 'Send for $315.00' }).click();
  await desk.dialog.waitFor({ state: 'hidden' });

  const { page, complaints, close } = await visit(browser, phone);
  await page.goto(await linkIn(nora.email, 'Your estimate from Test Salon'));
  await signIn(page, nora.email, password);
  await page.getByRole('button', { name: 'Decline' }).press('Enter');
  const decline = page.getByRole('dialog');
  await decline.getByLabel('Why? (optional)').fill('We marry in autumn instead.');
  await expectAccessible(page);
  await decline.getByRole('button', { name: 'Decline' }).press('Enter');
  await page.getByText('If you change your mind, please ask the salon for a new one.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Ask a question' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All estimates' }).press('Enter');
  await page.getByText('Declined').waitFor();
  await expectAccessible(page);

  await desk.page.reload();
  await desk.page.getByRole('button', { name: /^Open Bridal package/ }).click();
  await desk.dialog.getByText('We marry in autumn instead.').waitFor();
  await expectAccessible(desk.page);
  await desk.dialog.getByRole('button', { name: 'New version' }).press('Enter');
  await desk.dialog.getByLabel('Price each (USD)').first().fill('150');
  await expectAccessible(desk.page);
  await desk.dialog.getByRole('button', { name: 'Send for $285.00' }).press('Enter');
  await desk.dialog.waitFor({ state: 'hidden' });

  // The old link says where the newer version is.
  await page.goto(await linkIn(nora.email, 'Your estimate from Test Salon'));
  await page.getByRole('link', { name: 'See the new version' }).press('Enter');
  await page.getByRole('button', { name: 'Accept' }).waitFor();
  expect(await page.locator('main').textContent()).toContain('$285.00');

  await desk.page.getByRole('button', { name: /^Open Bridal package, \S+-2$/ }).click();
  await desk.dialog.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await desk.dialog.getByText('To offer it again, write a new version.', { exact: false }).waitFor();
  await expectAccessible(desk.page);
  await desk.dialog.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await desk.dialog.getByText('Withdrawn. A new version offers it again.').waitFor();
  // Whoever still has it open is told, and nothing is agreed to.
  await page.getByRole('button', { name: 'Accept' }).press('Enter');
  await decline.getByRole('checkbox').press('Space');
  await decline.getByRole('button', { name: 'Accept for $285.00' }).press('Enter');
  await page.getByText(/was answered, withdrawn or replaced meanwhile/).waitFor();
  await expectAccessible(page);

  await desk.dialog.getByRole('button', { name: 'New version' }).press('Enter');
  await desk.dialog.getByRole('button', { name: 'Send for $285.00' }).press('Enter');
  await desk.dialog.waitFor({ state: 'hidden' });
  await desk.page.getByRole('button', { name: /^Open Bridal package, \S+-3$/ }).click();
  await desk.dialog.getByRole('button', { name: 'Turn into an invoice' }).press('Enter');
  await desk.dialog.getByText('Go on only if they agreed here at the desk.', { exact: false }).waitFor();
  await desk.dialog.getByRole('button', { name: 'Invoice $285.00' }).press('Enter');
  await desk.dialog.getByText(/^Its invoice stands under Payments/).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('button', { name: 'Bridal package was paid at the desk' }).press('Enter');
  await expectAccessible(desk.page);
  await desk.dialog.getByRole('button', { name: /\$285\.00/ }).press('Enter');
  await desk.page.getByText('$285.00 is recorded.').waitFor();
  const orders = (await salon.invoicesOf(nora.memberId)).filter(({ kind }) => kind === 'order');
  expect(orders).toMatchObject([{ state: 'paid', total: { amount: 28_500 } }]);
  expect([...complaints, ...desk.complaints]).toEqual([]);
  await Promise.all([close(), desk.close()]);
}, 300_000);
