import type { BillingTerms } from '../../shared/domain/billing-schedule.ts';
import type { Business } from '../../shared/domain/business.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Claim } from '../../shared/domain/claim-charge.ts';
import type { Actor } from '../../shared/domain/credit-account.ts';
import type { Occasion } from '../../shared/domain/credit-decision.ts';
import type { DomainEvent, EventType } from '../../shared/domain/events.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { emptyMoneyAccount, type MoneyAccount } from '../../shared/domain/money-account.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { atNextBill } from '../../shared/domain/plan-change-effect.ts';
import type { Seller } from '../../shared/domain/seller.ts';
import type { TaxRule } from '../../shared/domain/tax.ts';
import type { Period } from '../../shared/domain/time.ts';
import { type Configuration, knowsPlansOf, nextPlanOf, planOf } from '../store/configuration.ts';
import { loadMember, type MemberSnapshot } from '../store/member-snapshot.ts';
import { type MembershipPlace, membershipWrite } from '../store/membership-writes.ts';
import type { Stored } from '../store/stored.ts';
import type { Write } from '../store/table.ts';
import { taxAt } from '../views/tax-at.ts';
import type { BillingWorld } from './world.ts';

/** Who acts when, on whose membership. */
export interface Scene {
  readonly slug: string;
  readonly memberId: string;
  readonly membershipId: string;
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly requestId: string;
}

/** One membership with everything that a decision about its money reads. */
export interface LoadedScene extends Scene {
  readonly configuration: Configuration;
  readonly business: Business;
  readonly snapshot: MemberSnapshot;
  readonly stored: Stored<Membership>;
  readonly membership: Membership;
  readonly plan: PlanVersion;
  /** The version that a pending change names; `plan` without one. */
  readonly nextPlan: PlanVersion;
  readonly money: MoneyAccount;
  readonly tax: TaxRule | undefined;
  readonly seller: Seller;
  readonly terms: BillingTerms;
  readonly occasion: Occasion;
  event(type: EventType, subject: DomainEvent['subject']): DomainEvent;
  /** The write that makes the membership be `after`. */
  become(after: Membership): Write;
}

/** Who stands on an invoice: as the owner says, or the business's own name and address. */
export function sellerOf({ seller, name, contact }: Business): Seller {
  return seller ?? { name, ...(contact.address === undefined ? {} : { address: contact.address }) };
}

/** One read of the member beside a configuration from memory. Undefined when there is no such membership. */
export async function loadScene(
  world: Pick<BillingWorld, 'table' | 'chance' | 'configurations' | 'tzdata'>,
  scene: Scene,
): Promise<LoadedScene | undefined> {
  const { slug, memberId, membershipId } = scene;
  const [known, snapshot] = await Promise.all([
    world.configurations.get(slug),
    loadMember(world.table, slug, memberId),
  ]);
  const stored = snapshot?.memberships.find(({ value }) => value.membershipId === membershipId);
  if (!known || !snapshot || !stored) return undefined;
  return sceneOf(world, scene, await withPlansOf(world, known, [stored.value]), snapshot, stored);
}

/**
 * Loads a scene for each try of a change: what is known already for the first, what is there now for later ones. A lost
 * race shows when the first is committed.
 */
export function scenesFrom(
  world: BillingWorld,
  scene: Scene,
  known?: LoadedScene,
): () => Promise<LoadedScene | undefined> {
  let first = known;
  return async () => {
    const loaded = first ?? (await loadScene(world, scene));
    first = undefined;
    return loaded;
  };
}

/** The scene after its own write was committed: with the versions that the write has made. */
export function afterClaim(
  world: Pick<BillingWorld, 'chance' | 'tzdata'>,
  scene: LoadedScene,
  { membership, money, moneyEntry }: Pick<Claim, 'membership' | 'money' | 'moneyEntry'>,
): LoadedScene {
  const { snapshot, stored, configuration } = scene;
  const paidIn = moneyEntry ? { value: money, version: (snapshot.money?.version ?? 0) + 1 } : snapshot.money;
  const claimed = { value: membership, version: stored.version + 1 };
  return sceneOf(world, scene, configuration, { ...snapshot, money: paidIn }, claimed);
}

/** The configuration, read anew when one of the memberships is of a plan that is newer than it. */
export async function withPlansOf(
  world: Pick<BillingWorld, 'configurations'>,
  known: Configuration,
  memberships: readonly Membership[],
): Promise<Configuration> {
  return knowsPlansOf(known, memberships)
    ? known
    : ((await world.configurations.reload(known.business.value.slug)) ?? known);
}

export function sceneOf(
  world: Pick<BillingWorld, 'chance' | 'tzdata'>,
  scene: Scene,
  configuration: Configuration,
  snapshot: MemberSnapshot,
  stored: Stored<Membership>,
): LoadedScene {
  const { slug, memberId, actor, at, requestId } = scene;
  const business = configuration.business.value;
  const membership = stored.value;
  const { plan, nextPlan } = plansOf(configuration, membership);
  const today = localDateOf(at, business.timeZone);
  const { card } = snapshot.billing.value;
  const terms: BillingTerms = { plan, nextPlan, business, card };
  return {
    ...scene,
    configuration,
    business,
    snapshot,
    stored,
    membership,
    plan,
    nextPlan,
    money: snapshot.money?.value ?? emptyMoneyAccount(memberId, business.currency),
    tax: taxAt(configuration, membership.locationId),
    seller: sellerOf(business),
    terms,
    occasion: { actor, causeId: requestId, today, at },
    event: (type, subject) => ({
      eventId: world.chance.newId('event', at),
      type,
      business: slug,
      memberId,
      actor,
      at,
      requestId,
      subject,
    }),
    become(after) {
      // What comes next is told by the plan that it is on then.
      const place: MembershipPlace = {
        slug,
        terms: { ...plansOf(configuration, after), business, card },
        today,
        tzdata: world.tzdata,
      };
      return membershipWrite(stored, after, place);
    },
  };
}

/** The scene on the version that the next bill is for, and the period which that bill opens. */
export function sceneAtNextBill(
  world: Pick<BillingWorld, 'chance' | 'tzdata'>,
  scene: LoadedScene,
): { readonly scene: LoadedScene; readonly period: Period } {
  const { configuration, snapshot, stored, occasion } = scene;
  const { membership, period } = atNextBill(scene, occasion.today);
  return { scene: sceneOf(world, scene, configuration, snapshot, { ...stored, value: membership }), period };
}

const plansOf = (configuration: Configuration, membership: Membership) => {
  const plan = planOf(configuration, membership);
  return { plan, nextPlan: nextPlanOf(configuration, membership) ?? plan };
};
