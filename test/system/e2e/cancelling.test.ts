import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { PlanTerms } from '../../../shared/domain/plan.ts';
import { launchBrowser } from '../../support/browser.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { newEmail, newKey, password } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { expectAccessible, signIn, siteOf, sizes, visit } from './browser-visit.ts';

const system = sharedSystem();
let browser: Browser;
let salon: PayingSalon;

beforeAll(async () => {
  [browser, salon] = await Promise.all([launchBrowser(), openPayingSalon(system, { visits: 3 })]);
  // What the owner has just set up shows everywhere within seconds.
  while (!(await salon.visitor.getBusiness({})).takesCards) await pause(500);
}, 60_000);
afterAll(() => browser.close());

/** Somebody who has joined online and can sign in. */
async function member(planId?: string) {
  const email = newEmail('leaving');
  await salon.joinOnline(email, planId);
  const { profiles } = await salon.accept(await salon.inbox.token(email), password);
  return { email, memberId: profiles[0]?.memberId ?? '' };
}

test('a member cancels on a phone: sees what becomes of everything, is confirmed at once, takes it back', async () => {
  // 000-027, 000-050, rules K1 … K4, K6, 13
  const { email, memberId } = await member();
  const { page, complaints, close } = await visit(browser, sizes[0]);
  await page.goto(siteOf(system, salon.slug, '/portal/plan'));
  await signIn(page, email, password);
  await page.getByRole('link', { name: 'Cancel membership' }).click();
  await page.getByRole('button', { name: /^Cancel now, ending / }).waitFor();
  const facts = [
    'until and including March 25',
    'Last payment',
    '$100.00',
    'nothing more',
    'Three haircut visits · usable until and including March 25',
  ];
  for (const told of facts) expect(await page.locator('main').textContent()).toContain(told);
  await expectAccessible(page);
  expect(await salon.membershipOf(memberId)).toMatchObject({ status: 'active' });

  await page.getByRole('button', { name: /^Cancel now, ending / }).click();
  await page.getByRole('heading', { name: '“Monthly” is cancelled' }).waitFor();
  for (const told of facts) expect(await page.locator('main').textContent()).toContain(told);
  await expectAccessible(page);
  expect(await salon.membershipOf(memberId)).toMatchObject({ status: 'cancelling', cancelledFor: '2027-03-25' });
  await page.getByRole('button', { name: 'I have moved' }).click();
  await page.getByText('Thank you for telling us.').waitFor();

  // Opened again it tells the same, and is taken back there.
  await page.reload();
  await page.getByText('the next bill is $100.00 on March 26').waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Taken back. Your membership goes on.').waitFor();
  await expectAccessible(page);
  expect(await salon.membershipOf(memberId)).toMatchObject({ status: 'active', available: 3 });
  expect(complaints).toEqual([]);
  await close();
  await system.idle();
  expect((await salon.subjectsTo(email)).slice(-2)).toEqual([
    'Your membership is cancelled',
    'Your membership goes on',
  ]);
});

test('staff cancel at once: the refund that is shown is the one that is made', async () => {
  // 000-031, 000-050, rules K1, K2
  const terms: PlanTerms = {
    name: 'Generous',
    tier: 'Gold',
    price: { amount: 10_000, currency: 'USD' },
    interval: { unit: 'month', count: 1 },
    benefits: [{ kind: 'visits', key: 'cuts', serviceIds: [salon.serviceId], units: 2 }],
    visitAllowance: 2,
    renewal: { kind: 'until_cancelled' },
    creditsAfterCancel: { kind: 'refund_unused' },
  };
  const { client } = salon.owner;
  const { planId } = await client.publishPlan({ body: { terms }, idempotencyKey: newKey() });
  const { memberId } = await member(planId);
  const { page, complaints, close } = await visit(browser, sizes[1]);
  await page.goto(siteOf(system, salon.slug, `/admin/contacts/${memberId}`));
  await signIn(page, salon.owner.email, password);
  await page.getByRole('button', { name: 'Cancel Generous' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Paid back when it ends').waitFor();
  await dialog.getByText('until and including March 25').first().waitFor();
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: /^At once/ }).check();
  await dialog.locator('dd', { hasText: 'ends at once' }).waitFor();
  const refund = dialog.locator('dl > div', { hasText: 'Paid back' });
  expect(await refund.locator('dt').textContent()).toContain('to the card it was paid with');
  expect(await refund.locator('dd').textContent()).toBe('$100.00');
  await dialog.getByRole('button', { name: 'End at once, today' }).click();
  await dialog.locator('dd', { hasText: 'has ended' }).waitFor();
  expect(await refund.locator('dd').textContent()).toBe('$100.00');
  await expectAccessible(page);
  await dialog.getByLabel('Why?').selectOption({ label: 'Moved away' });
  await dialog.getByRole('button', { name: 'Note the reason' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
  await close();

  const [invoice] = await salon.invoicesOf(memberId);
  const { refunds } = await client.getInvoice({ path: { memberId, invoiceId: invoice?.invoiceId ?? '' } });
  expect(refunds).toMatchObject([{ amount: 10_000, state: 'done' }]);
  expect(await salon.membershipOf(memberId)).toMatchObject({ status: 'cancelled', available: 0 });
});
