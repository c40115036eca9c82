import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A real Chromium: the machine's own where there is one, otherwise the one that comes with the npm packages. */
export async function launchBrowser(): Promise<Browser> {
  const own = installed.find(existsSync);
  return chromium.launch({
    executablePath: own ?? (await sparticuz.executablePath()),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--headless=shell',
      // Nothing but the page under test may go to the network.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
