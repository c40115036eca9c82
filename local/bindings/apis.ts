import type { Resolver } from '../assembly/resolve.ts';
import type { Placed } from '../assembly/template.ts';
import { functionNameOf, numberOr, record, text, textOrNothing, texts } from '../assembly/values.ts';
import type { ApiDefinition, Route } from '../http/api.ts';
import type { JwtAuthorizer } from '../http/authorizer.ts';
import type { Cors } from '../http/cors.ts';
import { parseRouteKey } from '../http/routes.ts';
import type { Limits } from '../http/throttle.ts';

interface Found {
  readonly id: string;
  readonly properties: Record<string, unknown>;
}

function limitsOf(settings: unknown): Limits | undefined {
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = record(settings);
  return rate === undefined || burst === undefined ? undefined : { rate: Number(rate), burst: Number(burst) };
}

function corsOf(settings: unknown): Cors | undefined {
  if (settings === undefined) return undefined;
  const cors = record(settings);
  return {
    allowOrigins: texts(cors.AllowOrigins),
    allowMethods: texts(cors.AllowMethods),
    allowHeaders: texts(cors.AllowHeaders),
    exposeHeaders: texts(cors.ExposeHeaders),
    allowCredentials: cors.AllowCredentials === true,
    maxAge: cors.MaxAge === undefined ? undefined : Number(cors.MaxAge),
  };
}

function routeOf({ properties }: Found, integrations: readonly Found[], stage: Record<string, unknown>): Route {
  const routeKey = text(properties.RouteKey, 'A route’s key');
  const target = textOrNothing(properties.Target)?.split('/')[1];
  const integration = integrations.find(({ id }) => id === target)?.properties;
  if (integration?.IntegrationType !== 'AWS_PROXY' || integration.PayloadFormatVersion !== '2.0') {
    throw new Error(`The route ${routeKey} must call a function with payload format 2.0.`);
  }
  const type = textOrNothing(properties.AuthorizationType) ?? 'NONE';
  if (type !== 'NONE' && type !== 'JWT') throw new Error(`The route ${routeKey} has ${type} authorization, not JWT.`);
  return {
    pattern: parseRouteKey(routeKey),
    functionName: functionNameOf(text(integration.IntegrationUri, `The integration of ${routeKey}`)),
    authorizerId: type === 'JWT' ? textOrNothing(properties.AuthorizerId) : undefined,
    scopes: texts(properties.AuthorizationScopes),
    limits: limitsOf(record(stage.RouteSettings)[routeKey]),
    integrationTimeout: numberOr(integration.TimeoutInMillis, 30_000),
  };
}

function authorizerOf({ properties }: Found, issuerOf: (poolId: string) => string): JwtAuthorizer {
  if (properties.AuthorizerType !== 'JWT') throw new Error('Only JWT authorizers are offered locally.');
  const source = texts(properties.IdentitySource);
  if (source.length !== 1 || source[0]?.toLowerCase() !== '$request.header.authorization') {
    throw new Error(`A JWT authorizer must read the header Authorization, not ${source.join(', ')}.`);
  }
  const jwt = record(properties.JwtConfiguration);
  const poolId = text(jwt.Issuer, 'An authorizer’s issuer').split('/').at(-1) ?? '';
  // Asked for later: the user pools have their address when they listen.
  return { issuer: () => issuerOf(poolId), audience: texts(jwt.Audience) };
}

/** The HTTP APIs of the assembly. @throws for anything that API Gateway does and this stand-in does not. */
export function readApis(resolver: Resolver, issuerOf: (poolId: string) => string): ApiDefinition[] {
  const of = (kind: string, apiId: string): Found[] =>
    resolver
      .resources(`AWS::ApiGatewayV2::${kind}`)
      .map((placed) => ({ id: resolver.refOf(placed), properties: resolver.properties(placed) }))
      .filter(({ properties }) => properties.ApiId === apiId);

  function apiOf(placed: Placed): ApiDefinition {
    const id = resolver.refOf(placed);
    const properties = resolver.properties(placed);
    if (properties.ProtocolType !== 'HTTP') throw new Error('Only HTTP APIs are offered locally.');
    const stage = of('Stage', id)[0]?.properties ?? {};
    if (stage.StageName !== '$default') throw new Error('An HTTP API must have the stage $default.');
    const integrations = of('Integration', id);
    const variables = Object.entries(record(stage.StageVariables)).map(([name, value]) => [name, String(value)]);
    return {
      id,
      domainName: `${id}.execute-api.${placed.stack.region}.amazonaws.com`,
      account: placed.stack.account,
      stage: '$default',
      stageVariables: variables.length === 0 ? undefined : Object.fromEntries(variables),
      routes: of('Route', id).map((route) => routeOf(route, integrations, stage)),
      authorizers: new Map(of('Authorizer', id).map((found) => [found.id, authorizerOf(found, issuerOf)])),
      limits: limitsOf(stage.DefaultRouteSettings),
      cors: corsOf(properties.CorsConfiguration),
    };
  }
  return resolver.resources('AWS::ApiGatewayV2::Api').map(apiOf);
}
