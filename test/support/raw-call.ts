import type { Problem } from '../../shared/contract/problem.ts';
import type { System } from './system.ts';

export interface RawCall {
  readonly method?: string;
  /** Below `/api`, e.g. `/aurora/public/business`. */
  readonly path: string;
  readonly token?: string | undefined;
  /** Sent as JSON; text is sent as it is. */
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
  /** The body read as a refusal. */
  readonly problem: Problem;
  readonly requestId: string;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One HTTP request, answered whatever it says: for what a well-behaved client would never send. */
export async function rawCall({ api }: System, call: RawCall): Promise<RawAnswer> {
  const { method = 'GET', path, token, body, idempotencyKey, headers = {} } = call;
  const response = await fetch(`${api}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = parse(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    problem: json as Problem,
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
