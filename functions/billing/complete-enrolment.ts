import { newBillingProfile } from '../../shared/domain/billing-profile.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import { grantPeriod } from '../../shared/domain/credit-period.ts';
import { periodInvoiceId } from '../../shared/domain/ids.ts';
import { grantsOf, type Invoice } from '../../shared/domain/invoice.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { enrol, isOver, type Membership } from '../../shared/domain/membership.ts';
import { periodLines, totalOf } from '../../shared/domain/period-invoice.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Checkout } from '../gateways/payments.ts';
import { billingWrite } from '../store/billing-rows.ts';
import { change, type Outcome } from '../store/change.ts';
import { type Configuration, planVersionOf } from '../store/configuration.ts';
import { creditWrites, noCredits } from '../store/credit-writes.ts';
import { type Enrolment, insertConsent, readEnrolment, replaceEnrolment } from '../store/enrolment-row.ts';
import { announce } from '../store/event-writes.ts';
import { findByEmail } from '../store/find-by-email.ts';
import { invoiceWrite } from '../store/invoice-rows.ts';
import { loadMember, type MemberSnapshot } from '../store/member-snapshot.ts';
import { membershipWrite } from '../store/membership-writes.ts';
import { profileWrites } from '../store/profile-row.ts';
import type { Stored } from '../store/stored.ts';
import type { Write } from '../store/table.ts';
import { taxAt } from '../views/tax-at.ts';
import { outcomeOf } from './charge-membership.ts';
import { giveBack } from './give-back.ts';
import { configurationOf, type Person, personEvent } from './person.ts';
import { sellerOf } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** What became of somebody who joined online. */
export type Joined = NonNullable<Enrolment['outcome']>;

/**
 * Makes the client, the membership, its paid first period and the invitation to the portal, all in one transaction,
 * once. A client record with the same address is used; whoever has the membership already gets the money back at once.
 * Only the owner of the address learns of either, by mail.
 */
export async function completeEnrolment(
  world: BillingWorld,
  call: Omit<Person, 'memberId'>,
  checkout: Checkout,
): Promise<Joined | undefined> {
  const { slug } = call;
  const { enrolmentId } = checkout.metadata;
  if (enrolmentId === undefined) throw new Error(`${checkout.sessionId} names no enrolment`);
  const isPaid = checkout.payment === undefined || checkout.payment.kind === 'succeeded';
  if (!isPaid) return undefined;
  const configuration = await configurationOf(world, slug);
  const joined = await change<Joined | undefined>(
    world.table,
    async () => {
      const stored = await readEnrolment(world.table, slug, enrolmentId);
      if (!stored) throw new Refusal('not_found');
      if (stored.value.outcome) return { writes: [], reply: stored.value.outcome };
      return joining(world, call, configuration, stored, checkout);
    },
    { pause: world.chance.pause },
  );
  const { payment } = checkout;
  if (joined?.kind === 'given_back' && payment?.kind === 'succeeded') {
    const { paymentIntentId, amount } = payment;
    await giveBack(
      world,
      { ...call, memberId: joined.memberId },
      { paymentIntentId, amount, reason: 'already_enrolled' },
    );
  }
  return joined;
}

async function joining(
  world: BillingWorld,
  call: Omit<Person, 'memberId'>,
  configuration: Configuration,
  stored: Stored<Enrolment>,
  checkout: Checkout,
): Promise<Outcome<Joined>> {
  const { slug, at } = call;
  const enrolment = stored.value;
  const plan = await planOf(world, configuration, enrolment);
  const today = localDateOf(at, configuration.business.value.timeZone);
  const known = await existing(world, slug, enrolment.email);
  const memberId = known?.profile.memberId ?? enrolment.memberId;
  const person: Person = { ...call, memberId };
  if (known?.memberships.some(({ value }) => value.planId === plan.planId && !isOver(value, today))) {
    const outcome: Joined = { kind: 'given_back', memberId };
    return { writes: [replaceEnrolment(slug, stored, { ...enrolment, outcome })], reply: outcome };
  }
  const membership = enrol({
    membershipId: enrolment.membershipId,
    memberId,
    plan: { ...plan, offered: true },
    startsOn: today,
    today,
    at,
    existing: known?.memberships.map(({ value }) => value) ?? [],
    payment: 'card',
    enrolledVia: 'online',
  });
  const outcome: Joined = { kind: 'enrolled', memberId };
  return {
    writes: [
      replaceEnrolment(slug, stored, { ...enrolment, outcome }),
      insertConsent(slug, memberId, membership.membershipId, enrolment.consent),
      ...clientWrites(world, person, enrolment, known, today),
      ...moneyOfJoining(world, person, configuration, { membership, plan, known, checkout }),
      announce(
        personEvent(world, person, 'membership.enrolled', {
          membershipId: membership.membershipId,
          planId: plan.planId,
          online: 1,
        }),
      ),
      announce(personEvent(world, person, 'enrolment.completed', { enrolmentId: enrolment.enrolmentId })),
    ],
    reply: outcome,
  };
}

