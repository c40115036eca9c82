import type { Invoker, LocalClock } from '../ports.ts';
import type { Place } from '../protocol/place.ts';

/** How long delivery is tried again, as in a rule target's RetryPolicy. */
export interface RetryPolicy {
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeInSeconds: number;
}

/** Sends `body` to the queue at `queueUrl`. */
export type SendToQueue = (queueUrl: string, body: string) => Promise<void>;

/** Where a matched event goes. `inputPath` picks a part of the event (`$.detail`); `input` replaces it by constant JSON. */
export interface RuleTarget {
  readonly id: string;
  readonly kind: 'lambda' | 'queue';
  readonly functionName?: string;
  readonly queueUrl?: string;
  readonly deadLetterQueueUrl?: string;
  readonly retry: RetryPolicy;
  readonly inputPath?: string;
  readonly input?: string;
}

export interface EventRule {
  readonly name: string;
  readonly busName: string;
  /** The pattern as JSON text or as an object. */
  readonly pattern: unknown;
  readonly targets: readonly RuleTarget[];
}

/** The envelope every target receives, as EventBridge writes it. `time` is ISO 8601 in whole seconds. */
export interface EventEnvelope {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** What a service of AWS itself puts on the default bus; the bus adds id, time, account and region. */
export interface ServiceEvent {
  readonly source: `aws.${string}`;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** One event as the console shows it: which bus took it and what became of it at each matching target. */
export interface DeliveredEvent {
  readonly busName: string;
  readonly event: EventEnvelope;
  readonly deliveries: readonly Delivery[];
}

export interface Delivery {
  readonly rule: string;
  readonly target: string;
  readonly outcome: 'delivering' | 'delivered' | 'dead-lettered' | 'dropped';
  readonly attempts: number;
  readonly error?: string;
}

export interface DeliveryPorts {
  readonly invoker: Invoker;
  readonly queues: SendToQueue;
  readonly clock: LocalClock;
  readonly place?: Place;
}
