import type { Context, EventBridgeEvent } from 'aws-lambda';
import { compareBooks } from '../billing/reconcile.ts';
import { finishRefund } from '../billing/settle-refund.ts';
import type { BillingWorld } from '../billing/world.ts';
import { described, log } from '../runtime/log.ts';
import { change } from '../store/change.ts';
import { memberOf } from '../store/due-index.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { prefixes } from '../store/keys.ts';
import { readReconciliation, reconciliationWrite } from '../store/reconciliation-row.ts';
import type { DueKey } from '../store/table.ts';
import { billingWorld } from './billing-world.ts';
import { dueKeys } from './due-keys.ts';
import { timeLeft } from './scheduled.ts';

const work = 'reconcile-payments';
const actor = { kind: 'system', job: work } as const;
const hour = 3_600_000;
/** Days before the last comparison that are compared again: whatever was reported late is in order by then. */
const again = 3 * 24 * hour;

/** What a run came to. `failed` ones are due again at the next. */
export interface Reconciled {
  readonly outcome: 'done' | 'more_left';
  readonly refunds: number;
  readonly businesses: number;
  readonly payments: number;
  readonly repaired: number;
  readonly differences: number;
  readonly failed: number;
}

/**
 * Finishes refunds that wait longer than an hour, then compares the books of each business that is due, from three days
 * before the last comparison to an hour ago: what is younger is still being worked on (rules I6, I7). Each difference is
 * one line of the log.
 */
export async function reconcilePayments(
  world: BillingWorld,
  at: number,
  requestId: string,
  hasTime: () => boolean,
): Promise<Reconciled> {
  const sum = { refunds: 0, businesses: 0, payments: 0, repaired: 0, differences: 0, failed: 0 };
  const rows = [
    ['REFUND', finishRefunds],
    ['RECONCILIATION', compareBusiness],
  ] as const;
  for (const [kind, run] of rows) {
    for await (const key of dueKeys(world.table, kind, at)) {
      if (!hasTime()) return { outcome: 'more_left', ...sum };
      try {
        await run(world, key, at, requestId, sum);
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

async function finishRefunds(world: BillingWorld, key: DueKey, at: number, requestId: string, sum: Sum): Promise<void> {
  const { slug, memberId } = memberOf(key);
  const invoiceId = key.sk.slice(prefixes.invoice.length);
  const invoice = await readInvoice(world.table, slug, memberId, invoiceId);
  for (const { n, state } of invoice?.value.refunds ?? []) {
    if (state !== 'pending') continue;
    await finishRefund(world, { slug, memberId, actor, at, requestId }, invoiceId, n);
    sum.refunds += 1;
  }
}

async function compareBusiness(
  world: BillingWorld,
  key: DueKey,
  at: number,
  requestId: string,
  sum: Sum,
): Promise<void> {
  const slug = slugOf(key);
  const [row, configuration] = await Promise.all([
    readReconciliation(world.table, slug),
    world.configurations.get(slug),
  ]);
  const account = configuration?.payments?.value.accountId;
  if (row === undefined || account === undefined) throw new Error(`${slug} has no account to compare`);
  const until = at - hour;
  const comparison = { slug, account, actor, at, requestId };
  for await (const compared of compareBooks(world, comparison, row.value.comparedUntil - again, until)) {
    sum.payments += 1;
    if (compared.outcome === 'repaired') sum.repaired += 1;
    if (compared.outcome === 'differs') sum.differences += 1;
    if (compared.outcome === 'repaired') log('warn', work, { business: slug, ...compared });
    if (compared.outcome === 'differs') log('error', work, { business: slug, ...compared });
  }
  await written(world, slug, until, at);
  sum.businesses += 1;
}

/** Writes down how far the books were compared, unless another run was faster. */
const written = ({ table, chance }: BillingWorld, slug: string, comparedUntil: number, at: number): Promise<void> =>
  change(
    table,
    async () => {
      const row = await readReconciliation(table, slug);
      const isNews = row !== undefined && row.value.comparedUntil < comparedUntil;
      return { writes: isNews ? [reconciliationWrite(slug, row, { comparedUntil }, at)] : [], reply: undefined };
    },
    { pause: chance.pause },
  );

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
