import { startDatabase } from './database.ts';
import { reportMachine } from './figures.ts';
import { measurePacedRate } from './paced-rate.ts';
import { measureRawRate } from './raw-rate.ts';

/** Measures renewals by card: how fast, at what cost, and how well they keep the provider's pace. See docs/benchmarks.md. */
export async function renewals(small: boolean): Promise<void> {
  const raw = small
    ? { memberships: 400, salons: 20, blocks: 2, warmUp: 100 }
    : { memberships: 20_000, salons: 20, blocks: 10, warmUp: 1_500 };
  const paced = small
    ? [{ memberships: 40, latency: 80 }]
    : [
        { memberships: 1_000, latency: 80 },
        { memberships: 600, latency: 800 },
      ];
  console.log(`Renewals${small ? ' (small: the figures say little)' : ''}`);
  reportMachine();
  const database = await startDatabase();
  try {
    await measureRawRate(database, raw);
    let from = 1 + raw.warmUp + raw.memberships;
    for (const each of paced) {
      await measurePacedRate(database, { ...each, from });
      from += each.memberships;
    }
  } finally {
    await database.stop();
  }
  reportMachine();
}
