import type { SQSEvent } from 'aws-lambda';
import type { BillingWorld } from '../functions/billing/world.ts';
import type { Payments } from '../functions/gateways/payments.ts';
import { billMemberships } from '../functions/jobs/bill-memberships.ts';
import { chargePace } from '../functions/jobs/charge-pace.ts';
import { chance } from '../functions/runtime/chance.ts';
import { configurationCache } from '../functions/runtime/configuration-cache.ts';
import { uptime } from '../functions/runtime/uptime.ts';
import { wait } from '../functions/runtime/wait.ts';
import type { Table } from '../functions/store/table.ts';
import { work } from '../shared/contract/work.ts';
import { tzdata } from './due-members.ts';
import { lanes } from './lanes.ts';

export const { batchSize, atOnce } = work.billMemberships.trigger;
/** Charges side by side: batches at the same time, and the messages of each. */
export const parallel = batchSize * atOnce;

/**
 * The worker of the billing queue as the infrastructure runs it: instances with a memory of their own, batches of the
 * size that the contract says. Answers what takes messages and resolves when all are done.
 */
export function startWorker(table: Table, payments: Pick<Payments, 'charge'>, perSecond: number) {
  const world = (): BillingWorld => ({
    table,
    chance,
    // A renewal that goes well asks for nothing else; another call would be an error of the measurement.
    payments: payments as Payments,
    configurations: configurationCache(table, uptime),
    tzdata,
    siteOf: (slug) => `https://${slug}.example.org`,
  });
  const instance = () => ({ world: world(), turn: chargePace({ perSecond, uptime, wait }) });
  const idle = Array.from({ length: atOnce }, instance);
  return async (bodies: readonly string[]): Promise<void> => {
    await lanes(atOnce, batchesOf(bodies), async (batch) => {
      const instance = idle.pop();
      if (instance === undefined) throw new Error('more batches than instances');
      const { batchItemFailures } = await billMemberships(instance.world, batch, 'bench', instance.turn);
      idle.push(instance);
      if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} renewals failed`);
    });
  };
}

function batchesOf(bodies: readonly string[]): SQSEvent[] {
  return Array.from({ length: Math.ceil(bodies.length / batchSize) }, (_, batch) => {
    const some = bodies.slice(batch * batchSize, (batch + 1) * batchSize);
    return { Records: some.map((body, index) => ({ messageId: `${batch}-${index}`, body })) } as unknown as SQSEvent;
  });
}
