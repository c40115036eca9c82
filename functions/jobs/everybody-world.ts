import type { ClosureWorld } from '../billing/close-salon.ts';
import { chance } from '../runtime/chance.ts';
import { configurationCache } from '../runtime/configuration-cache.ts';
import { env } from '../runtime/environment.ts';
import { tzdataVersion } from '../runtime/tzdata.ts';
import { uptime } from '../runtime/uptime.ts';
import { dynamoTable } from '../store/dynamo-table.ts';

/** What jobs that go through everybody of a business are connected to: they move no money. */
export function everybodyWorld(): ClosureWorld {
  const table = dynamoTable({ tableName: env('TABLE_NAME') });
  return { table, chance, configurations: configurationCache(table, uptime), tzdata: tzdataVersion() };
}
