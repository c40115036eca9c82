import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Actor } from '../../shared/domain/credit-account.ts';
import type { DomainEvent, EventType } from '../../shared/domain/events.ts';
import { buyerName } from '../../shared/domain/member.ts';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { billingWrite } from '../store/billing-rows.ts';
import { change } from '../store/change.ts';
import { type Configuration, readyAccount } from '../store/configuration.ts';
import { loadMember, type MemberSnapshot } from '../store/member-snapshot.ts';
import type { BillingWorld } from './world.ts';

/** Who acts when, on whose money. */
export interface Person {
  readonly slug: string;
  readonly memberId: string;
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly requestId: string;
}

/** Refuses `not_found`. */
export async function loadPerson(world: BillingWorld, { slug, memberId }: Person): Promise<MemberSnapshot> {
  const snapshot = await loadMember(world.table, slug, memberId);
  refuseUnless(snapshot, 'not_found');
  return snapshot;
}

/** Refuses `not_found`. */
export async function configurationOf(world: BillingWorld, slug: string): Promise<Configuration> {
  const configuration = await world.configurations.get(slug);
  refuseUnless(configuration, 'not_found');
  return configuration;
}

/** The business's day. Refuses `not_found`. */
export async function localDateIn(world: BillingWorld, { slug, at }: Person): Promise<LocalDate> {
  return localDateOf(at, (await configurationOf(world, slug)).business.value.timeZone);
}

/** The account that a business's cards are charged in. Refuses `payments_not_connected`. */
export function accountOf(configuration: Configuration): string {
  const account = readyAccount(configuration);
  if (account === undefined) throw new Refusal('payments_not_connected');
  return account;
}

/**
 * The configuration of a business that takes cards, and the account that they are charged in. Read anew before it is
 * refused: what is in memory may be older than the connecting. Refusals: `not_found`, `payments_not_connected`.
 */
export async function takingCards(
  world: Pick<BillingWorld, 'configurations'>,
  slug: string,
): Promise<{ readonly configuration: Configuration; readonly account: string }> {
  const known = await world.configurations.get(slug);
  const configuration = known && readyAccount(known) ? known : await world.configurations.reload(slug);
  refuseUnless(configuration, 'not_found');
  return { configuration, account: accountOf(configuration) };
}

/**
 * A business's account at the provider, ready or not; undefined when it has none. Read anew before that is said: what is
 * in memory may be older than the connecting.
 */
export async function connectedAccount(
  { configurations }: Pick<BillingWorld, 'configurations'>,
  slug: string,
): Promise<string | undefined> {
  const known = await configurations.get(slug);
  const configuration = known?.payments ? known : await configurations.reload(slug);
  return configuration?.payments?.value.accountId;
}

export const personEvent = (
  { chance }: Pick<BillingWorld, 'chance'>,
  { slug, memberId, actor, at, requestId }: Person,
  type: EventType,
  subject: DomainEvent['subject'] = {},
): DomainEvent => ({
  eventId: chance.newId('event', at),
  type,
  business: slug,
  memberId,
  actor,
  at,
  requestId,
  subject,
});

/** The provider's name for the person, made when there is none; the provider answers a repeated call with the same. */
export async function customerOf(world: BillingWorld, person: Person, account: string): Promise<string> {
  const { profile, billing } = await loadPerson(world, person);
  if (billing.value.customerId !== undefined) return billing.value.customerId;
  const { slug, memberId } = person;
  const name = buyerName(profile);
  const customerId = await world.payments.createCustomer(account, {
    memberId,
    business: slug,
    name,
    email: profile.email,
  });
  return change(
    world.table,
    async () => {
      const now = (await loadPerson(world, person)).billing;
      if (now.value.customerId !== undefined) return { writes: [], reply: now.value.customerId };
      return { writes: [billingWrite(slug, now, { ...now.value, customerId })], reply: customerId };
    },
    { pause: world.chance.pause },
  );
}
