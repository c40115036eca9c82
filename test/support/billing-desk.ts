import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { InstanceOf } from '../../functions/http/request.ts';
import { router } from '../../functions/http/route.ts';
import { staffHandlers } from '../../functions/staff/handlers.ts';
import { keys } from '../../functions/store/keys.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert, replace } from '../../functions/store/table.ts';
import type { Role } from '../../shared/domain/permission.ts';
import { type BillingTestWorld, memberId, membershipId, slug } from './billing-world.ts';

const loginId = 'a0000000-0000-4000-8000-000000000001';
export const staffId = 'stf_01JAB000000000000000000001';

/** Somebody at the desk of a salon's billing world; an owner may do everything. */
export async function billingDesk(world: BillingTestWorld, role: Role = 'owner') {
  const colleague = { staffId, name: 'Robin', email: 'robin@example.com', role, state: 'active' };
  await world.table.commit([insert(rowOf(keys.access(slug, loginId), colleague))]);
  const instance = world.world as unknown as InstanceOf<'staff'>;
  const run = router('staff', staffHandlers, instance, world.world.configurations);
  const member = '/api/{business}/staff/members/{memberId}';
  let calls = 0;

  /** Calls an operation of the member; `key` makes it the same call as one before. */
  const call = (route: string, body: object, parameters: Record<string, string> = {}, key?: string) =>
    send(route, { body: JSON.stringify(body) }, parameters, key);

  async function send(route: string, sent: object, parameters: Record<string, string> = {}, key?: string) {
    calls += 1;
    const { response, error } = await run({
      routeKey: route.replace('{member}', member),
      headers: { 'content-type': 'application/json', 'idempotency-key': key ?? `call-number-${calls}-of-the-desk` },
      pathParameters: { business: slug, memberId, ...parameters },
      ...sent,
      isBase64Encoded: false,
      requestContext: {
        timeEpoch: world.now(),
        requestId: `desk-${calls}`,
        authorizer: { jwt: { claims: { sub: loginId, token_use: 'access' } } },
      },
    } as unknown as APIGatewayProxyEventV2);
    if (response.statusCode === 500) throw error;
    return { status: response.statusCode, body: JSON.parse(String(response.body)) };
  }

  return {
    call,
    /** Gives whoever is at the desk another role. */
    async become(next: Role) {
      const key = keys.access(slug, loginId);
      const [row] = await world.table.read([key]);
      await world.table.commit([replace(rowOf(key, { ...colleague, role: next }), row?.version ?? 0)]);
    },
    /** Asks without changing anything. */
    ask: (route: string, query: Record<string, string> = {}, parameters: Record<string, string> = {}) =>
      send(route.replace('{staff}', '/api/{business}/staff'), { queryStringParameters: query }, parameters),
    refund: (
      invoiceId: string,
      amount: number,
      more: { takeBackCredits?: boolean; currency?: string } = {},
      key?: string,
    ) => {
      const { takeBackCredits = true, currency = 'USD' } = more;
      const body = { amount: { amount, currency }, reason: 'requested', takeBackCredits };
      return call('POST {member}/invoices/{invoiceId}/refunds', body, { invoiceId }, key);
    },
    recordPayment: (invoiceId: string, key?: string) =>
      call('POST {member}/invoices/{invoiceId}/payment', { method: 'cash' }, { invoiceId }, key),
    voidInvoice: (invoiceId: string) => call('POST {member}/invoices/{invoiceId}/void', {}, { invoiceId }),
    renew: (after: string, more: object = {}, key?: string) =>
      call('POST {member}/memberships/{membershipId}/renewal', { after, ...more }, { membershipId }, key),
    enrol: (body: object, key?: string) => call('POST {member}/memberships', body, {}, key),
    redeem: (units: number) =>
      call('POST {member}/redemptions', { kind: 'visits', serviceId: 'svc_01JAB000000000000000000001', units }),
  };
}
export type BillingDesk = Awaited<ReturnType<typeof billingDesk>>;
