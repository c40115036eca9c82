import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Handlers, InstanceOf } from '../../functions/http/request.ts';
import { router } from '../../functions/http/route.ts';
import { memberDocumentHandlers } from '../../functions/member/document-handlers.ts';
import { getOwnInvoice } from '../../functions/member/get-own-invoice.ts';
import { listOwnInvoices } from '../../functions/member/list-own-invoices.ts';
import { requestReceiptCopy } from '../../functions/member/request-receipt-copy.ts';
import { chance } from '../../functions/runtime/chance.ts';
import { configurationCache } from '../../functions/runtime/configuration-cache.ts';
import { staffDocumentHandlers } from '../../functions/staff/document-handlers.ts';
import { getInvoice } from '../../functions/staff/get-invoice.ts';
import { listInvoices } from '../../functions/staff/list-invoices.ts';
import { sendReceipt } from '../../functions/staff/send-receipt.ts';
import { invoiceWrite } from '../../functions/store/invoice-rows.ts';
import { keys } from '../../functions/store/keys.ts';
import { type MemoryTable, memoryTable } from '../../functions/store/memory-table.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import type { Language } from '../../shared/domain/business.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import type { Profile } from '../../shared/domain/member.ts';
import type { Role } from '../../shared/domain/permission.ts';
import { configuration, memberId, profile } from './invoices.ts';

const at = Date.UTC(2026, 3, 2, 12);
const slug = 'aurora';
const loginId = 'a0000000-0000-4000-8000-000000000001';
const eventIdOf = (index: number) => `evt_01JB00000000000000000000${String(index).padStart(2, '0')}`;

const handlers = {
  member: { listOwnInvoices, getOwnInvoice, requestReceiptCopy },
  staff: { listInvoices, getInvoice, sendReceipt },
};

/**
 * The salon “aurora” with one member, who can sign in, and these invoices; its operations about them, called as the
 * member or as a colleague in a role.
 */
export async function invoiceDesk(
  invoices: readonly Invoice[],
  given: {
    /** null: none is known. */
    readonly email?: string | null;
    readonly language?: Language;
    readonly brand?: Brand;
    readonly logo?: Uint8Array;
    /** Runs before each commit of an operation. */
    readonly beforeCommit?: (table: MemoryTable) => Promise<void>;
  } = {},
) {
  let isOpen = false;
  const table: MemoryTable = memoryTable({
    before: async (call) => {
      if (isOpen && call === 'commit') await given.beforeCommit?.(table);
    },
  });
  const { email = 'mia@example.com', language } = given;
  const login = { loginId, email: 'mia@example.com', linkedAt: at };
  const person: Profile = {
    ...profile,
    ...(email === null ? {} : { email }),
    ...(language === undefined ? {} : { language }),
    logins: [login],
  };
  const business = { ...configuration.business.value, brand: given.brand ?? configuration.business.value.brand };
  await table.commit([
    insert(rowOf(keys.business(slug), business)),
    ...configuration.services.map(({ value }) => insert(rowOf(keys.service(slug, value.serviceId), value))),
    ...profileWrites(slug, undefined, person),
    ...invoices.map((invoice, index) =>
      invoiceWrite(slug, undefined, invoice, {
        eventId: eventIdOf(index),
        type: 'invoice.paid',
        business: slug,
        memberId,
        actor: { kind: 'system', job: 'bill-memberships' },
        at,
        requestId: 'r',
        subject: { invoiceId: invoice.invoiceId },
      }),
    ),
  ]);
  isOpen = true;
  const media = { read: async (key: string) => (key === business.brand.logo ? given.logo : undefined) };
  const instance = {
    table,
    chance: { ...chance, pause: async () => undefined },
    media,
    siteOf: (name: string) => `https://${name}.example.org`,
  } as unknown as InstanceOf<'staff'> & InstanceOf<'member', 'documents'>;
  const configurations = configurationCache(table, () => 0);
  const routers = {
    member: router('member', handlers.member as unknown as Handlers<'member'>, instance, configurations),
    staff: router('staff', handlers.staff as unknown as Handlers<'staff'>, instance, configurations),
    memberDocuments: router('member', memberDocumentHandlers, instance, configurations, 'documents'),
    staffDocuments: router('staff', staffDocumentHandlers, instance, configurations, 'documents'),
  };
  const own = '/api/{business}/member/members/{memberId}';
  const desk = '/api/{business}/staff/members/{memberId}';
  const paths = { member: own, memberDocuments: own, staff: desk, staffDocuments: desk };
  let requests = 0;

  async function call(
    audience: keyof typeof routers,
    route: string,
    more: { invoiceId?: string; query?: Record<string, string>; headers?: Record<string, string>; login?: string } = {},
  ) {
    requests += 1;
    const { response, error } = await routers[audience]({
      routeKey: route.replace('{member}', paths[audience]),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `idempotency-key-${requests}`,
        ...more.headers,
      },
      pathParameters: { business: slug, memberId, ...(more.invoiceId ? { invoiceId: more.invoiceId } : {}) },
      ...(more.query ? { queryStringParameters: more.query } : {}),
      body: '{}',
      isBase64Encoded: false,
      requestContext: {
        timeEpoch: at,
        requestId: `request-${requests}`,
        authorizer: { jwt: { claims: { sub: more.login ?? loginId, token_use: 'access' } } },
      },
    } as unknown as APIGatewayProxyEventV2);
    if (response.statusCode === 500) throw error;
    return { status: response.statusCode, body: JSON.parse(String(response.body)) };
  }

  return {
    table,
    call,
    /** Gives the signed-in person a role in the salon. */
    async hire(role: Role) {
      const staff = { staffId: 'stf_01JB0000000000000000000000', name: 'Robin', email: 'robin@example.com', role };
      await table.commit([insert(rowOf(keys.access(slug, loginId), { ...staff, state: 'active' }))]);
    },
    /** What was announced about receipts. */
    asked: () =>
      table
        .rows()
        .filter(({ announces }) => announces === 'receipt.requested')
        .map(({ data }) => data),
  };
}
