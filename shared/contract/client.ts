import type { RefusalCode } from '../domain/refusal.ts';
import type { GivenBodyOf, GivenQueryOf, PathOf, ReplyOf } from './handlers.ts';
import type { Operation, Operations } from './operation.ts';
import { Problem } from './problem.ts';

/** The API said no, in words a person can act on (`problem.detail`). */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** No answer, or one that is not ours: offline, a proxy, a time-out. The effect of a write is then unknown. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswerError';
  }
}

type Without<T, Key extends string> = T extends undefined
  ? { readonly [K in Key]?: undefined }
  : { readonly [K in Key]: T };
type PathArgument<Op extends Operation> = Omit<PathOf<Op>, 'business'>;

/** What a call needs: its path's ids, query, body, and for an idempotent operation the key of the intended effect. */
export type CallOf<Op extends Operation> = (keyof PathArgument<Op> extends never
  ? { readonly path?: undefined }
  : { readonly path: PathArgument<Op> }) &
  (GivenQueryOf<Op> extends undefined ? { readonly query?: undefined } : { readonly query?: GivenQueryOf<Op> }) &
  Without<GivenBodyOf<Op>, 'body'> &
  (Op extends { idempotent: true } ? { readonly idempotencyKey: string } : { readonly idempotencyKey?: undefined });

/** One function per operation; each resolves to the parsed reply or rejects with ProblemError or NoAnswerError. */
export type Client<Ops extends Operations> = {
  readonly [Name in keyof Ops]: (call: CallOf<Ops[Name]>) => Promise<ReplyOf<Ops[Name]>>;
};

export interface ClientOptions {
  /** Address of the API without the operation's path, e.g. `/api`. */
  readonly baseUrl: string;
  readonly business: string;
  /** The bearer token, or undefined for public operations. */
  readonly accessToken?: () => Promise<string | undefined>;
  /** The language that refusals are worded in, e.g. `de`; the business's own when absent. */
  readonly language?: () => string;
  readonly fetch?: typeof globalThis.fetch;
}

interface AnyCall {
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
}

/** A typed client of one audience's operations. */
export function createClient<const Ops extends Operations>(operations: Ops, options: ClientOptions): Client<Ops> {
  const call = (operation: Operation) => (given: AnyCall) => send(operation, given, options);
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, call(operation)]),
  ) as unknown as Client<Ops>;
}

async function send(operation: Operation, call: AnyCall, options: ClientOptions): Promise<unknown> {
  const token = await options.accessToken?.();
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.language) headers['accept-language'] = options.language();
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;

  const response = await (options.fetch ?? globalThis.fetch)(address(operation, call, options), {
    method: operation.method,
    headers,
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    credentials: 'same-origin',
  }).catch((cause: unknown) => {
    throw new NoAnswerError(cause);
  });
  const json: unknown = await response.json().catch((cause: unknown) => {
    throw new NoAnswerError(cause);
  });
  if (response.ok) return operation.reply.parse(json);
  const problem = Problem.safeParse(json);
  if (problem.success) throw new ProblemError(problem.data);
  const code = gatewayAnswers[response.status];
  if (code === undefined) throw new NoAnswerError(response.status);
  throw new ProblemError({ type: '', title: code, status: response.status, detail: '', code, requestId: '' });
}

/** Refusals that API Gateway answers before our code runs. They carry no sentence: word them by their code. */
const gatewayAnswers: Readonly<Record<number, RefusalCode>> = {
  401: 'not_signed_in',
  403: 'not_permitted',
  413: 'body_too_large',
  429: 'too_many_requests',
  503: 'try_again_later',
  504: 'try_again_later',
};

function address(operation: Operation, call: AnyCall, options: ClientOptions): string {
  const values: Record<string, unknown> = { ...call.path, business: options.business };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const query = new URLSearchParams(
    Object.entries(call.query ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString();
  return `${options.baseUrl}${path}${query === '' ? '' : `?${query}`}`;
}
