import type { Page } from 'playwright-core';

/** Enters a card on the provider's hosted page and sends it off; where the page leads is for the caller to wait for. */
export async function typeCard(page: Page, number: string): Promise<void> {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry (MM / YY)').fill('12 / 34');
  await page.getByLabel('Security code (CVC)').fill('123');
  await page.getByLabel('Name on card').fill('Mia Member');
  await page.keyboard.press('Enter');
}

/** Answers the bank's question on its own page (3-D Secure). */
export async function confirmAtBank(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Your bank asks' }).waitFor();
  await page.getByRole('button', { name: 'Complete' }).click();
}
