import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { QueueName } from '../../shared/contract/work.ts';
import type { Deployment } from '../constructs/function.ts';
import { ProductFunction } from '../constructs/function.ts';
import type { WorkQueue } from '../constructs/queue.ts';
import { workQueue } from '../constructs/queue.ts';
import type { Resources } from '../constructs/resources.ts';
import type { Undelivered } from '../constructs/triggers.ts';
import { consumeQueue, followStream, putEventsOnQueue, runOnSchedule } from '../constructs/triggers.ts';
import { workFunctions } from '../functions.ts';
import { physicalName } from '../stages.ts';

type Before = Pick<Resources, 'key' | 'table' | 'documents' | 'media' | 'members' | 'staff' | 'mail'>;

/** Everything that runs outside the API: the bus, the queues, the schedules and what they call. */
export class WorkStack extends Stack {
  readonly bus: EventBus;
  readonly expiryQueue: WorkQueue['queue'];
  readonly queues: readonly WorkQueue[];
  readonly functions: readonly ProductFunction[];
  /** Dead-letter queues that do not belong to a queue: of schedules and of the stream. */
  readonly undelivered: readonly Undelivered[];

  constructor(scope: Construct, id: string, deployment: Deployment, before: Before, props: StackProps) {
    super(scope, id, props);
    const { stage } = deployment;
    this.bus = new EventBus(this, 'Bus', { eventBusName: physicalName(stage, 'bus') });

    const queues = new Map<QueueName, WorkQueue>();
    for (const { trigger, timeoutSeconds, errorImpact } of workFunctions.map(({ work }) => work)) {
      if (!('queue' in trigger)) continue;
      const consumer = { queue: trigger.queue, timeoutSeconds, errorImpact };
      queues.set(trigger.queue, workQueue(this, stage, before.key, consumer));
    }
    const queueNamed = (name: QueueName): WorkQueue => {
      const queue = queues.get(name);
      if (!queue)
        throw new Error(`Nothing consumes the queue "${name}": declare its consumer in shared/contract/work.ts.`);
      return queue;
    };
    this.queues = [...queues.values()];
    this.expiryQueue = queueNamed('credit-expiry').queue;

    const has = { ...before, bus: this.bus, expiryQueue: this.expiryQueue };
    const functions: ProductFunction[] = [];
    const undelivered: Undelivered[] = [];
    for (const { work, spec } of workFunctions) {
      const { trigger } = work;
      if (trigger.kind === 'identity') continue;
      const job = new ProductFunction(this, deployment, spec, has);
      functions.push(job);
      switch (trigger.kind) {
        case 'schedule':
          undelivered.push(runOnSchedule(this, stage, job, has, trigger.rate));
          break;
        case 'announcements':
          undelivered.push(followStream(this, stage, job, has, before.table));
          break;
        case 'queue':
          consumeQueue(job, has, queueNamed(trigger.queue), trigger.batchSize);
          break;
        case 'events':
          putEventsOnQueue(this, this.bus, spec.name, trigger.types, queueNamed(trigger.queue));
          consumeQueue(job, has, queueNamed(trigger.queue), trigger.batchSize);
          break;
        case 'invoke':
          break;
        default:
          trigger satisfies never;
      }
    }
    this.functions = functions;
    this.undelivered = undelivered;
  }
}
