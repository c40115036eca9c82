import { addDays, localDateOf } from '../../shared/domain/calendar.ts';
import { firstHeads } from '../../shared/domain/ledger-day.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Instance } from '../runtime/instance.ts';
import { log } from '../runtime/log.ts';
import { change } from '../store/change.ts';
import { closingOf, type LedgerBook, ledgerBookWrite, readLedgerBook, type Walk } from '../store/ledger-rows.ts';
import { readBusiness } from '../store/person-rows.ts';
import type { Stored } from '../store/stored.ts';
import type { Write } from '../store/table.ts';
import { ledgerStep } from './ledger-step.ts';

/** What closing came to; `elsewhere` when another run was faster. */
export interface Closed {
  readonly outcome: 'closed' | 'nothing_due' | 'more_left' | 'elsewhere';
  readonly checked: number;
  readonly found: number;
}

/**
 * Goes through a business’s members page by page, holds every invariant against each, and closes its last day with a
 * root over all that is new (rule C2). What a page came to is one transaction, so any run goes on where another stopped.
 * Each finding is one error line of the log and stands with the day; nothing is repaired.
 */
export async function closeLedgerDay(
  instance: Instance,
  slug: string,
  at: number,
  hasTime: () => boolean,
): Promise<Closed> {
  const { table } = instance;
  const business = await readBusiness(table, slug);
  if (business === undefined) throw new Error(`there is no business ${slug}`);
  const { timeZone } = business.value;
  const yesterday = addDays(localDateOf(at, timeZone), -1);
  const nextDue = closingOf(addDays(yesterday, 1), timeZone);
  const sum = { checked: 0, found: 0 };
  for (;;) {
    const book = await readLedgerBook(table, slug);
    if (book === undefined) throw new Error(`the ledgers of ${slug} have no book`);
    const { walk, lastDay = '' } = book.value;
    if (walk === undefined && lastDay >= yesterday) {
      const isOurs = await written(instance, slug, book, [ledgerBookWrite(slug, book, book.value, nextDue)]);
      return { outcome: isOurs ? 'nothing_due' : 'elsewhere', ...sum };
    }
    if (!hasTime()) return { outcome: 'more_left', ...sum };
    const step = await ledgerStep(table, slug, book.value, walk ?? begin(slug, yesterday, book.value), at);
    const dueAt = step.after.walk === undefined ? nextDue : at;
    const bookWrite = ledgerBookWrite(slug, book, step.after, dueAt);
    if (!(await written(instance, slug, book, [bookWrite, ...step.writes]))) return { outcome: 'elsewhere', ...sum };
    for (const found of step.findings) log('error', 'check-ledgers', { outcome: 'differs', business: slug, ...found });
    sum.checked += step.checked;
    sum.found += step.findings.length;
    if (step.after.walk === undefined) return { outcome: 'closed', ...sum };
  }
}

const begin = (slug: string, day: LocalDate, { lastRoot }: LedgerBook): Walk => ({
  day,
  heads: firstHeads(slug, day, lastRoot),
  pages: 0,
  accounts: 0,
  fresh: 0,
  checked: 0,
  entries: 0,
  found: 0,
  findings: [],
});

/** Whether the writes were made: false when another run has moved the book meanwhile. */
const written = (
  { table, chance }: Instance,
  slug: string,
  before: Stored<LedgerBook>,
  writes: readonly Write[],
): Promise<boolean> =>
  change(
    table,
    async () => {
      const now = await readLedgerBook(table, slug);
      const isOurs = now?.version === before.version;
      return { writes: isOurs ? writes : [], reply: isOurs };
    },
    { pause: chance.pause },
  );
