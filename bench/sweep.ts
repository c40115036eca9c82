import type { Queue } from '../functions/gateways/queue.ts';
import { sweepBilling } from '../functions/jobs/sweep-billing.ts';
import type { Table } from '../functions/store/table.ts';
import { dueAt } from './due-members.ts';

/** What one run of the sweep found, and what it took. */
export interface Found {
  readonly bodies: readonly string[];
  readonly seconds: number;
  /** Of the last message, in seconds. */
  readonly longestDelay: number;
  /** Most messages that the queue was sent for the same second. */
  readonly mostInOneSecond: number;
}

/** One run of the real sweep, onto a queue that keeps the messages. */
export async function sweep(table: Table): Promise<Found> {
  const bodies: string[] = [];
  const bySecond = new Map<number, number>();
  const queue: Queue = {
    async send(messages, delaySeconds = () => 0) {
      for (const [position, message] of messages.entries()) {
        bodies.push(JSON.stringify(message));
        const delay = delaySeconds(position);
        bySecond.set(delay, (bySecond.get(delay) ?? 0) + 1);
      }
    },
  };
  const started = performance.now();
  await sweepBilling(table, queue, dueAt, () => true);
  const seconds = (performance.now() - started) / 1000;
  const longestDelay = Math.max(0, ...bySecond.keys());
  return { bodies, seconds, longestDelay, mostInOneSecond: Math.max(0, ...bySecond.values()) };
}