/** The version that was agreed to, also when a newer one has come out since. */
async function planOf(world: BillingWorld, known: Configuration, enrolment: Enrolment): Promise<PlanVersion> {
  const { planId, planVersion } = enrolment;
  const plan =
    planVersionOf(known, planId, planVersion) ??
    planVersionOf((await world.configurations.reload(known.business.value.slug)) ?? known, planId, planVersion);
  if (!plan) throw new Error(`plan ${planId} version ${planVersion} is missing`);
  return plan;
}

async function existing(world: BillingWorld, slug: string, email: string): Promise<MemberSnapshot | undefined> {
  const [oldest] = await findByEmail(world.table, slug, email);
  return oldest === undefined ? undefined : loadMember(world.table, slug, oldest);
}

/** The client's record, and the invitation that lets the owner of the address in (000-033). */
function clientWrites(
  world: BillingWorld,
  person: Person,
  enrolment: Enrolment,
  known: MemberSnapshot | undefined,
  today: LocalDate,
): Write[] {
  const { slug, memberId, at } = person;
  const { firstName, lastName, email, phone, language, invitationId } = enrolment;
  if (known !== undefined && known.profile.logins.length > 0) return [];
  const fresh: Profile = {
    memberId,
    firstName,
    lastName,
    email,
    ...(phone === undefined ? {} : { phone }),
    language,
    createdOn: today,
    logins: [],
  };
  const profile: Profile = { ...(known?.profile ?? fresh), invitation: { invitationId, to: email, requestedAt: at } };
  return [
    ...profileWrites(slug, known?.profileRow, profile),
    ...(known === undefined ? [announce(personEvent(world, person, 'member.created'))] : []),
    announce(personEvent(world, person, 'member.invited', { invitationId })),
  ];
}

/** The membership with the card, and unless a trial comes first the paid invoice; credits in either case. */
function moneyOfJoining(
  world: BillingWorld,
  person: Person,
  configuration: Configuration,
  given: { membership: Membership; plan: PlanVersion; known: MemberSnapshot | undefined; checkout: Checkout },
): Write[] {
  const { slug, memberId, actor, at, requestId } = person;
  const { membership, plan, known, checkout } = given;
  const business = configuration.business.value;
  const today = localDateOf(at, business.timeZone);
  const { membershipId, period } = membership;
  const invoiceId = periodInvoiceId(membershipId, period.index);
  const books = known ?? noCredits(memberId);
  const credits = grantPeriod(books.account.value, membership, plan, { actor, causeId: invoiceId, today, at });
  const billing = known?.billing ?? { value: newBillingProfile(memberId), version: 0 };
  const card = checkout.card && { ...checkout.card, since: at };
  const after = {
    ...billing.value,
    ...(card === undefined ? {} : { card }),
    ...(checkout.customerId === undefined ? {} : { customerId: checkout.customerId }),
  };
  const outcome = checkout.payment && outcomeOf(checkout.payment);
  const lines = periodLines(plan, period, taxAt(configuration, undefined));
  const invoice: Invoice | undefined =
    outcome?.kind === 'succeeded'
      ? {
          invoiceId,
          memberId,
          cause: { kind: 'membership', membershipId, planId: plan.planId, planVersion: plan.version, period },
          currency: business.currency,
          lines,
          total: totalOf(lines),
          creditApplied: 0,
          seller: sellerOf(business),
          issuedAt: at,
          issuedOn: today,
          state: 'paid',
          paidAt: at,
          paidOn: today,
          payment: outcome.payment,
          attempts: [],
          refunds: [],
          grants: grantsOf(credits.entries),
        }
      : undefined;
  return [
    membershipWrite(undefined, membership, {
      slug,
      terms: { plan, business, card },
      today,
      tzdata: world.tzdata,
    }),
    billingWrite(slug, billing, after),
    ...creditWrites(books, credits, {
      slug,
      timeZone: business.timeZone,
      requestId,
      newEventId: () => world.chance.newId('event', at),
    }),
    ...(invoice
      ? [
          invoiceWrite(
            slug,
            undefined,
            invoice,
            personEvent(world, person, 'invoice.paid', { membershipId, invoiceId }),
          ),
        ]
      : []),
  ];
}
