import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ConfigurationSet, EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Need } from '../../shared/contract/operation.ts';
import type { QueueName } from '../../shared/contract/work.ts';
import type { WorkQueue } from './queue.ts';

/** A pool of people with the one application that signs them in. */
export interface Pool {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
}

/** Sending mail as the stage's own address. */
export interface Mail {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  /** `no-reply@<domain>` */
  readonly sender: string;
}

/** What the needs of the contract can reach. A stack passes on those that exist before it. */
export interface Resources {
  readonly key: IKey;
  readonly table: TableV2;
  /** Bucket names. */
  readonly documents: string;
  readonly media: string;
  readonly members: Pool;
  readonly staff: Pool;
  readonly mail: Mail;
  readonly bus: EventBus;
  readonly queues: Queues;
  readonly stripeSecret: Secret;
  readonly originSecret: Secret;
}

/** Every queue of the contract by its name. */
export type Queues = Readonly<Record<QueueName, WorkQueue>>;

/** A need to put messages on a queue. */
export type SendingNeed = Extract<Need, `${string}-queue:send`>;

/** The queue that each such need means. */
export const queueOf: Readonly<Record<SendingNeed, QueueName>> = {
  'expiry-queue:send': 'credit-expiry',
  'billing-queue:send': 'billing',
  'provider-events-queue:send': 'provider-events',
  'mail-queue:send': 'mail',
};

export type Available = Partial<Resources> & Pick<Resources, 'key'>;

/** The resource, or an error naming it: the stack of the function that needs it comes before the resource's. */
export function reach<Name extends keyof Resources>(available: Available, name: Name): Resources[Name] {
  const resource = (available as Partial<Resources>)[name];
  if (!resource) throw new Error(`A function needs "${name}", which does not exist yet in its stack.`);
  return resource;
}
