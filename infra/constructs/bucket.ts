import { Aws } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';
import { removalOf } from './removal.ts';

/** Names of buckets are shared by all of AWS: the account makes ours unlike anybody else's. */
export const bucketName = (stage: Pick<SettledStage, 'name'>, name: string): string =>
  `${physicalName(stage, name)}-${Aws.ACCOUNT_ID}`;

/** The ARN of everything below a folder of the bucket. */
export const objectsArn = (bucket: string, folder: string): string => `arn:${Aws.PARTITION}:s3:::${bucket}/${folder}/*`;

/**
 * A bucket that nobody reads from outside and that answers over TLS only. It is encrypted with S3's own key unless
 * `props` bring one.
 */
export function privateBucket(scope: Construct, id: string, stage: SettledStage, props: BucketProps): IBucket {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    encryption: BucketEncryption.S3_MANAGED,
    removalPolicy: removalOf(stage),
    ...props,
  });
  // CDK's own types are not written for exactOptionalPropertyTypes: the class does not match its interface there.
  return bucket as IBucket;
}
