import { randomBytes } from 'node:crypto';
import type { Invoker, LocalClock } from '../ports.ts';
import { createJwtCheck, type JwtAuthorizer } from './authorizer.ts';
import { type Cors, corsHeaders, preflight } from './cors.ts';
import { eventOf } from './event.ts';
import { type Handle, type HttpRequest, type HttpResponse, json } from './message.ts';
import { internalError, replyOf } from './reply.ts';
import { createRouter, type RoutePattern } from './routes.ts';
import { createThrottle, type Limits } from './throttle.ts';

export interface Route {
  readonly pattern: RoutePattern;
  readonly functionName: string;
  /** Id of the authorizer; a route without one is open. */
  readonly authorizerId?: string | undefined;
  readonly scopes: readonly string[];
  readonly limits?: Limits | undefined;
  readonly integrationTimeout: number;
}

/** One HTTP API of the assembly. */
export interface ApiDefinition {
  readonly id: string;
  readonly domainName: string;
  readonly account: string;
  readonly stage: string;
  readonly stageVariables?: Readonly<Record<string, string>> | undefined;
  readonly routes: readonly Route[];
  readonly authorizers: ReadonlyMap<string, JwtAuthorizer>;
  readonly limits?: Limits | undefined;
  readonly cors?: Cors | undefined;
}

export interface ApiPorts {
  readonly invoker: Invoker;
  readonly clock: LocalClock;
  /** The clock by which tokens expire; real time by default, because the local user pools sign with it. */
  readonly tokenNow?: () => number;
}

const bodyLimit = 10 * 1024 * 1024;
const headerLimit = 10_240;

function headerBytes({ method, path, query, headers }: HttpRequest): number {
  const sizes = Object.entries(headers).map(([name, value]) => name.length + Buffer.byteLength(value));
  return method.length + path.length + query.length + sizes.reduce((sum, size) => sum + size, 0);
}

/** The path as routes see it: percent-decoded; undefined when it cannot be decoded. */
function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Answers requests as API Gateway does for this HTTP API: routes, authorizers, limits, payload format 2.0. */
export function createHttpApi(definition: ApiDefinition, ports: ApiPorts): Handle {
  const { invoker, clock, tokenNow = Date.now } = ports;
  const find = createRouter(definition.routes);
  const allow = definition.limits === undefined ? () => true : createThrottle(definition.limits);
  const allowRoute = new Map(
    definition.routes.flatMap((route) => (route.limits ? [[route, createThrottle(route.limits)] as const] : [])),
  );
  const checks = new Map(
    [...definition.authorizers].map(([id, authorizer]) => [id, createJwtCheck(authorizer, tokenNow)]),
  );

  async function integrate(route: Route, event: unknown): Promise<HttpResponse> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<'too long'>((resolve) => {
      timer = setTimeout(resolve, route.integrationTimeout, 'too long');
    });
    const result = await Promise.race([invoker.invoke(route.functionName, event), tooLong]);
    clearTimeout(timer);
    if (result === 'too long') return json(503, { message: 'Service Unavailable' });
    return result.ok ? replyOf(result.payload) : internalError;
  }

  async function answer(request: HttpRequest, requestId: string): Promise<HttpResponse> {
    const early = definition.cors === undefined ? undefined : preflight(definition.cors, request);
    if (early !== undefined) return early;
    if (headerBytes(request) > headerLimit) return json(431, { message: 'Request Header Fields Too Large' });
    const path = decode(request.path);
    if (path === undefined) return json(400, { message: 'Bad Request' });
    const match = find(request.method, path);
    if (match === undefined) return json(404, { message: 'Not Found' });
    const { route, pathParameters } = match;
    if (!(allowRoute.get(route) ?? allow)()) return json(429, { message: 'Too Many Requests' });

    const check = route.authorizerId === undefined ? undefined : checks.get(route.authorizerId);
    const authorized = await check?.(request.headers.authorization, route.scopes);
    if (authorized !== undefined && 'refusal' in authorized) return authorized.refusal;
    if (request.body.length > bodyLimit) return json(413, { message: 'Request Entity Too Large' });

    const event = eventOf(request, path, {
      api: definition,
      routeKey: route.pattern.routeKey,
      pathParameters,
      requestId,
      now: clock.now(),
      identity: authorized?.identity,
      stageVariables: definition.stageVariables,
    });
    return integrate(route, event);
  }

  return async (request) => {
    const requestId = `${randomBytes(11).toString('base64url').slice(0, 14)}=`;
    const forwarded = [request.headers['x-forwarded-for'], request.remoteAddress].filter(Boolean).join(', ');
    const response = await answer(
      { ...request, headers: { ...request.headers, 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' } },
      requestId,
    );
    const cors = definition.cors === undefined ? {} : corsHeaders(definition.cors, request);
    return { ...response, headers: { ...response.headers, ...cors, 'apigw-requestid': requestId } };
  };
}
