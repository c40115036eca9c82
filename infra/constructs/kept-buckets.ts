import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BucketEncryption, HttpMethods, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { SettledStage } from '../stages.ts';
import { bucketName, privateBucket } from './bucket.ts';

/** Members' documents, encrypted with the stage's key, and the salons' pictures; earlier versions stay for 90 days. */
export function keptBuckets(
  scope: Construct,
  stage: SettledStage,
  key: IKey,
): { readonly documents: IBucket; readonly media: IBucket } {
  // S3 writes access logs only to buckets with its own encryption.
  const accessLog = privateBucket(scope, 'AccessLog', stage, {
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    lifecycleRules: [{ expiration: Duration.days(400) }],
  });
  const kept = {
    versioned: true,
    serverAccessLogsBucket: accessLog,
    lifecycleRules: [
      { noncurrentVersionExpiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    // Browsers upload straight to the bucket, with a form that the API signed.
    cors: [
      {
        allowedMethods: [HttpMethods.POST],
        allowedOrigins: [`https://*.${stage.domain}`],
        allowedHeaders: ['content-type'],
      },
    ],
  };
  const documents = privateBucket(scope, 'Documents', stage, {
    ...kept,
    bucketName: bucketName(stage, 'documents'),
    serverAccessLogsPrefix: 'documents/',
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
  });
  // Shown to everybody: a key of ours would protect nothing and cost a call for each picture.
  const media = privateBucket(scope, 'Media', stage, {
    ...kept,
    bucketName: bucketName(stage, 'media'),
    serverAccessLogsPrefix: 'media/',
  });
  media.addToResourcePolicy(readByOurDistributions(Stack.of(scope), media));
  return { documents, media };
}

// The distribution is made after this bucket and not known by name here; any of this account's may read.
const readByOurDistributions = ({ partition, account }: Stack, bucket: IBucket): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
    actions: ['s3:GetObject'],
    resources: [bucket.arnForObjects('media/*')],
    conditions: {
      ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` },
      StringEquals: { 'aws:SourceAccount': account },
    },
  });
