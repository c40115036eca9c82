import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
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
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { Deployment } from '../constructs/function.ts';
import type { Resources } from '../constructs/resources.ts';
import { publishSite } from '../constructs/site.ts';
import { logBucket, siteBucket } from '../constructs/site-buckets.ts';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';
import { headerPolicies } from '../web/headers.ts';
import { apiOrigin, mediaOrigin, uploadsTo } from '../web/origins.ts';

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
          origin: apiOrigin(this, stage, before.api),
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
