import type { Headers, HttpRequest, HttpResponse } from './message.ts';

/** `CorsConfiguration` of the API. */
export interface Cors {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAge?: number | undefined;
}

function allowedOrigin(cors: Cors, origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  if (cors.allowOrigins.includes('*')) return cors.allowCredentials ? origin : '*';
  return cors.allowOrigins.includes(origin) ? origin : undefined;
}

/** Headers for an answer to a page of another origin; none when the API does not allow that origin. */
export function corsHeaders(cors: Cors, request: HttpRequest): Headers {
  const origin = allowedOrigin(cors, request.headers.origin);
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    ...(cors.allowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
    ...(cors.exposeHeaders.length > 0 ? { 'access-control-expose-headers': cors.exposeHeaders.join(',') } : {}),
  };
}

/** API Gateway answers a preflight itself; undefined when the request is none. */
export function preflight(cors: Cors, request: HttpRequest): HttpResponse | undefined {
  const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (!isPreflight) return undefined;
  const headers = corsHeaders(cors, request);
  if (Object.keys(headers).length === 0) return { status: 204, headers: {}, body: Buffer.alloc(0) };
  return {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': cors.allowMethods.join(','),
      'access-control-allow-headers': cors.allowHeaders.join(','),
      ...(cors.maxAge === undefined ? {} : { 'access-control-max-age': String(cors.maxAge) }),
    },
    body: Buffer.alloc(0),
  };
}
