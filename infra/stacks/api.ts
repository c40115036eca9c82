import { RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { HttpMethod, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Audience, Operation } from '../../shared/contract/operation.ts';
import { operations } from '../../shared/contract/operations.ts';
import type { Deployment } from '../constructs/function.ts';
import { ProductFunction } from '../constructs/function.ts';
import { removalOf } from '../constructs/removal.ts';
import type { Pool, Resources } from '../constructs/resources.ts';
import { apiFunctions, audiences } from '../functions.ts';
import { originSecretName, physicalName } from '../stages.ts';

/** Access tokens of a signed-in person carry it and ID tokens do not: API Gateway cannot tell them apart otherwise. */
const accessTokenScope = 'aws.cognito.signin.user.admin';

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

/** The HTTP API: one route per operation, one function per audience, one authorizer per pool. */
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

    const authorizers: Partial<Record<Audience, IHttpRouteAuthorizer>> = {
      member: authorizer('members', this.region, before.members),
      staff: authorizer('staff', this.region, before.staff),
    };
    this.functions = audiences.map((audience) => {
      const answer = new ProductFunction(this, deployment, apiFunctions[audience], {
        ...before,
        originSecret: this.originSecret,
      });
      const integration = new HttpLambdaIntegration(`${audience}-integration`, answer.lambda, {
        // One permission for the API: a function's policy has no room for one per route.
        scopePermissionToRoute: false,
      });
      for (const { method, path } of Object.values<Operation>(operations[audience])) {
        const guard = authorizers[audience];
        const routes = this.api.addRoutes({
          path: `/api${path}`,
          methods: [method as HttpMethod],
          integration,
          ...(guard ? { authorizer: guard, authorizationScopes: [accessTokenScope] } : {}),
        });
        for (const route of guard ? [] : routes) {
          Validations.of(route).acknowledge({
            id: 'AwsSolutions-APIG4',
            reason: 'Declared public: signing in, links from mails and the salon’s own page come before any session.',
          });
        }
      }
      return answer;
    });
  }
}

const authorizer = (name: string, region: string, { pool, client }: Pool): IHttpRouteAuthorizer =>
  new HttpJwtAuthorizer(name, `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`, {
    jwtAudience: [client.userPoolClientId],
  });
