import { billingWrite } from '../functions/store/billing-rows.ts';
import { creditWrites, noCredits } from '../functions/store/credit-writes.ts';
import { keys } from '../functions/store/keys.ts';
import { membershipWrite } from '../functions/store/membership-writes.ts';
import { profileWrites } from '../functions/store/profile-row.ts';
import { connectWrites } from '../functions/store/provider-rows.ts';
import { rowOf } from '../functions/store/stored.ts';
import { insert, type Table, type Write } from '../functions/store/table.ts';
import { newBillingProfile } from '../shared/domain/billing-profile.ts';
import { type Business, newBusiness } from '../shared/domain/business.ts';
import { emptyAccount } from '../shared/domain/credit-account.ts';
import { grantPeriod } from '../shared/domain/credit-period.ts';
import { enrol } from '../shared/domain/membership.ts';
import type { PlanVersion } from '../shared/domain/plan.ts';
import { lanes } from './lanes.ts';

/** When everybody joined and paid the first month, and an instant a month later at which everybody is due. */
export const joinedAt = Date.parse('2026-01-31T15:00:00Z');
export const dueAt = Date.parse('2026-02-28T15:00:00Z');
const joinedOn = '2026-01-31';
const timeZone = 'America/New_York';
export const tzdata = process.versions.tz ?? '';

const ulidOf = (number: number) => `01JB${String(number).padStart(22, '0')}`;
export const memberIdOf = (number: number): string => `mbr_${ulidOf(number)}`;

const plan: PlanVersion = {
  planId: `pln_${ulidOf(1)}`,
  version: 1,
  name: 'Gold',
  tier: 'Gold',
  price: { amount: 9900, currency: 'USD' },
  interval: { unit: 'month', count: 1 },
  benefits: [{ kind: 'visits', key: 'facial', serviceIds: [`svc_${ulidOf(1)}`], units: 2 }],
  visitAllowance: 2,
  renewal: { kind: 'until_cancelled' },
  offered: true,
};

/** A salon that takes cards, and the card that all its members have: a renewal costs the same whoever holds it. */
export interface CardSalon {
  readonly slug: string;
  readonly accountId: string;
  readonly customerId: string;
  readonly paymentMethodId: string;
}

export async function openSalon(table: Table, { slug, accountId }: CardSalon): Promise<void> {
  await table.commit([
    insert(rowOf(keys.business(slug), businessOf(slug))),
    insert(rowOf(keys.plan(slug, plan.planId, plan.version), plan)),
    ...connectWrites(slug, { accountId, ready: true, since: joinedAt }),
  ]);
}

const businessOf = (slug: string): Business =>
  newBusiness({
    slug,
    name: `Salon ${slug}`,
    timeZone,
    currency: 'USD',
    locale: 'en-US',
    contact: { email: 'hello@example.com' },
  });

const rowsPerTransaction = 100;
const transactionsAtOnce = 4;

/** Writes members `from` to `to` (excluded), each with a membership by card that is due at `dueAt`, spread over salons. */
export async function enrolMembers(table: Table, salons: readonly CardSalon[], from: number, to: number) {
  const members = Array.from({ length: to - from }, (_, index) => from + index);
  const transactions: Write[][] = [];
  for (const number of members) {
    const salon = salons[number % salons.length];
    if (salon === undefined) throw new Error('a member needs a salon');
    const writes = memberWrites(salon, number);
    const last = transactions.at(-1);
    if (last !== undefined && last.length + writes.length <= rowsPerTransaction) last.push(...writes);
    else transactions.push(writes);
  }
  await lanes(transactionsAtOnce, transactions, (writes) => table.commit(writes));
}

/** What a member's `NOW#` query finds: profile, how they pay, membership, credits of the first period. */
function memberWrites({ slug, customerId, paymentMethodId }: CardSalon, number: number): Write[] {
  const memberId = memberIdOf(number);
  const membershipId = `msh_${ulidOf(number)}`;
  const [profile] = profileWrites(slug, undefined, {
    memberId,
    firstName: 'Mia',
    lastName: `Member ${number}`,
    email: `mia-${number}@example.com`,
    createdOn: joinedOn,
    logins: [],
  });
  const card = { paymentMethodId, brand: 'visa', last4: '4242', expMonth: 12, expYear: 2040, since: joinedAt };
  const billing = newBillingProfile(memberId);
  const membership = enrol({
    membershipId,
    memberId,
    plan,
    startsOn: joinedOn,
    today: joinedOn,
    at: joinedAt,
    existing: [],
    payment: 'card',
  });
  const credits = grantPeriod(emptyAccount(memberId), membership, plan, {
    actor: { kind: 'system', job: 'bill-memberships' },
    causeId: `${membershipId}.0`,
    today: joinedOn,
    at: joinedAt,
  });
  const [account] = creditWrites(noCredits(memberId), credits, {
    slug,
    timeZone,
    requestId: 'bench',
    newEventId: () => `evt_${ulidOf(number)}`,
  });
  const terms = { plan, business: businessOf(slug), card };
  return [
    profile,
    billingWrite(slug, { value: billing, version: 0 }, { ...billing, card, customerId }),
    membershipWrite(undefined, membership, { slug, terms, today: joinedOn, tzdata }),
    account,
  ].filter((write) => write !== undefined);
}
