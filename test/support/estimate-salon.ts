import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { openPaymentPage } from '../../functions/billing/open-checkout.ts';
import type { InstanceOf } from '../../functions/http/request.ts';
import { router } from '../../functions/http/route.ts';
import { memberHandlers } from '../../functions/member/handlers.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { billingDesk } from './billing-desk.ts';
import { billingWorldForTests, memberId, slug } from './billing-world.ts';
import { postOffice } from './post-office.ts';

export const memberLogin = 'b0000000-0000-4000-8000-000000000001';

/** What the salon offers: $315. */
export const bridal = {
  title: 'Bridal package',
  lines: [
    { text: 'Bridal hair', quantity: 1, each: 18_000 },
    { text: 'Bridesmaid hair', quantity: 3, each: 4_500 },
  ],
  remark: 'At your home.',
  validUntil: '2026-03-15',
  total: { amount: 31_500, currency: 'USD' },
};

/** A salon that writes estimates for its member, at the desk, in the portal and by mail; in memory. */
export async function estimateSalon(options: Parameters<typeof billingWorldForTests>[0] = {}) {
  const world = await billingWorldForTests(options);
  const desk = await billingDesk(world);
  const post = postOffice(world);
  const instance = world.world as unknown as InstanceOf<'member'>;
  const run = router('member', memberHandlers, instance, world.world.configurations);
  let calls = 0;

  async function changeProfile(change: Partial<Profile>) {
    const { profileRow } = await world.member();
    await world.table.commit(profileWrites(slug, profileRow, { ...profileRow.value.profile, ...change }));
  }
  const login = { loginId: memberLogin, email: 'mia@example.com', linkedAt: world.now() };
  await changeProfile({ logins: [login] });

  /** A call of the member; `key` makes it the same call as one before. */
  async function portal(route: string, body: object = {}, estimateId = '', key?: string) {
    calls += 1;
    const { response, error } = await run({
      routeKey: route.replace('{own}', '/api/{business}/member/members/{memberId}/estimates'),
      headers: { 'content-type': 'application/json', 'idempotency-key': key ?? `call-number-${calls}-of-mia` },
      pathParameters: { business: slug, memberId, ...(estimateId === '' ? {} : { estimateId }) },
      body: JSON.stringify(body),
      isBase64Encoded: false,
      requestContext: {
        timeEpoch: world.now(),
        requestId: `portal-${calls}`,
        authorizer: { jwt: { claims: { sub: memberLogin, token_use: 'access' } } },
      },
    } as unknown as APIGatewayProxyEventV2);
    if (response.statusCode === 500) throw error;
    return { status: response.statusCode, body: JSON.parse(String(response.body)) };
  }

  const one = (estimateId: string, route: string, body: object = {}, key?: string) =>
    desk.call(`${route.replace(' ', ' {member}/estimates/{estimateId}')}`, body, { estimateId }, key);

  return {
    world,
    desk,
    post,
    portal,
    changeProfile,
    /** The list of all clients. */
    listAll: (query: Record<string, string> = {}) => desk.ask('GET {staff}/estimates', query),
    list: () => desk.call('GET {member}/estimates', {}),
    send: (offer: object = bridal, key?: string) => desk.call('POST {member}/estimates', offer, {}, key),
    look: (estimateId: string) => one(estimateId, 'GET '),
    revise: (estimateId: string, offer: object = bridal, key?: string) => one(estimateId, 'POST /versions', offer, key),
    mail: (estimateId: string, key?: string) => one(estimateId, 'POST /mail', {}, key),
    withdraw: (estimateId: string, body: object = {}) => one(estimateId, 'POST /withdrawal', body),
    bill: (estimateId: string, key?: string) => one(estimateId, 'POST /invoice', {}, key),
    accept: (estimateId: string, total: object = bridal.total, key?: string) =>
      portal('POST {own}/{estimateId}/acceptance', { agreed: true, total }, estimateId, key),
    decline: (estimateId: string, body: object = {}) => portal('POST {own}/{estimateId}/decline', body, estimateId),
    /** Opens the provider's page for an invoice, as the member. */
    openPage: (invoiceId: string) =>
      openPaymentPage(
        world.world,
        {
          slug,
          memberId,
          actor: { kind: 'member', memberId },
          at: world.now(),
          requestId: `page-${calls++}`,
          language: 'en',
          backTo: '/portal/payments',
        },
        invoiceId,
      ),
    /** The rows of estimates as they are stored. */
    stored: () =>
      world.table
        .rows()
        .filter(({ sk }) => sk.startsWith('ESTIMATE#'))
        .map(({ data }) => data as { estimateId: string; state: string; number: number; invoiceId?: string }),
  };
}
