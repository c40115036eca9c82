import type { HttpRequest } from '../http/message.ts';
import type { Behaviour, ForwardingPolicy, Selection } from './definition.ts';

// Sent to the origin whatever the policies say.
const alwaysForwarded = [
  'content-type',
  'content-length',
  'range',
  'if-none-match',
  'if-modified-since',
  'if-match',
  'if-unmodified-since',
  'if-range',
  'expect',
];

function selects({ mode, names }: Selection, name: string): boolean {
  if (mode === 'all') return true;
  if (mode === 'none') return false;
  return names.includes(name) === (mode === 'whitelist');
}

/** The values whose name at least one of the policies forwards. */
function keep<T>(
  entries: Iterable<readonly [string, T]>,
  policies: readonly ForwardingPolicy[],
  kind: keyof ForwardingPolicy,
): (readonly [string, T])[] {
  return [...entries].filter(([name]) => policies.some((policy) => selects(policy[kind], name)));
}

function cookieText(cookie: string | undefined, policies: readonly ForwardingPolicy[]): string | undefined {
  if (cookie === undefined) return undefined;
  const pairs = cookie.split(/;\s*/).map((pair) => [pair.split('=')[0] ?? '', pair] as const);
  const kept = keep(pairs, policies, 'cookies').map(([, pair]) => pair);
  return kept.length > 0 ? kept.join('; ') : undefined;
}

function queryText(query: string, policies: readonly ForwardingPolicy[]): string {
  const pairs = query === '' ? [] : query.split('&').map((pair) => [pair.split('=')[0] ?? '', pair] as const);
  return keep(pairs, policies, 'queryStrings')
    .map(([, pair]) => pair)
    .join('&');
}

/**
 * The request that reaches the origin. What the cache policy and the origin request policy of the behaviour do not
 * name stays behind: an API that forgets to forward `Authorization` fails on the laptop as it would on AWS.
 */
export function toOrigin(
  request: HttpRequest,
  behaviour: Behaviour,
  origin: { readonly host: string; readonly path: string; readonly customHeaders: Readonly<Record<string, string>> },
): HttpRequest {
  const policies = behaviour.forwards;
  const { cookie, host, ...headers } = request.headers;
  const forwarded = Object.entries(headers).filter(
    ([name]) => alwaysForwarded.includes(name) || policies.some((policy) => selects(policy.headers, name)),
  );
  const forwardsHost = policies.some((policy) => selects(policy.headers, 'host'));
  const cookies = cookieText(cookie, policies);
  const viewer = [request.headers['x-forwarded-for'], request.remoteAddress].filter(Boolean).join(', ');
  const names = Object.fromEntries(forwarded);
  return {
    ...request,
    path: `${origin.path}${request.path}`,
    query: queryText(request.query, policies),
    headers: {
      ...names,
      'user-agent': names['user-agent'] ?? 'Amazon CloudFront',
      host: forwardsHost && host !== undefined ? host : origin.host,
      via: '1.1 local.cloudfront.net (CloudFront)',
      'x-forwarded-for': viewer,
      ...(cookies === undefined ? {} : { cookie: cookies }),
      // The origin's own headers win: a viewer must not be able to send the secret one.
      ...origin.customHeaders,
    },
  };
}
