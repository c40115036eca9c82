import type { Context, EventBridgeEvent } from 'aws-lambda';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import type { Instance } from '../runtime/instance.ts';
import { described, log } from '../runtime/log.ts';
import { change } from '../store/change.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { firstLedgerBook, readLedgerBook } from '../store/ledger-rows.ts';
import { closeLedgerDay } from './close-ledger-day.ts';
import { dueKeys } from './due-keys.ts';
import { timeLeft } from './scheduled.ts';

const work = 'check-ledgers';

/** What a run came to. `failed` businesses are due again at the next. */
export interface LedgersChecked {
  readonly outcome: 'done' | 'more_left';
  readonly businesses: number;
  readonly checked: number;
  readonly found: number;
  readonly failed: number;
}

/** Closes the last day of every business that is due at an instant (milliseconds), one after the other. */
export async function checkLedgers(instance: Instance, at: number, hasTime: () => boolean): Promise<LedgersChecked> {
  const sum = { businesses: 0, checked: 0, found: 0, failed: 0 };
  for await (const { pk } of dueKeys(instance.table, 'LEDGER', at)) {
    const slug = pk.split('#')[1] ?? '';
    if (!hasTime()) return { outcome: 'more_left', ...sum };
    try {
      const closed = await closeLedgerDay(instance, slug, at, hasTime);
      sum.businesses += 1;
      sum.checked += closed.checked;
      sum.found += closed.found;
      if (closed.outcome === 'more_left') return { outcome: 'more_left', ...sum };
    } catch (error) {
      // One business must not keep the others waiting; its row stays due.
      sum.failed += 1;
      log('error', work, { outcome: 'failed', business: slug, ...described(error) });
    }
  }
  return { outcome: 'done', ...sum };
}

/** Makes the ledgers of a business be closed from an instant on, if they are not yet: it was created by an earlier version. */
export const beginLedgers = ({ table, chance }: Instance, slug: string, at: number): Promise<void> =>
  change(
    table,
    async () => {
      const book = await readLedgerBook(table, slug);
      return { writes: book === undefined ? [firstLedgerBook(slug, at)] : [], reply: undefined };
    },
    { pause: chance.pause },
  );

let instance: Instance | undefined;

/**
 * Lambda entry, on a schedule; the run is for the event's `time`. A run that found something ends as failed, so that its
 * alarm rings: it is written down by then, and the repetitions of the run find nothing due. An operator may name a
 * `business` of an earlier version, whose ledgers are closed from then on.
 */
export async function handler(
  event: Pick<EventBridgeEvent<'Scheduled Event', unknown>, 'time'> & { readonly business?: string },
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  instance ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), chance };
  const at = Date.parse(event.time);
  if (event.business !== undefined) await beginLedgers(instance, event.business, at);
  const checked = await checkLedgers(instance, at, timeLeft(context));
  log(checked.outcome === 'done' ? 'info' : 'warn', work, { ...checked, asOf: event.time });
  if (checked.found + checked.failed > 0) throw new Error(`${checked.found} findings, ${checked.failed} failures`);
}
