import { RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Audience } from '../../shared/contract/operation.ts';
import type { Deployment } from '../constructs/function.ts';
import { ProductFunction } from '../constructs/function.ts';
import { removalOf } from '../constructs/removal.ts';
import type { Resources } from '../constructs/resources.ts';
import { guardOf, routeOperations, routeWebhook } from '../constructs/routes.ts';
import { apiFunctions, workFunctions } from '../functions.ts';
import { originSecretName, physicalName } from '../stages.ts';

/** What an access log says: how long, how well, which route. Not who: no address, no browser, no path with ids. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTimeEpoch',
    routeKey: '$context.routeKey',
    status: '$context.status',
    responseLatency: '$context.responseLatency',
    integrationStatus: '$context.integrationStatus',
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
  }),
);

type Before = Omit<Resources, 'originSecret'>;

/** The HTTP API: a route per operation, a function per audience and part, an authorizer per pool; and the webhook. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  /** Sent by CloudFront with every request; whoever does not know it is refused. */
  readonly originSecret: Secret;
  readonly functions: readonly ProductFunction[];

  constructor(scope: Construct, id: string, deployment: Deployment, before: Before, props: StackProps) {
    super(scope, id, props);
    const { stage } = deployment;
    this.originSecret = new Secret(this, 'OriginSecret', {
      secretName: originSecretName(stage),
      description: 'Proves to the API that a request came through CloudFront',
      encryptionKey: before.key,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.originSecret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'CloudFront reads it at deployment, so a rotation by itself would lock everybody out; docs/operating.md says how to change it without a gap.',
    });

    this.api = new HttpApi(this, 'Api', {
      apiName: physicalName(stage, 'api'),
      description: 'Called by CloudFront only',
      createDefaultStage: false,
    });
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/regulars/${stage.name}/api-access`,
      retention: RetentionDays.THIRTEEN_MONTHS,
      encryptionKey: before.key,
      removalPolicy: removalOf(stage),
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: accessLogFormat },
    });

    const guards: Partial<Record<Audience, IHttpRouteAuthorizer>> = {
      member: guardOf('members', this.region, before.members),
      staff: guardOf('staff', this.region, before.staff),
    };
    const has = { ...before, originSecret: this.originSecret };
    const answers = apiFunctions.map(({ audience, operations, spec }) => {
      const answer = new ProductFunction(this, deployment, spec, has);
      routeOperations(this.api, answer, operations, guards[audience]);
      return answer;
    });
    const receivers = workFunctions.flatMap(({ work: { trigger }, spec }) => {
      if (trigger.kind !== 'webhook') return [];
      const receiver = new ProductFunction(this, deployment, spec, has);
      routeWebhook(this.api, receiver, trigger.path);
      return [receiver];
    });
    this.functions = [...answers, ...receivers];
  }
}
