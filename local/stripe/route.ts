import type * as z from 'zod/mini';
import type { Form } from './form.ts';
import { parse } from './parameters.ts';
import type { Work } from './work.ts';

export type Method = 'DELETE' | 'GET' | 'POST';

/** One operation of the API. Its parameters are read first: what fails there is never kept under an idempotency key. */
export interface Route {
  readonly method: Method;
  /** With `:id` in the place of the object. */
  readonly path: string;
  /** @throws {StripeRefusal} 400 for parameters that Stripe would not take. */
  prepare(form: Form): (work: Work, id: string) => object;
}

/** An operation that takes `parameters` and nothing else. */
export function route<Schema extends z.ZodMiniType>(
  method: Method,
  path: string,
  parameters: Schema,
  run: (work: Work, parameters: z.output<Schema>, id: string) => object,
): Route {
  return {
    method,
    path,
    prepare(form) {
      const read = parse(parameters, form);
      return (work, id) => run(work, read, id);
    },
  };
}

/** Finds operations by method and path. */
export function createRouter(routes: readonly Route[]) {
  const bySize = new Map<number, { readonly route: Route; readonly segments: readonly string[] }[]>();
  for (const each of routes) {
    const segments = each.path.split('/');
    bySize.set(segments.length, [...(bySize.get(segments.length) ?? []), { route: each, segments }]);
  }
  return (method: string, path: string): { readonly route: Route; readonly id: string } | undefined => {
    const asked = path.split('/');
    const found = bySize
      .get(asked.length)
      ?.find(
        ({ route: each, segments }) =>
          each.method === method && segments.every((segment, index) => segment === ':id' || segment === asked[index]),
      );
    if (found === undefined) return undefined;
    return { route: found.route, id: decodeURIComponent(asked[found.segments.indexOf(':id')] ?? '') };
  };
}
