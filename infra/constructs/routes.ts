import { Validations } from 'aws-cdk-lib';
import type { HttpApi, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Operation } from '../../shared/contract/operation.ts';
import type { ProductFunction } from './function.ts';
import type { Pool } from './resources.ts';

/** Access tokens of a signed-in person carry it and ID tokens do not: API Gateway cannot tell them apart otherwise. */
const accessTokenScope = 'aws.cognito.signin.user.admin';

/** Lets in whom this pool has signed in through its one client. */
export const guardOf = (name: string, region: string, { pool, client }: Pool): IHttpRouteAuthorizer =>
  new HttpJwtAuthorizer(name, `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`, {
    jwtAudience: [client.userPoolClientId],
  });

// One permission for the API: a function's policy has no room for one per route.
const integrationOf = ({ lambda, spec }: ProductFunction) =>
  new HttpLambdaIntegration(`${spec.name.replace('api-', '')}-integration`, lambda, { scopePermissionToRoute: false });

/** One route per operation to the function that answers it; without a guard they are open to everybody. */
export function routeOperations(
  api: HttpApi,
  answer: ProductFunction,
  operations: readonly Operation[],
  guard: IHttpRouteAuthorizer | undefined,
): void {
  const integration = integrationOf(answer);
  for (const { method, path } of operations) {
    const routes = api.addRoutes({
      path: `/api${path}`,
      methods: [HttpMethod[method]],
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
}

/** The one address that another company calls. */
export function routeWebhook(api: HttpApi, receiver: ProductFunction, path: `/api/${string}`): void {
  for (const route of api.addRoutes({ path, methods: [HttpMethod.POST], integration: integrationOf(receiver) })) {
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The payment provider has no session with us: it signs each call, and the function checks that first.',
    });
  }
}
