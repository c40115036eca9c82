import { invalid, missing } from './refusal.ts';

interface Listed {
  readonly id: string;
  readonly created?: number;
}

export interface PageParameters {
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

interface Bounds {
  readonly gt?: number | undefined;
  readonly gte?: number | undefined;
  readonly lt?: number | undefined;
  readonly lte?: number | undefined;
}

/** One page of what `keeps` lets through, newest first. @throws {StripeRefusal} 404 for a cursor that does not exist. */
export function listOf<Value extends Listed>(
  url: string,
  map: ReadonlyMap<string, Value>,
  { limit = 10, starting_after: after, ending_before: before }: PageParameters,
  keeps: (value: Value) => boolean = () => true,
) {
  if (after !== undefined && before !== undefined) {
    throw invalid('Only one of starting_after and ending_before may be given.', { code: 'parameters_exclusive' });
  }
  let found = [...map.values()].reverse();
  const cursor = after ?? before;
  const place = found.findIndex((value) => value.id === cursor);
  if (cursor !== undefined && place < 0) {
    throw missing('object', cursor, after === undefined ? 'ending_before' : 'starting_after');
  }
  if (after !== undefined) found = found.slice(place + 1);
  if (before !== undefined) found = found.slice(0, place);
  found = found.filter(keeps);
  const data = before === undefined ? found.slice(0, limit) : found.slice(-limit);
  return { object: 'list' as const, url, has_more: found.length > data.length, data };
}

/** Whether an instant in seconds lies within the `created` of a list. */
export function within(created: number, bounds: number | Bounds | undefined): boolean {
  if (bounds === undefined) return true;
  if (typeof bounds === 'number') return created === bounds;
  const { gt = -1, gte = 0, lt = Number.POSITIVE_INFINITY, lte = Number.POSITIVE_INFINITY } = bounds;
  return created > gt && created >= gte && created < lt && created <= lte;
}
