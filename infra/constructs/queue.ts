import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { QueueName } from '../../shared/contract/work.ts';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';
import { removalOf } from './removal.ts';

const common = (stage: SettledStage, key: IKey) => ({
  encryption: QueueEncryption.KMS,
  encryptionMasterKey: key,
  // One call to KMS an hour rather than one for each message.
  dataKeyReuse: Duration.hours(1),
  enforceSSL: true,
  removalPolicy: removalOf(stage),
});

/** A dead-letter queue: what could not be delivered or handled waits here for two weeks (docs/operating.md). */
export function deadLetterQueue(scope: Construct, stage: SettledStage, key: IKey, name: string): Queue {
  const queue = new Queue(scope, `${name}-dead-letters`, {
    ...common(stage, key),
    queueName: physicalName(stage, `${name}-dead-letters`),
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({ id: 'Serverless-SQSRedrivePolicy', reason: 'It is a dead-letter queue itself.' });
  return queue;
}

/** A queue of work and its dead-letter queue. */
export interface WorkQueue {
  readonly name: QueueName;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** What people lose while its messages are not handled. */
  readonly errorImpact: string;
}

/** Who takes messages off a queue. */
export interface Consumer {
  readonly queue: QueueName;
  readonly timeoutSeconds: number;
  readonly errorImpact: string;
}

/**
 * A queue whose messages are given up after five attempts. A message stays hidden for six times the consumer's
 * timeout, as Lambda asks, so that a slow batch is not delivered twice.
 */
export function workQueue(
  scope: Construct,
  stage: SettledStage,
  key: IKey,
  { queue: name, timeoutSeconds, errorImpact }: Consumer,
): WorkQueue {
  const deadLetters = deadLetterQueue(scope, stage, key, name);
  const queue = new Queue(scope, name, {
    ...common(stage, key),
    queueName: physicalName(stage, name),
    visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  });
  return { name, queue, deadLetters, errorImpact };
}
