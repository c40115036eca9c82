import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { type Answer, type Call, type Reply, silence } from '../protocol/serve.ts';
import { authorize } from './authorization.ts';
import { expand } from './expand.ts';
import { type FaultKind, type Faults, lockTimeout, rateLimited, serverError } from './faults.ts';
import { fingerprint, parseForm } from './form.ts';
import type { Idempotency } from './idempotency.ts';
import { newId } from './ids.ts';
import { list, parse, text } from './parameters.ts';
import { StripeRefusal } from './refusal.ts';
import type { createRouter, Route } from './route.ts';
import type { KeptAnswer } from './state.ts';
import type { Traffic } from './traffic.ts';
import { apiVersion, beginWork, type World } from './work.ts';

export interface ApiParts {
  readonly world: World;
  readonly router: ReturnType<typeof createRouter>;
  readonly isApiKey: (key: string) => Promise<boolean>;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly idempotency: Idempotency;
  /** Something was done that must survive a restart. */
  readonly changed: () => void;
}

interface Request {
  readonly id: string;
  readonly account: string;
  readonly route: Route;
  readonly objectId: string;
  readonly endpoint: string;
  readonly parameters: string;
  readonly key: string | undefined;
}

/** Answers one request as Stripe does, or, when a fault wants it so, not at all. */
export function createApi(parts: ApiParts): (call: Call) => Promise<Answer> {
  const { world, router, isApiKey, faults, traffic, idempotency } = parts;

  async function admit(call: Call, id: string): Promise<Request> {
    const account = await authorize(call, world, isApiKey);
    const found = router(call.method, call.url.pathname);
    if (found === undefined) {
      const message = `Unrecognized request URL (${call.method}: ${call.url.pathname}), or one that this simulator does not offer.`;
      throw new StripeRefusal(404, 'invalid_request_error', { message });
    }
    const endpoint = `${found.route.method} ${found.route.path}`;
    traffic.count(endpoint);
    if (!traffic.admits(account, endpoint)) throw rateLimited();
    const key = call.method === 'POST' ? call.headers['idempotency-key'] : undefined;
    return {
      id,
      account,
      route: found.route,
      objectId: found.id,
      endpoint,
      parameters: call.method === 'POST' ? call.body.toString() : call.url.search.slice(1),
      key: key === undefined ? undefined : String(key),
    };
  }

  /** Carries out a request whose parameters are in order, and what is wrong with it after that is its result. */
  function perform(request: Request, prepared: Prepared, fault: FaultKind | undefined): Omit<KeptAnswer, 'at'> {
    const { id, account, endpoint, parameters, key } = request;
    const work = beginWork(world, account, { id, idempotency_key: key ?? null });
    const common = { endpoint, fingerprint: fingerprint(parameters), requestId: id };
    try {
      if (fault === 'error_500') throw serverError();
      const body = JSON.stringify(prepared(work, request.objectId));
      if (fault === 'error_500_after_success') throw serverError();
      return { ...common, status: 200, body, lost: work.lost };
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error;
      return { ...common, status: error.status, body: error.body, lost: work.lost };
    } finally {
      parts.changed();
    }
  }

  async function run(request: Request): Promise<Answer> {
    const fault = faults.take(request.endpoint);
    if (fault === 'rate_limit') throw rateLimited();
    if (fault === 'lock_timeout') throw lockTimeout();
    const name = request.key === undefined ? undefined : `${request.account} ${request.key}`;
    const earlier = name && idempotency.take(name, endpointOf(request), fingerprint(request.parameters));
    if (earlier) return lose(earlier, fault) ? silence : replayed(earlier, request.id);
    try {
      const prepared = prepare(request);
      if (faults.latency() > 0) await sleep(faults.latency());
      if (fault === 'timeout_before') return silence;
      const answer = perform({ ...request, endpoint: endpointOf(request) }, prepared, fault);
      if (name !== undefined) {
        idempotency.keep(name, answer);
        const stored = world.state.answers.get(name);
        if (stored !== undefined) return lose(stored, fault) ? silence : answered(answer);
      }
      return fault === 'timeout_after_success' || answer.lost > 0 ? silence : answered(answer);
    } finally {
      if (name !== undefined) idempotency.release(name);
    }
  }

  return async (call) => {
    const id = newId('req', 14);
    let answer: Answer;
    try {
      answer = await run(await admit(call, id));
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error;
      answer = reply(error.status, error.body, id, error.headers);
    }
    if (answer !== silence) traffic.countAnswer(answer.status);
    return answer;
  };
}

const Expansion = z.strictObject({ expand: z.optional(list(text)) });

type Prepared = (work: Parameters<ReturnType<Route['prepare']>>[0], id: string) => unknown;

/** Reads the parameters; `expand` is everybody's. */
function prepare({ route, parameters }: Request): Prepared {
  const { expand: asked, ...form } = parseForm(parameters);
  const { expand: paths = [] } = parse(Expansion, asked === undefined ? {} : { expand: asked });
  const run = route.prepare(form);
  return (work, id) => expand(work.books, run(work, id), paths);
}

// A key is bound to the object too: confirming one payment is not confirming another.
const endpointOf = ({ route, objectId }: Request): string => `${route.method} ${route.path.replace(':id', objectId)}`;

/** Whether this answer gets lost on its way. */
function lose(answer: KeptAnswer, fault: FaultKind | undefined): boolean {
  if (fault === 'timeout_after_success' || fault === 'timeout_before') return true;
  if (answer.lost <= 0) return false;
  answer.lost -= 1;
  return true;
}

function answered({ status, body, requestId }: Omit<KeptAnswer, 'at'>): Reply {
  return reply(status, body, requestId, status >= 500 ? { 'stripe-should-retry': 'false' } : {});
}

function replayed(earlier: KeptAnswer, id: string): Reply {
  const { status, body, requestId } = earlier;
  return reply(status, body, id, {
    'idempotent-replayed': 'true',
    'original-request': requestId,
    ...(status >= 500 ? { 'stripe-should-retry': 'false' } : {}),
  });
}

function reply(status: number, body: string, requestId: string, headers: Readonly<Record<string, string>>): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'request-id': requestId,
      'stripe-version': apiVersion,
      ...headers,
    },
    body,
  };
}
