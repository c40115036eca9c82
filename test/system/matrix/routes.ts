import type { Audience, Operation } from '../../../shared/contract/operation.ts';
import { operations } from '../../../shared/contract/operations.ts';
import { type RawAnswer, rawCall } from '../../support/raw-call.ts';
import { newKey } from '../../support/scenario.ts';
import type { System } from '../../support/system.ts';
import { type Ids, type Sample, samples } from './samples.ts';

export interface Route {
  readonly name: string;
  readonly audience: Audience;
  readonly operation: Operation;
  readonly sample: Sample;
}

/** Every operation of an audience with its example. */
export function routesOf(audience: Audience): Route[] {
  const examples: Readonly<Record<string, Sample>> = samples;
  return Object.entries(operations[audience]).map(([name, operation]) => {
    const sample = examples[name];
    if (!sample) throw new Error(`Add an example for ${name} to test/system/matrix/samples.ts.`);
    return { name, audience, operation, sample };
  });
}

export const everyRoute = (): Route[] => [...routesOf('member'), ...routesOf('staff'), ...routesOf('public')];

/** The kinds of ids that a route's path and body name. */
export function idsIn({ sample }: Route): { inPath: (keyof Ids)[]; inBody: (keyof Ids)[] } {
  const read = (part: ((ids: Ids) => unknown) | undefined) => {
    const seen = new Set<keyof Ids>();
    const recorder = new Proxy({} as Ids, {
      get: (_, name) => {
        seen.add(name as keyof Ids);
        return 'x';
      },
    });
    part?.(recorder);
    return [...seen];
  };
  return { inPath: read(sample.path), inBody: read(sample.body) };
}

/** Calls a route with its example. */
export function callRoute(
  system: System,
  { operation, sample }: Route,
  who: { readonly token?: string | undefined; readonly business: string; readonly ids: Ids },
): Promise<RawAnswer> {
  const values: Readonly<Record<string, unknown>> = { ...sample.path?.(who.ids), business: who.business };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const query = sample.query === undefined ? '' : `?${new URLSearchParams(sample.query)}`;
  return rawCall(system, {
    method: operation.method,
    path: `${path}${query}`,
    token: who.token,
    body: sample.body?.(who.ids),
    idempotencyKey: operation.idempotent ? newKey() : undefined,
  });
}

/** What a stranger can see of an answer: all of it but the request's own id, and the id that was asked for. */
export function visible({ status, headers, json }: RawAnswer, asked = ''): unknown {
  const text = JSON.stringify(json, (key, value) => (key === 'requestId' ? undefined : value)) ?? '';
  return {
    status,
    type: headers.get('content-type'),
    body: asked === '' ? text : text.replaceAll(asked, '<asked>'),
  };
}
