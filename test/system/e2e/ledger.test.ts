import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { verify } from '../../support/ledger-copies.ts';
import { openSalon, password, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { expectAccessible, signIn, siteOf, sizes, visit } from './browser-visit.ts';

const system = sharedSystem();
let browser: Browser;
let salon: Scenario;

beforeAll(async () => {
  [browser, salon] = await Promise.all([launchBrowser(), openSalon(system, { visits: 3 })]);
});
afterAll(() => browser.close());

describe.each(sizes)('a balance that is asked about, on a $device', (size) => {
  // 000-045, 000-051, 001-080; rule C2.10
  test('the desk says why the number is what it is, in the client’s words, and what it was on a day', async () => {
    const memberId = await salon.addMember({ firstName: 'Rosa', lastName: `Why ${size.device}`, language: 'de' });
    const receptionist = await salon.hire('receptionist');
    const { page, complaints, close } = await visit(browser, size);
    await page.goto(siteOf(system, salon.slug, `/admin/contacts/${memberId}`));
    await signIn(page, receptionist.email, password);
    await page.getByRole('button', { name: /^Why 3\?/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Today you have three/).waitFor();
    // She reads German, whatever the desk speaks.
    await dialog.getByText(/Heute haben Sie drei/).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'View All' }).click();
    await dialog.getByLabel('Balance on a day').fill(salon.today);
    await dialog.getByText(/^At the end of /).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  // Issue “verifiable ledger”
  test('the owner takes a copy of all ledgers, which is whole', async () => {
    const { page, complaints, close } = await visit(browser, size);
    await page.goto(siteOf(system, salon.slug, '/admin/ledger'));
    await signIn(page, salon.owner.email, password);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the copy' }).click();
    const report = verify(readFileSync(await (await saved).path(), 'utf8'));
    expect(report).toMatchObject({ business: salon.slug, faults: [] });
    expect(report.entries).toBeGreaterThan(0);
    await page.getByText(/^The copy is complete and saved/).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });
});
