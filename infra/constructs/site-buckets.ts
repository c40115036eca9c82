import { Duration, Validations } from 'aws-cdk-lib';
import { type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { SettledStage } from '../stages.ts';
import { privateBucket } from './bucket.ts';

/** The built pages. They are public, so S3's own encryption does: a key of ours would protect nothing. */
export function siteBucket(scope: Construct, stage: SettledStage): IBucket {
  const bucket = privateBucket(scope, 'Site', stage, {
    versioned: true,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'Only CloudFront may read it, and CloudFront keeps the access log.',
  });
  return bucket;
}

/** Who asked CloudFront for what. */
export function logBucket(scope: Construct, stage: SettledStage): IBucket {
  const bucket = privateBucket(scope, 'AccessLog', stage, {
    // CloudFront delivers its logs through an ACL.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    // They hold addresses of people: long enough to look into an attack, no longer.
    lifecycleRules: [{ expiration: Duration.days(30) }],
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It is the access log: logging its own access would never end.',
  });
  return bucket;
}
