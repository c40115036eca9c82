import { Duration, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventPattern, RuleProps } from 'aws-cdk-lib/aws-events';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as CallFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  CfnEventInvokeConfig,
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { EventType } from '../../shared/domain/events.ts';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';
import type { ProductFunction } from './function.ts';
import { readStream, receiveFrom, sendTo } from './grants.ts';
import type { WorkQueue } from './queue.ts';
import { deadLetterQueue } from './queue.ts';
import type { Available, Mail } from './resources.ts';

/** A dead-letter queue that no queue feeds, and what people lose while something is in it. */
export interface Undelivered {
  readonly name: string;
  readonly queue: Queue;
  readonly errorImpact: string;
}

/** Every target says itself how long it is tried: the bus's own default gives up after five minutes. */
const delivery = { retryAttempts: 185, maxEventAge: Duration.hours(24) };

function undeliveredQueue(scope: Construct, stage: SettledStage, has: Available, name: string): Queue {
  const queue = deadLetterQueue(scope, stage, has.key, name);
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'A dead-letter queue of a schedule or a stream, which the rule cannot see: it looks for another queue.',
  });
  return queue;
}

/** Calls the job at a rate. Its event's `time` is the instant that the run is for. */
export function runOnSchedule(
  scope: Construct,
  stage: SettledStage,
  job: ProductFunction,
  has: Available,
  rate: string,
): Undelivered {
  const { name, errorImpact } = job.spec;
  const queue = undeliveredQueue(scope, stage, has, name);
  new Rule(scope, `${name}-schedule`, {
    ruleName: physicalName(stage, name),
    description: job.spec.summary,
    schedule: Schedule.expression(rate),
    targets: [new CallFunction(job.lambda, { ...delivery, deadLetterQueue: queue })],
  });
  // The rule only hands the event to Lambda; this is for a run that then fails.
  new CfnEventInvokeConfig(scope, `${name}-failures`, {
    functionName: job.lambda.functionName,
    qualifier: '$LATEST',
    maximumRetryAttempts: 2,
    maximumEventAgeInSeconds: Duration.hours(6).toSeconds(),
    destinationConfig: { onFailure: { destination: queue.queueArn } },
  });
  job.allow(...sendTo(has, queue.queueArn));
  return { name, queue, errorImpact };
}

/** Calls the consumer with what the table announces: inserted rows that carry an event. */
export function followStream(
  scope: Construct,
  stage: SettledStage,
  consumer: ProductFunction,
  has: Available,
  table: TableV2,
): Undelivered {
  const { name, errorImpact } = consumer.spec;
  const { tableStreamArn } = table;
  if (!tableStreamArn) throw new Error('The table has no stream.');
  const queue = undeliveredQueue(scope, stage, has, name);
  new EventSourceMapping(scope, `${name}-stream`, {
    target: consumer.lambda,
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { NewImage: { announces: { S: FilterRule.exists() } } },
      }),
    ],
    batchSize: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    // With Lambda's back-off this is most of the day that the stream keeps its records.
    retryAttempts: 1000,
    maxRecordAge: Duration.hours(20),
    // Named by hand: CDK's own destination would add key actions with wildcards to the role.
    onFailure: { bind: () => ({ destination: queue.queueArn }) },
  });
  consumer.allow(...readStream(has, tableStreamArn), ...sendTo(has, queue.queueArn));
  return { name, queue, errorImpact };
}

interface Batches {
  readonly batchSize: number;
  readonly atOnce?: number;
}

/** Calls the consumer with batches from a queue; of a batch, only what failed comes back. */
export function consumeQueue(
  consumer: ProductFunction,
  has: Available,
  { queue }: WorkQueue,
  // Enough for any salon’s evening, and a burst leaves concurrency for people who wait for an answer.
  { batchSize, atOnce = 20 }: Batches,
): void {
  const mapping = new EventSourceMapping(consumer, 'Queue', {
    target: consumer.lambda,
    eventSourceArn: queue.queueArn,
    batchSize,
    reportBatchItemFailures: true,
    maxConcurrency: atOnce,
  });
  Validations.of(mapping).acknowledge({
    id: 'Serverless-LambdaEventSourceMappingDestination',
    reason: 'SQS sends what fails five times to the queue’s own dead-letter queue; Lambda offers no destination here.',
  });
  consumer.allow(...receiveFrom(has, queue.queueArn));
}

function putOnQueue(
  scope: Construct,
  id: string,
  { bus, pattern }: { readonly bus: NonNullable<RuleProps['eventBus']>; readonly pattern: EventPattern },
  description: string,
  { queue, deadLetters }: WorkQueue,
): void {
  new Rule(scope, id, {
    eventBus: bus,
    description,
    eventPattern: pattern,
    targets: [new SqsQueue(queue, { ...delivery, deadLetterQueue: deadLetters })],
  });
}

/** Puts the product's own events of these types on a queue, as they are on the bus. */
export function putEventsOnQueue(
  scope: Construct,
  bus: EventBus,
  name: string,
  types: readonly EventType[],
  queue: WorkQueue,
): void {
  const pattern = { source: ['regulars'], detailType: [...types] };
  putOnQueue(scope, `${name}-events`, { bus, pattern }, `Events for ${name}`, queue);
}

/** Puts on a queue what SES says of the stage's own mails: bounces and complaints. It speaks on the default bus only. */
export function putMailFeedbackOnQueue(scope: Construct, { configurationSet }: Mail, queue: WorkQueue): void {
  const pattern = {
    source: ['aws.ses'],
    detailType: ['Email Bounced', 'Email Complaint Received'],
    // Two stages of one account share the bus.
    detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
  };
  const bus = EventBus.fromEventBusName(scope, 'DefaultBus', 'default');
  putOnQueue(scope, 'mail-feedback-events', { bus, pattern }, 'Bounces and complaints', queue);
}
