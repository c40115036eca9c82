import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CfnOutput, Duration, SecretValue, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Bucket, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { privateBucket } from '../constructs/bucket.ts';
import type { Deployment } from '../constructs/function.ts';
import type { Resources } from '../constructs/resources.ts';
import { publishSite } from '../constructs/site.ts';
import type { SettledStage } from '../stages.ts';
import { originSecretName, physicalName } from '../stages.ts';
import { headerPolicies } from '../web/headers.ts';

const pages = join(dirname(fileURLToPath(import.meta.url)), '..', 'web', 'pages.js');

interface Before extends Pick<Resources, 'documents' | 'media'> {
  readonly api: HttpApi;
  readonly certificate: ICertificate;
  readonly firewallArn: string;
}

/** The one address that people see: pages, uploaded pictures and the API behind it, all from the same origin. */
export class WebStack extends Stack {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, deployment: Deployment, before: Before, props: StackProps) {
    super(scope, id, props);
    const { stage } = deployment;
    const site = siteBucket(this, stage);
    const headers = headerPolicies(this, stage, [uploadsTo(this, before.documents), uploadsTo(this, before.media)]);
    const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS;

    // There are no custom error responses: they would cover the whole distribution and hide the API's own answers.
    this.distribution = new Distribution(this, 'Distribution', {
      comment: physicalName(stage, 'web'),
      domainNames: [stage.domain, `*.${stage.domain}`],
      certificate: before.certificate,
      webAclId: before.firewallArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      logBucket: logBucket(this, stage),
      logIncludesCookies: false,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(site),
        viewerProtocolPolicy,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers.pages,
        compress: true,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'Pages', {
              functionName: physicalName(stage, 'pages'),
              comment: 'Finds the page for an address',
              runtime: FunctionRuntime.JS_2_0,
              code: FunctionCode.fromFile({ filePath: pages }),
            }),
          },
        ],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: apiOrigin(this, stage, before),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers.api,
          // CloudFront compresses only what it may cache.
          compress: false,
        },
        '/media/*': {
          origin: mediaOrigin(this, before.media),
          viewerProtocolPolicy,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: headers.media,
          compress: true,
        },
      },
    });
    Validations.of(this.distribution).acknowledge({
      id: 'AwsSolutions-CFR1',
      reason: 'Members travel and move: a membership is not bound to a country.',
    });

    publishSite(this, stage, site, deployment.webFolder);
    this.pointTheDomainHere(stage);
    new CfnOutput(this, 'Address', { value: stage.siteOrigin, description: 'Address of a business' });
  }

  private pointTheDomainHere(stage: SettledStage): void {
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: stage.hostedZoneId,
      zoneName: stage.domain,
    });
    const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution));
    for (const recordName of [stage.domain, `*.${stage.domain}`]) {
      new ARecord(this, `A ${recordName}`, { zone, recordName, target });
      new AaaaRecord(this, `AAAA ${recordName}`, { zone, recordName, target });
    }
  }
}

/** The API; the header proves to it that a request came this way. */
function apiOrigin(scope: Stack, stage: SettledStage, { api }: Before): IOrigin {
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

const uploadsTo = (scope: Stack, bucket: string): string => `https://${bucket}.s3.${scope.region}.${scope.urlSuffix}`;

/** The media bucket of the data stack, whose own policy lets this account's distributions read it. */
function mediaOrigin(scope: Stack, media: string): IOrigin {
  const bucket = Bucket.fromBucketAttributes(scope, 'Media', { bucketName: media, region: scope.region });
  Validations.of(scope).acknowledge({
    id: 'annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
    reason: 'The bucket’s own stack grants the reading: a grant from here would make the two stacks need each other.',
  });
  return S3BucketOrigin.withOriginAccessControl(bucket);
}

function siteBucket(scope: Construct, stage: SettledStage): IBucket {
  // Public pages, so S3's own encryption: a key of ours would protect nothing.
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

function logBucket(scope: Construct, stage: SettledStage): IBucket {
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
