import type { APIGatewayProxyEventV2, SQSEvent } from 'aws-lambda';
import { sendMails } from '../../functions/events/send-mail.ts';
import type { Mail } from '../../functions/gateways/mailer.ts';
import type { Handlers, InstanceOf } from '../../functions/http/request.ts';
import { router } from '../../functions/http/route.ts';
import { answerOperator } from '../../functions/jobs/create-business.ts';
import { memberHandlers } from '../../functions/member/handlers.ts';
import { publicHandlers } from '../../functions/public/handlers.ts';
import { chance } from '../../functions/runtime/chance.ts';
import { configurationCache } from '../../functions/runtime/configuration-cache.ts';
import type { Instance, StaffInstance } from '../../functions/runtime/instance.ts';
import { staffHandlers } from '../../functions/staff/handlers.ts';
import { type MemoryTableHooks, memoryTable } from '../../functions/store/memory-table.ts';
import type { Audience } from '../../shared/contract/operation.ts';
import { work as jobs } from '../../shared/contract/work.ts';
import { DomainEvent } from '../../shared/domain/events.ts';
import { fakeIdentity } from './fake-identity.ts';
import { fakePayments } from './fake-payments.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
export const ownerEmail = 'owner@example.com';
export const ownerPassword = 'the owner’s own words';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | boolean>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of many shapes
  readonly body: any;
  /** Value of the session cookie that was set; empty when it was cleared. */
  readonly cookie: string | undefined;
  readonly setCookie: readonly string[];
  readonly raw: string;
}

