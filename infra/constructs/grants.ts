import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Need } from '../../shared/contract/operation.ts';
import { objectsArn } from './bucket.ts';
import type { Available, Pool, SendingNeed } from './resources.ts';
import { queueOf, reach } from './resources.ts';

const allow = (actions: string[], resources: string[], conditions?: Record<string, Record<string, string>>) =>
  new PolicyStatement({ actions, resources, ...(conditions ? { conditions } : {}) });

/** The stage's key, used only on the way through one service. */
function withKey({ key }: Available, service: string, actions: string[]): PolicyStatement {
  const { region } = Stack.of(key);
  return allow(actions, [key.keyArn], { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } });
}

const signIn = ({ pool }: Pool) => [
  allow(['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'], [pool.userPoolArn]),
];

const administer = ({ pool }: Pool) => [
  allow(
    [
      'cognito-idp:AdminCreateUser',
      'cognito-idp:AdminDisableUser',
      'cognito-idp:AdminEnableUser',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminSetUserPassword',
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminUserGlobalSignOut',
    ],
    [pool.userPoolArn],
  ),
];

const sendFor = (need: SendingNeed) => (has: Available) =>
  sendTo(has, reach(has, 'queues')[queueOf[need]].queue.queueArn);

const readSecret = (has: Available, { secretArn }: Secret) => [
  allow(['secretsmanager:GetSecretValue'], [secretArn]),
  withKey(has, 'secretsmanager', decrypt),
];

const decrypt = ['kms:Decrypt'];
const encrypt = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'];

/**
 * Exactly what each need may do. There is no Scan, no Update and no Delete: nothing in the product does either, so
 * a stolen role cannot rewrite a ledger. A transaction's writes are allowed by the actions of its parts.
 */
const grants: Readonly<Record<Need, (has: Available) => PolicyStatement[]>> = {
  'table:read': (has) => {
    const { tableArn } = reach(has, 'table');
    return [
      allow(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'], [tableArn, `${tableArn}/index/due`]),
      withKey(has, 'dynamodb', decrypt),
    ];
  },
  'table:write': (has) => [
    allow(['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'], [reach(has, 'table').tableArn]),
    withKey(has, 'dynamodb', encrypt),
  ],
  'members-pool:sign-in': (has) => signIn(reach(has, 'members')),
  'members-pool:administer': (has) => administer(reach(has, 'members')),
  'staff-pool:sign-in': (has) => signIn(reach(has, 'staff')),
  'staff-pool:administer': (has) => administer(reach(has, 'staff')),
  'documents:read': (has) => [
    allow(['s3:GetObject'], [objectsArn(reach(has, 'documents'), 'documents')]),
    withKey(has, 's3', decrypt),
  ],
  // The function signs the upload's form with its own role: the role needs what the browser then does.
  'documents:write': (has) => [
    allow(['s3:PutObject'], [objectsArn(reach(has, 'documents'), 'documents')]),
    withKey(has, 's3', ['kms:Decrypt', 'kms:GenerateDataKey']),
  ],
  'media:read': (has) => [allow(['s3:GetObject'], [objectsArn(reach(has, 'media'), 'media')])],
  'media:write': (has) => [allow(['s3:PutObject'], [objectsArn(reach(has, 'media'), 'media')])],
  'mail:send': (has) => {
    const { identity, configurationSet, sender } = reach(has, 'mail');
    const configuration = Stack.of(configurationSet).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSet.configurationSetName,
    });
    return [
      allow(['ses:SendRawEmail'], [identity.emailIdentityArn, configuration], {
        StringEquals: { 'ses:FromAddress': sender },
      }),
    ];
  },
  'bus:publish': (has) => [allow(['events:PutEvents'], [reach(has, 'bus').eventBusArn])],
  'expiry-queue:send': sendFor('expiry-queue:send'),
  'billing-queue:send': sendFor('billing-queue:send'),
  'provider-events-queue:send': sendFor('provider-events-queue:send'),
  'mail-queue:send': sendFor('mail-queue:send'),
  'payments:use': (has) => readSecret(has, reach(has, 'stripeSecret')),
  'origin-secret:read': (has) => readSecret(has, reach(has, 'originSecret')),
};

/** Sending to one queue of the stage. */
export const sendTo = (has: Available, queueArn: string): PolicyStatement[] => [
  allow(['sqs:SendMessage'], [queueArn]),
  withKey(has, 'sqs', ['kms:Decrypt', 'kms:GenerateDataKey']),
];

/** Receiving from one queue of the stage, as an event-source mapping does. */
export const receiveFrom = (has: Available, queueArn: string): PolicyStatement[] => [
  allow(
    ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    [queueArn],
  ),
  withKey(has, 'sqs', decrypt),
];

/** Reading the table's stream, as an event-source mapping does. */
export const readStream = (has: Available, streamArn: string): PolicyStatement[] => [
  allow(
    ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    [streamArn],
  ),
  withKey(has, 'dynamodb', decrypt),
];

/** The statements of a function with these needs. */
export const grantsFor = (needs: readonly Need[], has: Available): PolicyStatement[] =>
  needs.flatMap((need) => grants[need](has));
