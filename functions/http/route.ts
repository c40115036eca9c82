import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Audience, Operation, OperationPart, Operations } from '../../shared/contract/operation.ts';
import { operations } from '../../shared/contract/operations.ts';
import { languageOf } from '../../shared/domain/business.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { ConfigurationCache } from '../runtime/configuration-cache.ts';
import { failure, success } from './answer.ts';
import { type Prepared, prepareMember, preparePublic, prepareStaff } from './callers.ts';
import { sessionCookie } from './cookies.ts';
import { acceptedLanguage } from './language.ts';
import { parsePath } from './parse.ts';
import type { Handlers, InstanceOf, ReplyWithCookie } from './request.ts';
import type { Call } from './request-of.ts';

/** The answer to a call, and what its log line names. */
export interface Routed {
  readonly operation: string;
  readonly business: string | undefined;
  readonly response: APIGatewayProxyStructuredResultV2;
  readonly error?: unknown;
}

interface Route {
  readonly name: string;
  readonly operation: Operation;
  readonly handler: (request: unknown) => Promise<unknown>;
}

const prepare: Readonly<Record<Audience, (call: Call) => Promise<Prepared>>> = {
  public: preparePublic,
  member: prepareMember,
  staff: prepareStaff,
};

/** The route key under which API Gateway knows an operation. */
export const routeKeyOf = (operation: Operation): string => `${operation.method} /api${operation.path}`;

/**
 * Runs the operation that API Gateway matched: parse, authorise, run, parse the reply, word the error. Without a `part`
 * it knows the operations of the audience's main function.
 */
export function router<A extends Audience, P extends OperationPart | undefined = undefined>(
  audience: A,
  handlers: Handlers<A, P>,
  instance: InstanceOf<A, P>,
  configurations: ConfigurationCache,
  part?: P,
): (event: APIGatewayProxyEventV2) => Promise<Routed> {
  const handlerOf = handlers as unknown as Record<string, Route['handler']>;
  const routes = new Map<string, Route>();
  for (const [name, operation] of Object.entries(operations[audience] as Operations)) {
    const handler = handlerOf[name];
    if (handler && operation.part === part) routes.set(routeKeyOf(operation), { name, operation, handler });
  }

  return async (event) => {
    const route = routes.get(event.routeKey);
    if (!route) throw new Error(`no operation for the route ${event.routeKey}`);
    const { name, operation, handler } = route;
    const requestId = event.requestContext.requestId;
    const slug = event.pathParameters?.business;
    let language = acceptedLanguage(event.headers['accept-language']);
    try {
      const path = parsePath(event);
      refuseUnless(slug !== undefined, 'not_found');
      const configuration = await configurations.get(slug);
      refuseUnless(configuration, 'not_found');
      language ??= languageOf(configuration.business.value.locale);
      const call: Call = { event, name, operation, path, slug, instance, configuration, configurations };
      const prepared = await prepare[audience](call);
      const answer = 'reply' in prepared ? prepared.reply : await handler(prepared.request);
      return { operation: name, business: slug, response: respond(operation, slug, requestId, answer) };
    } catch (error) {
      return { operation: name, business: slug, response: failure(error, requestId, language ?? 'en'), error };
    }
  };
}

function respond(operation: Operation, slug: string, requestId: string, answer: unknown) {
  const withCookie = operation.cookie === undefined ? undefined : (answer as ReplyWithCookie<unknown>);
  // Parsed like a stranger's: a field that the contract does not name cannot leave.
  const reply = operation.reply.parse(withCookie ? withCookie.reply : answer);
  const cookie =
    operation.cookie && withCookie ? sessionCookie(operation.cookie, slug, withCookie.cookie.value) : undefined;
  return success(operation.status ?? 200, reply, requestId, cookie);
}
