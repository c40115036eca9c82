import { keys } from './keys.ts';
import { rowOf } from './stored.ts';
import { insert, type Table, WriteConflict } from './table.ts';

const hour = 3_600_000;

/**
 * Takes one of an hour's slots for something that a visitor can cause; false when all are taken. There are no counters:
 * each slot is a row that only one call can insert. `at` is in milliseconds.
 */
export async function takeVisitorSlot(
  table: Table,
  slug: string,
  subject: string,
  requestId: string,
  most: number,
  at: number,
): Promise<boolean> {
  const window = Math.floor(at / hour);
  const slots = Array.from({ length: most }, (_, index) =>
    keys.request(slug, `${subject}#${window}#slot-${index + 1}`),
  );
  const ttl = Math.floor((at + 2 * hour) / 1000);
  for (;;) {
    const rows = await table.read(slots);
    const free = slots.find((_, index) => rows[index] === undefined);
    if (free === undefined) return false;
    try {
      await table.commit([insert(rowOf(free, { requestId }, { ttl }))]);
      return true;
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
}
