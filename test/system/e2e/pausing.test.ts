import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { addDays } from '../../../shared/domain/calendar.ts';
import { launchBrowser } from '../../support/browser.ts';
import { newEmail, newKey, openSalon, password, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { expectAccessible, signIn, siteOf, sizes, visit } from './browser-visit.ts';

const system = sharedSystem();
const [phone, desktop] = sizes;
let browser: Browser;
let salon: Scenario;

beforeAll(async () => {
  [browser, salon] = await Promise.all([launchBrowser(), openSalon(system, { visits: 3 })]);
  await salon.letMembers({ memberPauses: true });
});
afterAll(() => browser.close());

async function join(firstName: string) {
  const email = newEmail(firstName.toLowerCase());
  const memberId = await salon.addMember({ firstName, lastName: 'Member', email });
  const { client } = await salon.accept(await salon.invite(memberId), password);
  const membership = async () => {
    const [found] = (await client.getDashboard({ path: { memberId } })).memberships;
    if (!found) throw new Error(`${firstName} has no membership`);
    return found;
  };
  return { email, memberId, client, membership };
}

test('a member on a phone pauses, sees the next charge moved, and comes back early', async () => {
  // 000-007, 000-026, 001-086, rules P1, P3, P4, P7
  const mia = await join('Mia');
  const before = await mia.membership();
  const { page, complaints, close } = await visit(browser, phone);
  await page.goto(siteOf(system, salon.slug, '/portal'));
  await signIn(page, mia.email, password);
  await page.getByRole('link', { name: 'Pause membership' }).click();
  await page.getByRole('heading', { name: 'Pause “Monthly”' }).waitFor();
  await expectAccessible(page);
  // One tap, or the keyboard alone.
  await page.getByLabel('From today').focus();
  await page.keyboard.press('Space');
  await page.getByLabel('1 month', { exact: true }).focus();
  await page.keyboard.press('Space');
  const effect = page.getByRole('region', { name: 'What happens then' });
  await effect.waitFor();
  expect(await effect.textContent()).toMatch(/pause, \d+ days, both included.*next charge, \$100\.00/);
  expect(await effect.textContent()).toMatch(/Three haircut visits: waits during the pause; last day .+ instead of/);
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Pause until / }).click();
  await page.getByText(/Your membership is paused from/).waitFor();
  await expectAccessible(page);

  const paused = await mia.membership();
  const days = Number((Date.parse(paused.pause?.lastDay ?? '') - Date.parse(salon.today)) / 86_400_000) + 1;
  expect(paused).toMatchObject({ status: 'paused', pause: { from: salon.today, by: 'member' } });
  expect(paused.upcoming?.on).toBe(addDays(before.upcoming?.on ?? '', days));

  await page.getByRole('link', { name: 'To my membership' }).click();
  const state = page.getByRole('region', { name: 'Your membership is currently paused' });
  await state.waitFor();
  expect(await state.textContent()).toMatch(/both days included.*Three haircut visits.*Next charge: \$100\.00 on /);
  await expectAccessible(page);

  await state.getByRole('link', { name: 'Change or end the pause' }).click();
  await page.getByText('Come back today').click();
  await effect.waitFor();
  expect(await effect.textContent()).toContain('Next charge: $100.00');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Come back today' }).click();
  await page.getByText('Welcome back. Your membership goes on.').waitFor();
  expect(await mia.membership()).toMatchObject({ status: 'active', upcoming: { on: before.upcoming?.on } });
  expect(complaints).toEqual([]);
  await close();
});

test('the receptionist pauses until a day, and sends whoever wants more to the manager', async () => {
  // 000-031, rules P5, P7
  const rosa = await join('Rosa');
  const rita = await salon.hire('receptionist');
  const { page, complaints, close } = await visit(browser, desktop);
  await page.goto(siteOf(system, salon.slug, `/admin/contacts/${rosa.memberId}`));
  await signIn(page, rita.email, password);
  await page.getByRole('button', { name: 'Pause Monthly' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('From today').check();
  await dialog.getByText('Until a day').click();
  const day = dialog.getByLabel('Last day of the pause');
  await day.fill(addDays(salon.today, 200));
  await dialog.getByText('The owner or a manager can allow it.').waitFor();
  await expectAccessible(page);
  expect(await dialog.getByRole('button', { name: 'Pause membership' }).isDisabled()).toBe(true);
  const lastDay = addDays(salon.today, 20);
  await day.fill(lastDay);
  await dialog.getByRole('region', { name: 'What happens then' }).waitFor();
  await dialog.getByLabel('Reason').fill('Broken wrist');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Pause membership' }).click();
  await page.getByText('Reason: Broken wrist').waitFor();
  await expectAccessible(page);
  expect((await rosa.membership()).pause).toMatchObject({ from: salon.today, lastDay, by: 'staff' });

  await page.getByRole('button', { name: 'Resume today' }).click();
  await dialog.getByText('Next charge: $100.00').waitFor();
  await dialog.getByRole('button', { name: 'Resume today' }).click();
  await page.getByText('Monthly goes on from today.').waitFor();
  expect((await rosa.membership()).pause).toBeUndefined();
  expect(complaints).toEqual([]);
  await close();
});

test('where the owner has not switched it on, the API refuses, and the portal says whom to ask', async () => {
  // 000-026, 000-032
  await salon.letMembers({ memberPauses: false });
  const nora = await join('Nora');
  const { membershipId } = await nora.membership();
  const path = { memberId: nora.memberId, membershipId };
  const body = { end: { kind: 'last_day', lastDay: addDays(salon.today, 60) } } as const;
  const off = { problem: { code: 'pause_switched_off' } };
  await expect(nora.client.previewOwnPause({ path, body })).rejects.toMatchObject(off);
  await expect(nora.client.pauseOwnMembership({ path, body, idempotencyKey: newKey() })).rejects.toMatchObject(off);
  expect((await nora.membership()).pause).toBeUndefined();

  const { page, complaints, close } = await visit(browser, phone);
  await page.goto(siteOf(system, salon.slug, '/portal'));
  await signIn(page, nora.email, password);
  await page.getByRole('link', { name: 'Pause membership' }).click();
  await page.getByText('Pauses are agreed on with the salon.').waitFor();
  await page.getByRole('link', { name: 'Ask a question' }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});
