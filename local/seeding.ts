import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import type { seed } from './seed/index.ts';

const Account = z.object({
  audience: z.enum(['staff', 'member']),
  kind: z.string(),
  name: z.string(),
  email: z.string(),
  password: z.string(),
  business: z.string(),
  businessName: z.string(),
});
const Accounts = z.record(z.string(), z.record(z.string(), Account));

/** Demo accounts by the business's slug, then by what they show: `owner`, `member`, `parent` … */
export type DemoAccounts = z.infer<typeof Accounts>;

/** What the seed works with: the same doors that people and operators use. */
export type SeedPorts = Parameters<typeof seed>[0];

/** The accounts that an earlier start made and kept in `file`; undefined when there are none. */
export function seededAccounts(file: string | undefined): DemoAccounts | undefined {
  return file !== undefined && existsSync(file) ? Accounts.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/**
 * Makes the demo salons and keeps their accounts in `file`, written last: an interrupted seeding is taken up again.
 *
 * @throws when the API refuses something, or a mail does not arrive.
 */
export async function seedSalons(file: string | undefined, ports: SeedPorts): Promise<DemoAccounts> {
  // Loaded only for a first start: it brings the whole contract with it.
  const { seed } = await import('./seed/index.ts');
  const accounts = Accounts.parse(await seed(ports));
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(accounts, null, 2));
  }
  return accounts;
}
