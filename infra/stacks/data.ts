import { Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Backups } from '../constructs/backups.ts';
import { bucketName } from '../constructs/bucket.ts';
import type { Deployment } from '../constructs/function.ts';
import { keptBuckets } from '../constructs/kept-buckets.ts';
import { stageKey } from '../constructs/key.ts';
import { removalOf } from '../constructs/removal.ts';
import { stripeSecret } from '../constructs/stripe-secret.ts';
import { physicalName } from '../stages.ts';

/**
 * Everything that must not be lost: the table, documents, logos, the key they are encrypted with, their backups, and
 * what an operator put in by hand.
 */
export class DataStack extends Stack {
  readonly key: Key;
  readonly table: TableV2;
  /** Bucket names. */
  readonly documents: string;
  readonly media: string;
  readonly stripeSecret: Secret;

  constructor(scope: Construct, id: string, { stage }: Deployment, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: stage.retainsData });
    const removalPolicy = removalOf(stage);
    this.key = stageKey(this, stage);

    this.table = new TableV2(this, 'Table', {
      tableName: physicalName(stage, 'table'),
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: 'due',
          partitionKey: { name: 'duePk', type: AttributeType.STRING },
          sortKey: { name: 'dueAt', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: stage.retainsData,
      dynamoStream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'ttl',
      removalPolicy,
    });

    const { documents, media } = keptBuckets(this, stage, this.key);
    this.documents = bucketName(stage, 'documents');
    this.media = bucketName(stage, 'media');

    this.stripeSecret = stripeSecret(this, stage, this.key);

    new Backups(this, stage, this.key, { table: this.table, documents, media });
  }
}
