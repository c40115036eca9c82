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
  [browser, salon] = await Promise.all([launchBrowser(), openPayingSalon(system, { visits: 3 })]);
  const terms = {
    name: 'Monthly Plus',
    tier: 'Platinum',
    price: { amount: 14_900, currency: 'USD' as const },
    interval: { unit: 'month' as const, count: 1 },
    benefits: [{ kind: 'visits' as const, key: 'cuts', serviceIds: [salon.serviceId], units: 5 }],
    visitAllowance: 5,
    renewal: { kind: 'until_cancelled' as const },
  };
  await salon.owner.client.publishPlan({ body: { terms }, idempotencyKey: newKey() });
}, 30_000);
afterAll(() => browser.close());

const amountIn = (text: string | null): number =>
  Number((/\$([\d,]+\.\d\d)/.exec(text ?? '')?.[1] ?? '').replace(',', ''));

test('a member changes to a larger plan on a phone: the amount on the screen is the amount charged is the amount on the receipt', async () => {
  // 000-028, 000-032, rules PC3 … PC6
  const email = newEmail('mia');
  const memberId = await salon.addPayingMember({ firstName: 'Mia', lastName: 'Member', email });
  await salon.accept(await salon.invite(memberId), password);
  await salon.letMembers({ memberChangesPlan: true });

  const { page, complaints, close } = await visit(browser, sizes[0]);
  await page.goto(siteOf(system, salon.slug, '/portal'));
  await signIn(page, email, password);
  await page.getByRole('link', { name: 'Your plan' }).first().click();
  await page.getByRole('link', { name: 'Choose another plan' }).click();
  await page.getByRole('heading', { name: 'Monthly Plus' }).waitFor();
  await page.getByText('Five haircut visits instead of three haircut visits').waitFor();
  await expectAccessible(page);

  // The keyboard alone.
  await page.getByRole('button', { name: 'See the change from today: Monthly Plus' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'From Monthly to Monthly Plus' }).waitFor();
  await page.getByText('Two haircut visits').waitFor();
  await expectAccessible(page);
  const shown = amountIn(
    await page.getByRole('row').filter({ hasText: 'To pay today' }).getByRole('cell').textContent(),
  );
  expect(shown).toBeGreaterThan(0);
  const pay = page.getByRole('button', { name: /^Change and pay/ });
  expect(amountIn(await pay.textContent())).toBe(shown);
  await pay.click();
  await page.getByText(/Your plan is Monthly Plus now/).waitFor();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'See the receipt' }).click();
  await page.getByText('Change from Monthly to Monthly Plus, the difference').waitFor();
  expect(await page.locator('main').textContent()).toContain(`$${shown.toFixed(2)}`);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();

  // The clock stands still: both receipts are of the same moment, so the order does not tell them apart.
  const receipt = (await salon.invoicesOf(memberId)).find(({ kind }) => kind === 'plan_change');
  expect(receipt).toMatchObject({ state: 'paid', total: { amount: Math.round(shown * 100) } });
  expect(await salon.membershipOf(memberId)).toMatchObject({ plan: { name: 'Monthly Plus' }, available: 5 });
  expect(await salon.grantsOf(memberId)).toEqual([3, 2]);
  await system.idle();
  expect(await salon.subjectsTo(email)).toEqual(
    expect.arrayContaining(['Your plan has changed', 'Your receipt from Test Salon']),
  );
});

test('the desk arranges a change with the next bill and takes it back; where members may not, the portal says whom to ask', async () => {
  const email = newEmail('otto');
  const memberId = await salon.addPayingMember({ firstName: 'Otto', lastName: 'Other', email });
  await salon.accept(await salon.invite(memberId), password);
  await salon.letMembers({ memberChangesPlan: false });
  const rita = await salon.hire('receptionist');

  const theirs = await visit(browser, sizes[1]);
  const desk = theirs.page;
  await desk.goto(siteOf(system, salon.slug, `/admin/contacts/${memberId}`));
  await signIn(desk, rita.email, password);
  await desk.getByRole('button', { name: 'Change plan: Monthly' }).click();
  await desk.getByText('Monthly Plus').first().waitFor();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: /^Preview: from .*20\d\d: Monthly Plus/ }).click();
  await desk.getByText('From Monthly to Monthly Plus').waitFor();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: /^Change on/ }).click();
  await desk.getByText(/^The plan changes to Monthly Plus on/).waitFor();
  await desk.getByText(/^Changes to Monthly Plus on/).waitFor();
  expect(await salon.membershipOf(memberId)).toMatchObject({
    plan: { name: 'Monthly' },
    upcoming: { total: { amount: 14_900 } },
  });

  const mine = await visit(browser, sizes[0]);
  const portal = mine.page;
  await portal.goto(siteOf(system, salon.slug, '/portal'));
  await signIn(portal, email, password);
  await portal.getByText(/Your plan changes to Monthly Plus on/).waitFor();
  await portal.getByText('To take that back, please ask the salon.').waitFor();
  await expectAccessible(portal);
  expect(await portal.getByRole('button', { name: 'Keep my plan' }).count()).toBe(0);

  await desk.getByRole('button', { name: 'Take the change back' }).click();
  await desk.getByText('The plan stays Monthly.').waitFor();
  expect(await salon.membershipOf(memberId)).toMatchObject({ upcoming: { total: { amount: 10_000 } } });
  expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
  await Promise.all([mine.close(), theirs.close()]);
});
