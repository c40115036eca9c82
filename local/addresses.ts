import type { Salon } from './console/model.ts';
import type { DemoAccounts } from './seeding.ts';

/** Where the salons of the demo accounts are to be found in a browser. */
export function salonsOf(accounts: DemoAccounts, port: number): Salon[] {
  return Object.entries(accounts).map(([slug, own]) => {
    const site = `http://${slug}.localhost:${port}`;
    const name = Object.values(own)[0]?.businessName ?? slug;
    return { slug, name, site: `${site}/`, portal: `${site}/portal`, admin: `${site}/admin` };
  });
}
