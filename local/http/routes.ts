/** A route key of the template, taken apart. */
export interface RoutePattern {
  /** `ANY` takes every method. */
  readonly method: string;
  readonly segments: readonly string[];
  readonly routeKey: string;
}

export interface Match<R> {
  readonly route: R;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** `GET /staff/{id}` → its parts; `$default` matches whatever nothing else does. */
export function parseRouteKey(routeKey: string): RoutePattern {
  if (routeKey === '$default') return { method: 'ANY', segments: ['{proxy+}'], routeKey };
  const [method = '', path = ''] = routeKey.split(' ');
  return { method, segments: path.split('/').slice(1), routeKey };
}

const isGreedy = (segment: string) => segment.endsWith('+}');
const isParameter = (segment: string) => segment.startsWith('{');

// The more specific route wins: literal over parameter over greedy, segment by segment; a named method over ANY.
function rank({ segments, method, routeKey }: RoutePattern): string {
  const path = segments.map((segment) => (isGreedy(segment) ? '2' : isParameter(segment) ? '1' : '0')).join('');
  return `${routeKey === '$default' ? '3' : path}9${method === 'ANY' ? '1' : '0'}`;
}

function matchSegments(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const actual = path[index];
    if (actual === undefined) return undefined;
    if (isGreedy(segment)) {
      parameters[segment.slice(1, -2)] = path.slice(index).join('/');
      return parameters;
    }
    if (isParameter(segment)) {
      if (actual === '') return undefined;
      parameters[segment.slice(1, -1)] = actual;
    } else if (segment !== actual) return undefined;
  }
  return pattern.length === path.length ? parameters : undefined;
}

/**
 * Makes the finder of an API's routes.
 *
 * @returns given a method and a decoded path, the most specific route, or undefined.
 */
export function createRouter<R extends { readonly pattern: RoutePattern }>(
  routes: readonly R[],
): (method: string, path: string) => Match<R> | undefined {
  const ordered = routes.toSorted((a, b) => (rank(a.pattern) < rank(b.pattern) ? -1 : 1));
  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const route of ordered) {
      if (route.pattern.method !== 'ANY' && route.pattern.method !== method) continue;
      const pathParameters = matchSegments(route.pattern.segments, segments);
      if (pathParameters !== undefined) {
        return { route, pathParameters: route.pattern.routeKey === '$default' ? {} : pathParameters };
      }
    }
    return undefined;
  };
}
