import { completeCheckout } from '../../functions/billing/complete-checkout.ts';
import { runDue } from '../../functions/billing/run-due.ts';
import type { BillingWorld } from '../../functions/billing/world.ts';
import { chance } from '../../functions/runtime/chance.ts';
import { billingWrite } from '../../functions/store/billing-rows.ts';
import { loadConfiguration } from '../../functions/store/configuration.ts';
import { duePage, memberOf, shards } from '../../functions/store/due-index.ts';
import { invoiceOf, listInvoices } from '../../functions/store/invoice-rows.ts';
import { keys, prefixes } from '../../functions/store/keys.ts';
import { loadMember } from '../../functions/store/member-snapshot.ts';
import { membershipWrite } from '../../functions/store/membership-writes.ts';
import { type MemoryTableHooks, memoryTable } from '../../functions/store/memory-table.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { connectWrites } from '../../functions/store/provider-rows.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import { newBillingProfile } from '../../shared/domain/billing-profile.ts';
import { type Business, newBusiness } from '../../shared/domain/business.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { fakePayments } from './fake-payments.ts';

export const slug = 'aurora';
export const memberId = 'mbr_01JAB000000000000000000001';
export const membershipId = 'msh_01JAB000000000000000000001';
const serviceId = 'svc_01JAB000000000000000000001';
const hour = 3_600_000;

export const goldPlan: PlanVersion = {
  planId: 'pln_01JAB000000000000000000001',
  version: 1,
  name: 'Gold',
  tier: 'Gold',
  price: { amount: 9900, currency: 'USD' },
  interval: { unit: 'month', count: 1 },
  benefits: [{ kind: 'visits', key: 'facial', serviceIds: [serviceId], units: 2 }],
  visitAllowance: 2,
  renewal: { kind: 'until_cancelled' },
  offered: true,
};

/**
 * One salon with one member whose membership renews by card, in memory, at an instant that the test moves. The
 * membership began on 31 January 2026 in New York and its first period was paid.
 */
export async function billingWorldForTests(
  options: {
    readonly hooks?: MemoryTableHooks;
    readonly plan?: Partial<PlanVersion>;
    readonly business?: Partial<Business>;
    readonly card?: string | null;
    readonly membership?: Partial<Membership>;
  } = {},
) {
  let at = Date.parse('2026-01-31T15:00:00Z');
  const hooks: MemoryTableHooks = {};
  const table = memoryTable({
    before: (call, writes) => hooks.before?.(call, writes),
    after: (call, writes) => hooks.after?.(call, writes),
  });
  const provider = fakePayments(() => at);
  const business: Business = {
    ...newBusiness({
      slug,
      name: 'Aurora',
      timeZone: 'America/New_York',
      currency: 'USD',
      locale: 'en-US',
      contact: { email: 'hello@example.com' },
    }),
    ...options.business,
  };
  const plan = { ...goldPlan, ...options.plan };
  const configuration = async () => loadConfiguration(table, slug);
  const world: BillingWorld = {
    table,
    chance: { ...chance, pause: async () => undefined },
    payments: provider.payments,
    configurations: { get: configuration, reload: configuration },
    tzdata: '2026a',
    siteOf: () => 'https://aurora.example.org',
  };

  const today = localDateOf(at, business.timeZone);
  const card = options.card === undefined ? 'pm_good' : options.card;
  const membership: Membership = {
    ...enrol({ membershipId, memberId, plan, startsOn: today, today, at, existing: [], payment: 'card' }),
    ...options.membership,
  };
  const onFile =
    card === null
      ? undefined
      : { paymentMethodId: card, brand: 'visa', last4: '4242', expMonth: 12, expYear: 2040, since: at };
  await table.commit([
    insert(rowOf(keys.business(slug), business)),
    insert(rowOf(keys.plan(slug, plan.planId, plan.version), plan)),
    ...connectWrites(slug, { accountId: 'acct_aurora', ready: true, since: at }),
  ]);
  await table.commit([
    ...profileWrites(slug, undefined, {
      memberId,
      firstName: 'Mia',
      lastName: 'Member',
      email: 'mia@example.com',
      createdOn: today,
      logins: [],
    }),
    billingWrite(
      slug,
      { value: newBillingProfile(memberId), version: 0 },
      { ...newBillingProfile(memberId), ...(onFile ? { card: onFile, customerId: 'cus_000001' } : {}) },
    ),
    membershipWrite(undefined, membership, {
      slug,
      terms: { plan, business, card: onFile },
      today,
      tzdata: '2026a',
    }),
  ]);
  Object.assign(hooks, options.hooks);

  const actor = { kind: 'system', job: 'bill-memberships' } as const;
  const scene = () => ({ slug, memberId, membershipId, actor, at, requestId: `request-${at}` });

  /** What the sweep would find now. */
  async function due(): Promise<{ memberId: string; membershipId: string }[]> {
    const pages = await Promise.all(shards.map((shard) => duePage(table, 'BILLING', shard, at)));
    return pages.flatMap(({ keys: found }) =>
      found.map((key) => ({
        memberId: memberOf(key).memberId,
        membershipId: key.sk.slice(prefixes.membership.length),
      })),
    );
  }

  /** One run of the sweep and its worker: everything that is due, once. Answers what each came to. */
  const sweep = async (): Promise<string[]> =>
    Promise.all((await due()).map((found) => runDue(world, { ...scene(), ...found })));

  return {
    world,
    table,
    provider,
    business,
    plan,
    hooks,
    scene,
    now: () => at,
    due,
    moveTo: (instant: string) => {
      at = Date.parse(instant);
    },
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
    sweep,
    /** Sweeps every hour up to an instant, as often as something is due. */
    async live(until: string): Promise<string[]> {
      const end = Date.parse(until);
      const ran: string[] = [];
      for (; at < end; at = Math.min(end, at + hour)) {
        for (let rounds = 0; (await due()).length > 0 && rounds < 5; rounds += 1) ran.push(...(await sweep()));
      }
      return ran;
    },
    /** Finishes the newest hosted page with a card, and comes back from it. */
    finishPage: (paymentMethodId: string, kind: 'visitor' | 'system' = 'visitor') => {
      const sessionId = provider.newestPage();
      provider.finish(sessionId, paymentMethodId);
      const who = kind === 'visitor' ? ({ kind } as const) : ({ kind, job: 'payment-provider' } as const);
      return completeCheckout(world, { slug, at, requestId: `request-${at}`, actor: who }, sessionId);
    },
    async member() {
      const found = await loadMember(table, slug, memberId);
      if (!found) throw new Error('no member');
      return found;
    },
    async membership(): Promise<Membership> {
      const found = (await loadMember(table, slug, memberId))?.memberships[0]?.value;
      if (!found) throw new Error('no membership');
      return found;
    },
    invoices: async () => (await listInvoices(table, slug, memberId)).map(({ value }) => value).reverse(),
    allInvoices: () =>
      table
        .rows()
        .filter(({ sk }) => sk.startsWith('INVOICE#'))
        .map((row) => invoiceOf(row).value),
    events: (type: string) => table.rows().filter(({ announces }) => announces === type),
    credits: async () => (await loadMember(table, slug, memberId))?.account.value.buckets ?? [],
  };
}
export type BillingTestWorld = Awaited<ReturnType<typeof billingWorldForTests>>;
