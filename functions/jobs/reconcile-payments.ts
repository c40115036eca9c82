import type { Context, EventBridgeEvent } from 'aws-lambda';
import { finishRefund } from '../billing/settle-refund.ts';
import type { BillingWorld } from '../billing/world.ts';
import { described, log } from '../runtime/log.ts';
import { memberOf } from '../store/due-index.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { prefixes } from '../store/keys.ts';
import type { DueKey } from '../store/table.ts';
import { billingWorld } from './billing-world.ts';
import { compareBusiness, type Run } from './compare-business.ts';
import { dueKeys } from './due-keys.ts';
import { timeLeft } from './scheduled.ts';

const work = 'reconcile-payments';
const actor = { kind: 'system', job: work } as const;

/** What a run came to. `failed` ones are due again at the next. */
export interface Reconciled {
  readonly outcome: 'done' | 'more_left';
  readonly refunds: number;
  readonly businesses: number;
  readonly payments: number;
  readonly invoices: number;
  readonly repaired: number;
  readonly differences: number;
  readonly failed: number;
}

/**
 * Finishes refunds that wait longer than an hour, then compares the books of each business that is due, up to an hour
 * ago: what is younger is still being worked on (rules I6, I7). Each difference is one line of the log.
 */
export async function reconcilePayments(
  world: BillingWorld,
  at: number,
  requestId: string,
  hasTime: () => boolean,
): Promise<Reconciled> {
  const sum = { refunds: 0, businesses: 0, payments: 0, invoices: 0, repaired: 0, differences: 0, failed: 0 };
  const rows = [
    ['REFUND', (key: DueKey) => finishRefunds(world, key, at, requestId, sum)],
    ['RECONCILIATION', (key: DueKey) => compare(world, slugOf(key), { work, at, requestId, hasTime }, sum)],
  ] as const;
  for (const [kind, run] of rows) {
    for await (const key of dueKeys(world.table, kind, at)) {
      if (!hasTime()) return { outcome: 'more_left', ...sum };
      try {
        if (!(await run(key))) return { outcome: 'more_left', ...sum };
      } catch (error) {
        // One business or invoice must not keep the others waiting; its row stays due.
        sum.failed += 1;
        log('error', work, { outcome: 'failed', row: key.sk, business: slugOf(key), ...described(error) });
      }
    }
  }
  return { outcome: 'done', ...sum };
}

type Sum = { -readonly [Name in keyof Omit<Reconciled, 'outcome'>]: number };

const slugOf = ({ pk }: DueKey): string => pk.split('#')[1] ?? '';

async function compare(world: BillingWorld, slug: string, run: Run, sum: Sum): Promise<boolean> {
  const isDone = await compareBusiness(world, slug, run, sum);
  sum.businesses += 1;
  return isDone;
}

async function finishRefunds(
  world: BillingWorld,
  key: DueKey,
  at: number,
  requestId: string,
  sum: Sum,
): Promise<boolean> {
  const { slug, memberId } = memberOf(key);
  const invoiceId = key.sk.slice(prefixes.invoice.length);
  const invoice = await readInvoice(world.table, slug, memberId, invoiceId);
  for (const { n, state } of invoice?.value.refunds ?? []) {
    if (state !== 'pending') continue;
    await finishRefund(world, { slug, memberId, actor, at, requestId }, invoiceId, n);
    sum.refunds += 1;
  }
  return true;
}

let world: BillingWorld | undefined;

/**
 * Lambda entry, on a schedule; the run is for the event's `time`. A run that found differences ends as failed, so that
 * its alarm rings: they are written down by then, and the repetitions of the run find nothing due.
 */
export async function handler(
  event: EventBridgeEvent<'Scheduled Event', unknown>,
  context: Pick<Context, 'getRemainingTimeInMillis' | 'awsRequestId'>,
): Promise<void> {
  world ??= billingWorld();
  const reconciled = await reconcilePayments(world, Date.parse(event.time), context.awsRequestId, timeLeft(context));
  const { outcome, differences, failed } = reconciled;
  log(outcome === 'done' ? 'info' : 'warn', work, { ...reconciled, asOf: event.time });
  if (differences + failed > 0) throw new Error(`${differences} differences, ${failed} failures`);
}
