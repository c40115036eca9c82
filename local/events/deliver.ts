import { setTimeout as wait } from 'node:timers/promises';
import type { Invoker, LocalClock } from '../ports.ts';
import type { Delivery, RetryPolicy, SendToQueue } from './types.ts';

const firstPause = 100;
const longestPause = 2_000;

/** What is delivered to whom, and what happens when it fails for good. `acceptedAt` is an instant of the local clock. */
export interface Parcel {
  readonly kind: 'lambda' | 'queue';
  readonly functionName?: string;
  readonly queueUrl?: string;
  readonly payload: unknown;
  readonly acceptedAt: number;
  readonly retry: RetryPolicy;
  readonly deadLetterQueueUrl?: string;
}

type Settled = Pick<Delivery, 'outcome' | 'attempts' | 'error'>;

/**
 * Delivers one parcel, retrying as its policy says, and puts it on the dead-letter queue when that is used up.
 * AWS waits minutes between attempts; here the pauses are fractions of a second, since a person is watching.
 */
export async function deliver(
  parcel: Parcel,
  ports: { invoker: Invoker; queues: SendToQueue; clock: LocalClock },
): Promise<Settled> {
  for (let attempts = 1; ; attempts += 1) {
    const error = await attempt(parcel, ports);
    if (error === undefined) return { outcome: 'delivered', attempts };
    const age = (ports.clock.now() - parcel.acceptedAt) / 1000;
    const exhausted = attempts > parcel.retry.maximumRetryAttempts || age > parcel.retry.maximumEventAgeInSeconds;
    if (exhausted) return { outcome: await bury(parcel, ports.queues, error), attempts, error };
    await wait(Math.min(firstPause * 2 ** (attempts - 1), longestPause));
  }
}

/** Answers the failure in words, or undefined when the target took the payload. */
async function attempt(parcel: Parcel, ports: { invoker: Invoker; queues: SendToQueue }): Promise<string | undefined> {
  try {
    if (parcel.kind === 'queue') {
      await ports.queues(parcel.queueUrl ?? '', JSON.stringify(parcel.payload));
      return undefined;
    }
    const result = await ports.invoker.invoke(parcel.functionName ?? '', parcel.payload);
    return result.ok ? undefined : `${result.errorType}: ${result.errorMessage}`;
  } catch (error) {
    return String(error);
  }
}

async function bury(parcel: Parcel, queues: SendToQueue, error: string): Promise<'dead-lettered' | 'dropped'> {
  const recipient = parcel.functionName ?? parcel.queueUrl;
  if (!parcel.deadLetterQueueUrl) {
    console.error(`An event for ${recipient} was lost after its last retry: ${error}`);
    return 'dropped';
  }
  try {
    await queues(parcel.deadLetterQueueUrl, JSON.stringify(parcel.payload));
    return 'dead-lettered';
  } catch (failure) {
    console.error(`An event for ${recipient} was lost: its dead-letter queue refused it (${failure}).`);
    return 'dropped';
  }
}
