import type { Payments } from '../functions/gateways/payments.ts';
import { bareLoop, notingPattern } from './bare-loop.ts';
import type { Database } from './database.ts';
import { type CardSalon, enrolMembers, openSalon } from './due-members.ts';
import { median, report, sum, timed } from './figures.ts';
import { type Line, withLog } from './log-lines.ts';
import { sweep } from './sweep.ts';
import { parallel, startWorker } from './worker.ts';

export interface RawRateOptions {
  readonly memberships: number;
  readonly salons: number;
  readonly blocks: number;
  /** Renewals and bare repetitions before anything is counted. */
  readonly warmUp: number;
}

/** A provider that takes no time: what is left is ours. */
const instant: Pick<Payments, 'charge'> = {
  charge: async (_, { amount, metadata, paymentMethodId }) => ({
    kind: 'succeeded',
    paymentIntentId: `pi_${metadata.attempt}`,
    amount,
    card: { paymentMethodId, brand: 'visa', last4: '4242', expMonth: 12, expYear: 2040 },
    metadata,
  }),
};

/** No wait between two charges. */
const asFastAsItGoes = Number.POSITIVE_INFINITY;

const salonNumber = (number: number): CardSalon => ({
  slug: `salon-${number}`,
  accountId: `acct_${number}`,
  customerId: 'cus_000001',
  paymentMethodId: 'pm_000001',
});

/**
 * Renews memberships of many salons as fast as this machine can, in blocks that take turns with the bare loop, so that
 * both meet the same load. The delays of the queue's messages are left out.
 */
export async function measureRawRate({ table, bareClient }: Database, options: RawRateOptions): Promise<void> {
  const { memberships, warmUp, blocks } = options;
  const salons = Array.from({ length: options.salons }, (_, number) => salonNumber(number));
  for (const salon of salons) await openSalon(table, salon);

  // One renewal alone shows what is written; some more warm up the database and the compiler.
  await enrolMembers(table, salons, 0, warmUp + 1);
  const [first = '', ...others] = (await sweep(table)).bodies;
  const noting = notingPattern(table, instant);
  await withLog(() => startWorker(noting.table, noting.payments, asFastAsItGoes)([first]));
  const bare = bareLoop(bareClient, noting.pattern(), instant, parallel);
  const renew = startWorker(table, instant, asFastAsItGoes);
  await withLog(() => renew(others));
  await bare(others.map((body, index) => ({ pk: partitionOf(body), number: -1 - index })));

  const setUp = await timed(() => enrolMembers(table, salons, warmUp + 1, warmUp + 1 + memberships));
  report(
    'memberships due',
    `${memberships} of ${salons.length} salons`,
    `written in ${(setUp.wall / 1000).toFixed(1)} s`,
  );
  const found = await sweep(table);
  if (found.bodies.length !== memberships) throw new Error(`the sweep found ${found.bodies.length}`);
  report('sweep', `${found.seconds.toFixed(2)} s, ${Math.round(memberships / found.seconds)} rows/s`);
  report(
    '  spread over',
    `${found.longestDelay + 1} s, at most ${found.mostInOneSecond / salons.length} a second and salon`,
  );

  const measured: { ours: number; bare: number; oursCpu: number; bareCpu: number; lines: Line[] }[] = [];
  const size = Math.ceil(memberships / blocks);
  for (let block = 0; block < blocks; block += 1) {
    const bodies = found.bodies.slice(block * size, (block + 1) * size);
    let lines: Line[] = [];
    const ours = await timed(async () => {
      lines = await withLog(() => renew(bodies));
    });
    const turns = bodies.map((body, index) => ({ pk: partitionOf(body), number: block * size + index }));
    const other = await timed(() => bare(turns));
    measured.push({
      ours: bodies.length / (ours.wall / 1000),
      bare: bodies.length / (other.wall / 1000),
      oursCpu: (ours.processor * 1000) / bodies.length,
      bareCpu: (other.processor * 1000) / bodies.length,
      lines,
    });
  }
  reportRates(measured);
  reportWire(
    measured.flatMap(({ lines }) => lines),
    memberships,
  );
}

function partitionOf(body: string): string {
  const { slug, memberId } = JSON.parse(body) as { slug: string; memberId: string };
  return `B#${slug}#M#${memberId}`;
}

function reportRates(measured: readonly { ours: number; bare: number; oursCpu: number; bareCpu: number }[]): void {
  const ratios = measured.map(({ ours, bare }) => ours / bare);
  const middle = (of: (block: (typeof measured)[number]) => number) => Math.round(median(measured.map(of)));
  report('renewals', `${middle(({ ours }) => ours)}/s`, `${parallel} side by side, provider 0 ms`);
  report('bare loop of the same calls', `${middle(({ bare }) => bare)}/s`);
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}, ${ratios.length} blocks`;
  report('ratio', `${median(ratios).toFixed(2)} (${range})`, 'must be ≥ 0.40, goal ≥ 0.80');
  report('processor time', `${middle(({ oursCpu }) => oursCpu)} µs, bare ${middle(({ bareCpu }) => bareCpu)} µs`);
}

function reportWire(lines: readonly Line[], memberships: number): void {
  const paid = lines.filter(({ outcome }) => outcome === 'paid').length;
  if (paid !== memberships) throw new Error(`${paid} of ${memberships} were paid`);
  const per = (of: (line: Line) => number) => (sum(lines.map(of)) / memberships).toFixed(2);
  report(
    'table calls per renewal',
    per(({ tableCalls }) => tableCalls),
    'must be ≤ 4',
  );
  report(
    'write units per renewal',
    per(({ writeUnits }) => writeUnits),
    'must be ≤ 16',
  );
  report(
    'read units per renewal',
    per(({ readUnits }) => readUnits),
  );
}
