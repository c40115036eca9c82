import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';
import { removalOf } from './removal.ts';

const mayUse = (service: string, conditions: Record<string, Record<string, string>> = {}): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal(service)],
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    // In a key's own policy the star is this key.
    resources: ['*'],
    conditions,
  });

const mayDeliver = (service: string): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal(service)],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
  });

/** The stage's own key, renewed every year: table, documents, queues, secrets, logs and backups. */
export function stageKey(scope: Construct, stage: SettledStage): Key {
  const { partition, region, account } = Stack.of(scope);
  const key = new Key(scope, 'Key', {
    alias: `alias/${physicalName(stage, 'data')}`,
    description: `Everything that Regulars ${stage.name} stores`,
    enableKeyRotation: true,
    removalPolicy: removalOf(stage),
  });
  key.addToResourcePolicy(
    mayUse(`logs.${region}.amazonaws.com`, {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:/regulars/${stage.name}/*`,
      },
    }),
  );
  // Events go into encrypted queues, alarms into an encrypted topic. Who may send is said by queue and topic.
  key.addToResourcePolicy(mayDeliver('events.amazonaws.com'));
  key.addToResourcePolicy(mayDeliver('cloudwatch.amazonaws.com'));
  return key;
}
