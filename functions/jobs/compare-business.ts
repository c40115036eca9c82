import { localDateOf } from '../../shared/domain/calendar.ts';
import { again, type Compared, compareBooks } from '../billing/reconcile.ts';
import { compareInvoices } from '../billing/reconcile-invoices.ts';
import type { BillingWorld } from '../billing/world.ts';
import type { ProviderPayment } from '../gateways/payments.ts';
import { log } from '../runtime/log.ts';
import { change } from '../store/change.ts';
import { type Reconciliation, readReconciliation, reconciliationWrite } from '../store/reconciliation-row.ts';
import type { Stored } from '../store/stored.ts';

const hour = 3_600_000;

/** What comparing came to, added up over the businesses of a run. */
export interface Found {
  payments: number;
  invoices: number;
  repaired: number;
  differences: number;
}

/** The run that compares: its job's name for the log, its instant (milliseconds) and whether it may go on. */
export interface Run {
  readonly work: string;
  readonly at: number;
  readonly requestId: string;
  readonly hasTime: () => boolean;
}

/**
 * Compares the books of one business both ways, from three days before the last comparison to an hour ago, writes down
 * how far it got, and adds to `found`; each difference is one line of the log. False when it ran out of time among the
 * invoices: the next run goes on where it stopped, and every run looks at one at least.
 */
export async function compareBusiness(world: BillingWorld, slug: string, run: Run, found: Found): Promise<boolean> {
  const [row, configuration] = await Promise.all([
    readReconciliation(world.table, slug),
    world.configurations.get(slug),
  ]);
  const account = configuration?.payments?.value.accountId;
  if (row === undefined || configuration === undefined || account === undefined) {
    throw new Error(`${slug} has no account to compare`);
  }
  const { work, at, requestId, hasTime } = run;
  const today = localDateOf(at, configuration.business.value.timeZone);
  const comparison = { slug, account, actor: { kind: 'system', job: work }, at, today, requestId } as const;
  const window = { from: row.value.comparedUntil - again, to: at - hour };

  const seen = new Map<string, ProviderPayment>();
  for await (const { payment, compared } of compareBooks(world, comparison, window)) {
    seen.set(payment.paymentIntentId, payment);
    found.payments += 1;
    report(work, slug, compared, found);
  }

  let { lastNumber } = row.value;
  let isDone = true;
  const waiting = new Set(row.value.waiting);
  for await (const { number, waits, compared } of compareInvoices(world, comparison, row.value, window, seen)) {
    found.invoices += 1;
    report(work, slug, compared, found);
    lastNumber = Math.max(lastNumber, number);
    // What still waits goes to the end, so that the next run begins with what this one did not come to.
    waiting.delete(number);
    if (waits) waiting.add(number);
    if (hasTime()) continue;
    isDone = false;
    break;
  }
  await written(world, slug, row, { comparedUntil: window.to, lastNumber, waiting: [...waiting] }, at, isDone);
  return isDone;
}

function report(work: string, business: string, compared: Compared, found: Found): void {
  if (compared.outcome === 'repaired') {
    found.repaired += 1;
    log('warn', work, { business, ...compared });
  }
  if (compared.outcome === 'differs') {
    found.differences += 1;
    log('error', work, { business, ...compared });
  }
}

/** Writes down how far the books were compared, unless another run was faster. */
const written = (
  { table, chance }: BillingWorld,
  slug: string,
  before: Stored<Reconciliation>,
  after: Reconciliation,
  at: number,
  isDone: boolean,
): Promise<void> =>
  change(
    table,
    async () => {
      const now = await readReconciliation(table, slug);
      const isLast = now?.version === before.version;
      return { writes: isLast ? [reconciliationWrite(slug, before, after, at, isDone)] : [], reply: undefined };
    },
    { pause: chance.pause },
  );
