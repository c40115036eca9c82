import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalRuntime } from './system.ts';

const fileIn = (dataFolder: string) => join(dataFolder, 'ready.json');

/** Nothing is ready: scripts that wait for the file must not find that of an earlier start. */
export function notReady(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

/** Tells scripts and tests that everything runs, where, and who can sign in. `payments` is the provider's simulator. */
export function writeReady(dataFolder: string, { url, inboxUrl, paymentsUrl, salons, accounts }: LocalRuntime): void {
  mkdirSync(dataFolder, { recursive: true });
  const ready = { url, console: `${url}/`, inbox: inboxUrl, payments: paymentsUrl, salons, accounts };
  // Moved into place whole: whoever watches for it never reads half a file.
  const draft = `${fileIn(dataFolder)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(ready, null, 2)}\n`);
  renameSync(draft, fileIn(dataFolder));
}
