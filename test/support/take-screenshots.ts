// Takes the README's pictures from a running `npm start`: `npm run screenshots`.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';

interface Ready {
  readonly url: string;
  readonly accounts: Record<string, Record<string, { email: string; password: string }>>;
}

const ready = JSON.parse(readFileSync('.local/ready.json', 'utf8')) as Ready;
const { port } = new URL(ready.url);
const site = (path: string) => `http://aurora.localhost:${port}${path}`;
const browser = await launchBrowser();

async function open(width: number, height: number, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function signIn(page: Page, kind: string): Promise<void> {
  const account = ready.accounts.aurora?.[kind];
  if (!account) throw new Error(`no demo account ${kind}: start with npm start`);
  await page.getByLabel(/^E-mail/i).fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
}

const save = (page: Page, name: string) => page.screenshot({ path: `docs/images/${name}.png` });

const portal = await open(390, 844, site('/portal'));
await signIn(portal, 'member');
await portal.getByText('What you can use').waitFor();
await portal.getByText('Use by').first().waitFor();
await save(portal, 'portal');

const desk = await open(1280, 800, site('/admin'));
await signIn(desk, 'receptionist');
await desk.getByRole('searchbox').waitFor();
await desk.keyboard.type('evel');
await desk.getByText('Evelyn Hart').waitFor();
await desk.keyboard.press('Enter');
await desk.getByRole('heading', { name: 'Evelyn Hart' }).waitFor();
await desk.getByText('What to say').waitFor();
await save(desk, 'desk');

const console_ = await open(1280, 800, ready.url);
await console_.getByText('Salons').first().waitFor();
await save(console_, 'console');
await browser.close();
