import type { HttpRequest } from './message.ts';

/** What an authorizer found out about the caller. */
export interface JwtIdentity {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

export interface EventContext {
  readonly api: { readonly id: string; readonly domainName: string; readonly account: string; readonly stage: string };
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Milliseconds since 1970 on the laptop's clock. */
  readonly now: number;
  readonly identity?: JwtIdentity | undefined;
  readonly stageVariables?: Readonly<Record<string, string>> | undefined;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000`, the form of `requestContext.time`. */
function accessLogTime(milliseconds: number): string {
  const [date = '', time = ''] = new Date(milliseconds).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

// API Gateway passes these as text, everything else in Base64.
const textType = /^(text\/|application\/(json|xml|javascript|graphql)\b|application\/[\w.-]+\+(json|xml)\b)/i;

function bodyOf({ headers, body }: HttpRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const type = headers['content-type'];
  const isText = type === undefined || textType.test(type);
  return isText
    ? { body: body.toString('utf8'), isBase64Encoded: false }
    : { body: body.toString('base64'), isBase64Encoded: true };
}

/** Repeated parameters are joined with commas, as format 2.0 does. */
function queryParameters(query: string): Record<string, string> | undefined {
  if (query === '') return undefined;
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  }
  return joined;
}

/** The event of payload format 2.0, as API Gateway gives it to a Lambda function. */
export function eventOf(request: HttpRequest, path: string, context: EventContext): Record<string, unknown> {
  const { cookie, ...headers } = request.headers;
  const { api, identity } = context;
  const queryStringParameters = queryParameters(request.query);
  const hasParameters = Object.keys(context.pathParameters).length > 0;
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: path,
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: { ...headers, host: api.domainName },
    ...(queryStringParameters === undefined ? {} : { queryStringParameters }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      ...(identity === undefined ? {} : { authorizer: { jwt: identity } }),
      domainName: api.domainName,
      domainPrefix: api.domainName.split('.')[0],
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.remoteAddress,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: context.requestId,
      routeKey: context.routeKey,
      stage: api.stage,
      time: accessLogTime(context.now),
      timeEpoch: context.now,
    },
    ...(hasParameters ? { pathParameters: context.pathParameters } : {}),
    ...(context.stageVariables === undefined ? {} : { stageVariables: context.stageVariables }),
    ...bodyOf(request),
  };
}
