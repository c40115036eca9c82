import type { APIGatewayProxyEventV2, SQSEvent } from 'aws-lambda';
import { numberBatch } from '../../functions/events/number-invoices.ts';
import { sendMails } from '../../functions/events/send-mail.ts';
import type { Mail } from '../../functions/gateways/mailer.ts';
import type { Handlers, InstanceOf } from '../../functions/http/request.ts';
import { router } from '../../functions/http/route.ts';
import { sweepMails } from '../../functions/jobs/sweep-mails.ts';
import { inspectLink } from '../../functions/public/inspect-link.ts';
import { renewLink } from '../../functions/public/renew-link.ts';
import { unsubscribe } from '../../functions/public/unsubscribe.ts';
import { configurationCache } from '../../functions/runtime/configuration-cache.ts';
import { announce } from '../../functions/store/event-writes.ts';
import { work } from '../../shared/contract/work.ts';
import type { Actor } from '../../shared/domain/credit-account.ts';
import { DomainEvent, type EventType } from '../../shared/domain/events.ts';
import { type BillingTestWorld, memberId, slug } from './billing-world.ts';
import { fakeIdentity } from './fake-identity.ts';

interface Message {
  readonly time: string;
  readonly detail: unknown;
}

const batchOf = (messages: readonly Message[]): SQSEvent =>
  ({
    Records: messages.map((message, index) => ({ messageId: String(index), body: JSON.stringify(message) })),
  }) as unknown as SQSEvent;

/** What the salon of a billing world writes to its member, with the queues that lead there. */
export function postOffice(world: BillingTestWorld) {
  const { table } = world;
  const { chance } = world.world;
  const mails: Mail[] = [];
  const delivered = new Set<string>();
  const identity = fakeIdentity(table, world.now);
  const instance = { table, chance, members: identity, staff: identity };
  // Every question comes a minute after the one before, so nothing is taken from the cache.
  let uptime = 0;
  const configurations = configurationCache(table, () => {
    uptime += 60;
    return uptime;
  });
  const mailWorld = {
    ...instance,
    configurations,
    mailer: {
      send: async (mail: Mail) => {
        mails.push(mail);
      },
    },
    siteOf: () => 'https://aurora.example.org',
  };
  const handlers = { inspectLink, renewLink, unsubscribe } as unknown as Handlers<'public'>;
  const route = router('public', handlers, instance as unknown as InstanceOf<'public'>, configurations);

  /** Events of some kinds that were announced and not taken yet, as their queue holds them. */
  function waitingFor(types: readonly EventType[], again: boolean): Message[] {
    return table
      .rows()
      .filter(({ announces }) => announces !== undefined)
      .map(({ data }) => DomainEvent.parse((data as { event?: unknown }).event ?? data))
      .filter(({ type, eventId }) => types.includes(type) && (again || !delivered.has(eventId)))
      .sort((a, b) => a.at - b.at)
      .map((detail) => {
        delivered.add(detail.eventId);
        return { time: new Date(detail.at).toISOString(), detail };
      });
  }

  const post = {
    mails,
    mailWorld,
    subjects: () => mails.map(({ subject }) => subject),
    newest: (): Mail => {
      const mail = mails.at(-1);
      if (!mail) throw new Error('no mail was sent');
      return mail;
    },
    /** The token in the address of the newest mail's button, or of its way to end such mails. */
    token: (path: 'card' | 'unsubscribe' = 'card'): string =>
      new RegExp(`/portal/${path}#([A-Za-z0-9_-]{43})`).exec(post.newest().text)?.[1] ?? '',
    /** Numbers what was issued, then takes the events that call for mails; all of them again if asked. */
    async deliver(again = false) {
      await numberBatch(instance, batchOf(waitingFor(work.numberInvoices.trigger.types, again)));
      return sendMails(mailWorld, batchOf(waitingFor(work.sendMail.trigger.types, again)));
    },
    /** One run of the sweep of waiting mails, and the delivery of what it queued. */
    async sweep() {
      const queued: Message[] = [];
      const queue = {
        send: async (messages: readonly unknown[]) => {
          queued.push(...(messages as Message[]));
        },
      };
      await sweepMails(table, queue, world.now(), () => true);
      return { queued, answer: await sendMails(mailWorld, batchOf(queued)) };
    },
    /** Lives hour by hour with the mails going out as they do, up to an instant. */
    async live(until: string) {
      for (const end = Date.parse(until); world.now() < end; ) {
        await world.live(new Date(Math.min(end, world.now() + 3_600_000)).toISOString());
        await post.deliver();
        await post.sweep();
      }
    },
    /** Somebody does something that calls for a mail. */
    async announce(type: EventType, subject: DomainEvent['subject'], actor: Actor = { kind: 'member', memberId }) {
      const at = world.now();
      const event = { type, business: slug, memberId, actor, at, requestId: 'request', subject };
      await table.commit([announce({ ...event, eventId: chance.newId('event', at) })]);
    },
    /** A call without a session. */
    async call(
      path: string,
      body: unknown = {},
      parameters: Record<string, string> = {},
      contentType = 'application/json',
    ) {
      const { response, error } = await route({
        routeKey: `POST /api/{business}/public/${path}`,
        headers: { 'content-type': contentType },
        pathParameters: { business: slug, ...parameters },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        isBase64Encoded: false,
        requestContext: { timeEpoch: world.now(), requestId: `call-${world.now()}` },
      } as unknown as APIGatewayProxyEventV2);
      if (response.statusCode === 500) throw error;
      return { status: response.statusCode, body: JSON.parse(String(response.body)), cookies: response.cookies };
    },
  };
  return post;
}
