import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { QueueName } from '../../shared/contract/work.ts';
import { queueNames } from '../../shared/contract/work.ts';
import type { Deployment } from '../constructs/function.ts';
import { ProductFunction } from '../constructs/function.ts';
import type { WorkQueue } from '../constructs/queue.ts';
import { workQueue } from '../constructs/queue.ts';
import type { Queues, Resources } from '../constructs/resources.ts';
import type { Undelivered } from '../constructs/triggers.ts';
import {
  consumeQueue,
  followStream,
  putEventsOnQueue,
  putMailFeedbackOnQueue,
  runOnSchedule,
} from '../constructs/triggers.ts';
import { workFunctions } from '../functions.ts';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';

type Before = Omit<Resources, 'bus' | 'queues' | 'originSecret'>;

/** Everything that runs outside the API: the bus, the queues, the schedules and what they call. */
export class WorkStack extends Stack {
  readonly bus: EventBus;
  readonly queues: Queues;
  readonly functions: readonly ProductFunction[];
  /** Dead-letter queues that do not belong to a queue: of schedules and of the stream. */
  readonly undelivered: readonly Undelivered[];

  constructor(scope: Construct, id: string, deployment: Deployment, before: Before, props: StackProps) {
    super(scope, id, props);
    const { stage } = deployment;
    this.bus = new EventBus(this, 'Bus', { eventBusName: physicalName(stage, 'bus') });

    this.queues = queuesOfTheContract(this, stage, before.key);

    const has = { ...before, bus: this.bus, queues: this.queues };
    const functions: ProductFunction[] = [];
    const undelivered: Undelivered[] = [];
    for (const { work, spec } of workFunctions) {
      const { trigger } = work;
      // Theirs are the stacks of who calls them: the pools and the API.
      if (trigger.kind === 'identity' || trigger.kind === 'webhook') continue;
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
          consumeQueue(job, has, this.queues[trigger.queue], trigger);
          break;
        case 'events':
          putEventsOnQueue(this, this.bus, spec.name, trigger.types, this.queues[trigger.queue]);
          consumeQueue(job, has, this.queues[trigger.queue], trigger);
          break;
        case 'mail-feedback':
          putMailFeedbackOnQueue(this, before.mail, this.queues[trigger.queue]);
          consumeQueue(job, has, this.queues[trigger.queue], trigger);
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

/** A queue for each one that something consumes, with the consumer's time and words. */
function queuesOfTheContract(scope: Construct, stage: SettledStage, key: IKey): Queues {
  const queues = new Map<QueueName, WorkQueue>();
  for (const { trigger, timeoutSeconds, errorImpact } of workFunctions.map(({ work }) => work)) {
    if (!('queue' in trigger)) continue;
    queues.set(trigger.queue, workQueue(scope, stage, key, { queue: trigger.queue, timeoutSeconds, errorImpact }));
  }
  const named = (name: QueueName): WorkQueue => {
    const queue = queues.get(name);
    if (!queue)
      throw new Error(`Nothing consumes the queue "${name}": declare its consumer in shared/contract/work.ts.`);
    return queue;
  };
  return Object.fromEntries(queueNames.map((name) => [name, named(name)])) as Queues;
}
