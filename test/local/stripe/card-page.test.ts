import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { startStripeForTests, type TestStripe } from './simulator.ts';

let world: TestStripe;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startStripeForTests(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function cardPage(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark'): Promise<Page> {
  const session = await world.stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: `${world.simulator.endpoint}/hosted.css?session={CHECKOUT_SESSION_ID}`,
    cancel_url: 'http://localhost:4000/plans',
    customer_email: 'zoe@example.com',
    line_items: [
      { price_data: { currency: 'eur', unit_amount: 4900, product_data: { name: 'Gold membership, first month' } } },
    ],
  });
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  await page.goto(session.url ?? '');
  return page;
}

test.each([
  ['phone', { width: 390, height: 844 }, 'light'],
  ['laptop', { width: 1280, height: 800 }, 'dark'],
] as const)(
  'on a %s, a declined card is told, the bank asks, and the payment leads back',
  async (_, viewport, scheme) => {
    const page = await cardPage(viewport, scheme);
    await page.getByRole('button', { name: 'Insufficient funds 4000 0000 0000 9995' }).click();
    await page.getByRole('button', { name: 'Pay €49.00' }).click();
    expect(await page.getByLabel('Card number').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('alert').textContent()).toContain('insufficient funds');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const overflows = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(overflows).toBe(false);
    await page.getByLabel('Card number').fill('4000 0027 6000 3184');
    await page.getByRole('button', { name: 'Pay €49.00' }).press('Enter');
    await page.getByRole('heading', { name: 'Your bank asks' }).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Complete' }).click();
    await page.waitForURL(/session=cs_test_/);
    expect(world.simulator.payments()[0]).toMatchObject({ status: 'succeeded', amount: 4900 });
    await page.context().close();
  },
);
