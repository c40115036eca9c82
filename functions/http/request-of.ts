import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Operation } from '../../shared/contract/operation.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Actor } from '../../shared/domain/credit-account.ts';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';
import type { ConfigurationCache } from '../runtime/configuration-cache.ts';
import type { Instance } from '../runtime/instance.ts';
import { change, type Outcome } from '../store/change.ts';
import type { Configuration } from '../store/configuration.ts';
import type { Key } from '../store/table.ts';
import { readCookies } from './cookies.ts';
import { recallReply, rememberReply } from './idempotency.ts';
import type { BaseRequest } from './request.ts';

/** A matched call before it is known who makes it. */
export interface Call {
  readonly event: APIGatewayProxyEventV2;
  readonly name: string;
  readonly operation: Operation;
  readonly path: Readonly<Record<string, unknown>>;
  readonly slug: string;
  readonly instance: Instance;
  readonly configuration: Configuration;
  readonly configurations: ConfigurationCache;
}

/** Where this call's reply is remembered, for an idempotent operation. */
export interface Memory {
  readonly key: Key;
  readonly requestHash: string;
}

/** The request that a handler gets, whoever the caller is. */
export function requestOf(
  call: Call,
  actor: Actor,
  parsed: { query: unknown; body: unknown },
  memory?: Memory,
): BaseRequest<Operation> {
  const { event, slug, instance } = call;
  const at = event.requestContext.timeEpoch;
  const requestId = event.requestContext.requestId;
  const today = localDateOf(at, call.configuration.business.value.timeZone);
  const idempotencyKey = event.headers['idempotency-key'];
  const newId: BaseRequest<Operation>['newId'] = (kind) => instance.chance.newId(kind, at);

  return {
    path: call.path as BaseRequest<Operation>['path'],
    query: parsed.query as undefined,
    body: parsed.body as undefined,
    slug,
    at,
    today,
    requestId,
    idempotencyKey,
    cookies: readCookies(event.cookies),
    configuration: call.configuration,
    actor,
    newId,
    reloadConfiguration: async () => {
      const configuration = await call.configurations.reload(slug);
      refuseUnless(configuration, 'not_found');
      return configuration;
    },
    occasion: () => ({ actor, causeId: idempotencyKey ?? requestId, today, at }),
    event: (type, subject, memberId) => ({
      eventId: newId('event'),
      type,
      business: slug,
      ...(memberId === undefined ? {} : { memberId }),
      actor,
      at,
      requestId,
      subject,
    }),
    change: (attempt: () => Promise<Outcome<unknown>>) => changeRemembered(call, attempt, at, memory),
  };
}

function changeRemembered(
  { instance }: Call,
  attempt: () => Promise<Outcome<unknown>>,
  at: number,
  memory: Memory | undefined,
): Promise<unknown> {
  const pause = instance.chance.pause;
  if (memory === undefined) return change(instance.table, attempt, { pause });
  return change(instance.table, attempt, {
    pause,
    remember: (reply) => rememberReply(memory.key, memory.requestHash, reply, at),
    recall: async () => {
      const before = await recallReply(instance.table, memory.key, memory.requestHash);
      if (before === undefined) throw new Refusal('try_again_later');
      return before.reply;
    },
  });
}
