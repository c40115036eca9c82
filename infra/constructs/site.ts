import { type CfnElement, RemovalPolicy, Stack, Token, Validations } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import type { SettledStage } from '../stages.ts';

/**
 * Copies the built faces into the site's bucket. Files with their hash in the name never change and older ones stay,
 * so that a page opened before a deployment still finds its parts; everything else is asked for again each time.
 * The pages go last: they must not name files that are not there yet.
 */
export function publishSite(scope: Construct, stage: SettledStage, site: IBucket, webFolder: string): void {
  const logGroup = new LogGroup(scope, 'PublishLog', {
    logGroupName: `/regulars/${stage.name}/publish-site`,
    retention: RetentionDays.THIRTEEN_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const sources = [Source.asset(webFolder)];
  const common = { sources, destinationBucket: site, logGroup, memoryLimit: 512 };
  const hashed = '*/assets/*';
  const parts = new BucketDeployment(scope, 'PublishParts', {
    ...common,
    exclude: ['*'],
    include: [hashed],
    prune: false,
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  });
  const pages = new BucketDeployment(scope, 'PublishPages', {
    ...common,
    exclude: [hashed],
    cacheControl: [CacheControl.fromString('no-cache')],
  });
  pages.node.addDependency(parts);
  acknowledgeCdkHandler(Stack.of(scope), site);
}

/** Everything that the rule packs find in CDK's own handler, one by one: a new finding is not covered. */
function acknowledgeCdkHandler(stack: Stack, site: IBucket): void {
  const account = Token.isUnresolved(stack.account) ? '<AWS::AccountId>' : stack.account;
  const assets = `arn:${stack.partition}:s3:::cdk-hnb659fds-assets-${account}-${stack.region}`;
  const siteId = stack.getLogicalId(site.node.defaultChild as CfnElement);
  const wildcards = [
    ...['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'].map(
      (action) => `Action::${action}`,
    ),
    `Resource::${assets}/*`,
    `Resource::<${siteId}.Arn>/*`,
  ];
  const basicRole = 'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  const ids = [
    ...wildcards.map((wildcard) => `AwsSolutions-IAM5[${wildcard}]`),
    `AwsSolutions-IAM4[Policy::${basicRole}]`,
    'AwsSolutions-L1',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaLatestVersion',
    'Serverless-LambdaTracing',
  ];
  const reason = 'CDK’s own handler, which copies the site at deployment: its code, runtime and role come with CDK.';
  for (const handler of stack.node.children.filter(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'))) {
    Validations.of(handler).acknowledge(...ids.map((id) => ({ id, reason })));
  }
}
