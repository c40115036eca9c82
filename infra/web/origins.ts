import { Duration, SecretValue, type Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IOrigin, OriginProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { SettledStage } from '../stages.ts';
import { originSecretName } from '../stages.ts';

/** The API; the header proves to it that a request came this way. */
export function apiOrigin(scope: Stack, stage: SettledStage, api: HttpApi): IOrigin {
  return new HttpOrigin(`${api.apiId}.execute-api.${scope.region}.${scope.urlSuffix}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    readTimeout: Duration.seconds(15),
    customHeaders: {
      // CloudFormation puts the value in while deploying: it is in no template.
      'x-origin-verify': SecretValue.secretsManager(originSecretName(stage)).unsafeUnwrap(),
      // Only its change makes CloudFormation read the secret again.
      'x-origin-generation': String(stage.originSecretGeneration),
    },
  });
}

/** Where a browser sends a file for this bucket. */
export const uploadsTo = (scope: Stack, bucket: string): string =>
  `https://${bucket}.s3.${scope.region}.${scope.urlSuffix}`;

/** The media bucket of the data stack, whose own policy lets this account's distributions read it. */
export function mediaOrigin(scope: Stack, media: string): IOrigin {
  const bucket = Bucket.fromBucketAttributes(scope, 'Media', { bucketName: media, region: scope.region });
  Validations.of(scope).acknowledge({
    id: 'annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
    reason: 'The bucket’s own stack grants the reading: a grant from here would make the two stacks need each other.',
  });
  return S3BucketOrigin.withOriginAccessControl(bucket);
}