interface Sent {
  readonly cookies?: readonly string[];
  readonly slug?: string;
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const mailEvents: readonly string[] = jobs.sendMail.trigger.types;

/** A salon with its calls and its mails, in memory, at an instant that the test moves. */
export function salonWorld(hooks: MemoryTableHooks = {}) {
  let at = Date.UTC(2026, 4, 4, 9, 0);
  let requests = 0;
  const tokens: string[] = [];
  const mails: Mail[] = [];
  const delivered = new Set<string>();
  let refuseMails = false;
  const table = memoryTable(hooks);
  const members = fakeIdentity(table, () => at);
  const staff = fakeIdentity(table, () => at);
  const ownChance: Instance['chance'] = {
    ...chance,
    newToken: () => {
      const token = chance.newToken();
      tokens.push(token);
      return token;
    },
    pause: async () => undefined,
  };
  const noFiles = undefined as unknown as StaffInstance['documents'];
  const provider = fakePayments(() => at);
  const instance = {
    table,
    chance: ownChance,
    members,
    staff,
    documents: noFiles,
    media: noFiles,
    payments: provider.payments,
    tzdata: '2026a',
    siteOf: (slug: string) => `https://${slug}.example.org`,
  };
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
      async send(mail: Mail) {
        if (refuseMails) throw new Error(`mail to ${mail.to} refused`);
        mails.push(mail);
      },
    },
    siteOf: (slug: string) => `https://${slug}.example.org`,
  };

  async function call<A extends Audience>(
    audience: A,
    handlers: Handlers<A>,
    route: string,
    body: object,
    { cookies = [], slug = 'aurora', as, headers = {} }: Sent,
    parameters: Record<string, string> = {},
  ): Promise<Answer> {
    requests += 1;
    const event = {
      routeKey: route,
      headers: { 'content-type': 'application/json', 'idempotency-key': `idempotency-key-${requests}`, ...headers },
      cookies,
      pathParameters: { business: slug, ...parameters },
      body: JSON.stringify(body),
      isBase64Encoded: false,
      requestContext: {
        timeEpoch: at,
        requestId: `request-${requests}`,
        ...(as ? { authorizer: { jwt: { claims: { sub: as, token_use: 'access' } } } } : {}),
      },
    } as unknown as APIGatewayProxyEventV2;
    const run = router(audience, handlers, instance as InstanceOf<A>, configurations);
    const { response, error } = await run(event);
    if (response.statusCode === 500) throw error;
    const raw = String(response.body);
    const cookie = response.cookies?.[0]?.split(';')[0]?.split('=')[1];
    const setCookie = response.cookies ?? [];
    return {
      status: response.statusCode ?? 0,
      headers: response.headers ?? {},
      setCookie,
      body: JSON.parse(raw),
      cookie,
      raw,
    };
  }

  const visit = (method: 'GET' | 'POST', path: string, body: object = {}, sent: Sent = {}) =>
    call('public', publicHandlers, `${method} /api/{business}/public/${path}`, body, sent);

  const post = (path: string, body: object = {}, sent: Sent = {}) => visit('POST', path, body, sent);

  /** A call by the owner. */
  const work = (
    route: string,
    body: object,
    parameters: Record<string, string> = {},
    slug = 'aurora',
    headers: Sent['headers'] = {},
  ) => {
    const as = staff.accounts.get(ownerEmail)?.loginId ?? '';
    return call('staff', staffHandlers, route, body, { as, slug, headers }, parameters);
  };

  /** A call by a member who has accepted an invitation at this address. */
  const portal = (email: string, route: string, body: object, parameters: Record<string, string>, slug = 'aurora') => {
    const as = members.accounts.get(email)?.loginId ?? '';
    return call('member', memberHandlers, route, body, { as, slug }, parameters);
  };

  /** The mail events as their queue holds them. */
  const events = (again = false): SQSEvent => {
    const waiting = table
      .rows()
      .filter(({ announces }) => announces !== undefined && mailEvents.includes(announces))
      .map(({ data }) => DomainEvent.parse(data))
      .filter(({ eventId }) => again || !delivered.has(eventId))
      .sort((a, b) => a.at - b.at);
    for (const { eventId } of waiting) delivered.add(eventId);
    const Records = waiting.map((detail) => ({
      messageId: detail.eventId,
      body: JSON.stringify({ 'detail-type': detail.type, time: new Date(detail.at).toISOString(), detail }),
    }));
    return { Records } as unknown as SQSEvent;
  };

  const world = {
    table,
    members,
    staff,
    instance,
    mailWorld,
    mails,
    tokens,
    now: () => at,
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
    refuseMails: (refuse: boolean) => {
      refuseMails = refuse;
    },
    post,
    get: (path: string) => visit('GET', path),
    work,
    portal,
    events,
    /** Delivers the events that were not delivered yet, or all of them again. */
    deliver: (again = false) => sendMails(mailWorld, events(again)),
    /** The token in the newest mail to an address. */
    tokenFor: (email: string): string => {
      const mail = mails.findLast(({ to }) => to === email);
      return /#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    },
    /** Creates a salon, and its owner accepts the invitation. */
    async open(slug = 'aurora', more: object = {}) {
      const payload = {
        slug,
        name: `Salon ${slug}`,
        ownerEmail,
        ownerName: 'Olga Owner',
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        locale: 'de-DE',
        ...more,
      };
      await answerOperator(instance, payload, at, 'operator');
      await world.deliver();
      const token = world.tokenFor(ownerEmail);
      await post('staff-invitation', { token, password: ownerPassword }, { slug });
      return world;
    },
    async addMember(details: object = {}, slug = 'aurora'): Promise<string> {
      const given = { firstName: 'Mia', lastName: 'Meyer', email: 'mia@example.com', ...details };
      return (await work('POST /api/{business}/staff/members', given, {}, slug)).body.memberId;
    },
    invite: (memberId: string, slug = 'aurora') =>
      work('POST /api/{business}/staff/members/{memberId}/invitation', {}, { memberId }, slug),
    /** A member who has accepted an invitation. */
    async joined(details: object = {}, slug = 'aurora'): Promise<{ memberId: string; email: string }> {
      const memberId = await world.addMember(details, slug);
      const { body } = await world.invite(memberId, slug);
      await world.deliver();
      await post('invitation', { token: world.tokenFor(body.to), password: 'a long password' }, { slug });
      return { memberId, email: body.to };
    },
  };
  return world;
}
export type SalonWorld = ReturnType<typeof salonWorld>;
