import type { Payments } from '../functions/gateways/payments.ts';
import { bareLoop, notingPattern } from './bare-loop.ts';
import { type Block, reportRates, reportWire } from './block.ts';
import type { Database } from './database.ts';
import { type CardSalon, enrolMembers, openSalon } from './due-members.ts';
import { report, timed } from './figures.ts';
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

  const measured: Block[] = [];
  const size = Math.ceil(memberships / blocks);
  for (let from = 0; from < memberships; from += size) {
    const block = await measureBlock(found.bodies.slice(from, from + size), from, renew, bare);
    report(
      `  block ${measured.push(block)} of ${blocks}`,
      `${Math.round(block.ours)}/s, bare ${Math.round(block.bare)}/s`,
    );
  }
  reportRates(measured);
  reportWire(measured, memberships);
}

async function measureBlock(
  bodies: readonly string[],
  from: number,
  renew: ReturnType<typeof startWorker>,
  bare: ReturnType<typeof bareLoop>,
): Promise<Block> {
  let lines: readonly Line[] = [];
  const ours = await timed(async () => {
    lines = await withLog(() => renew(bodies));
  });
  const turns = bodies.map((body, index) => ({ pk: partitionOf(body), number: from + index }));
  const other = await timed(() => bare(turns));
  return {
    ours: bodies.length / (ours.wall / 1000),
    bare: bodies.length / (other.wall / 1000),
    oursCpu: (ours.processor * 1000) / bodies.length,
    bareCpu: (other.processor * 1000) / bodies.length,
    lines,
  };
}

function partitionOf(body: string): string {
  const { slug, memberId } = JSON.parse(body) as { slug: string; memberId: string };
  return `B#${slug}#M#${memberId}`;
}
