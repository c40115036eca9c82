import type { BusinessContact, FeatureSwitches, Language, Locale } from '../../shared/domain/business.ts';
import type { AdjustmentReason } from '../../shared/domain/credit-account.ts';
import type { OfferedLine } from '../../shared/domain/estimate.ts';
import type { Care } from '../../shared/domain/member.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { Role } from '../../shared/domain/permission.ts';
import type { RenewalRule } from '../../shared/domain/plan.ts';
import type { Seller } from '../../shared/domain/seller.ts';
import type { TaxRule } from '../../shared/domain/tax.ts';
import type { Interval } from '../../shared/domain/time.ts';
import type { DemoSlug, MemberAccount } from './accounts.ts';
import type { Start } from './start-date.ts';

/** A benefit by the names of its services; `value` is in minor units of the salon's currency. */
export type SeedBenefit<S extends string> =
  | { readonly kind: 'visits'; readonly key: string; readonly services: readonly S[]; readonly units: number }
  | { readonly kind: 'allowance'; readonly key: string; readonly services: readonly S[]; readonly value: number }
  | { readonly kind: 'discount'; readonly key: string; readonly services: readonly S[]; readonly percent: number }
  | { readonly kind: 'unlimited'; readonly key: string; readonly services: readonly S[] };

/** A card on the provider's page: what it does when it is charged, and when it ends. */
export type SeedCard = 'works' | 'declines' | 'expires_soon';

export interface SeedPlan<S extends string> {
  readonly name: string;
  readonly tier: string;
  readonly description: string;
  /** Minor units. */
  readonly price: number;
  readonly interval: Interval;
  readonly benefits: readonly SeedBenefit<S>[];
  readonly renewal: RenewalRule;
  /** Minor units, once. */
  readonly enrolmentFee?: number;
  readonly trialDays?: number;
}

export interface SeedService {
  readonly name: string;
  readonly oneVisit: string;
  readonly visits: string;
  /** Minor units. */
  readonly price: number;
  readonly minutes: number;
}

/** What a client uses today. `amount` is spent of an allowance, in minor units; otherwise `units` visits, one unless told. */
export interface Use<S extends string> {
  readonly service: S;
  readonly units?: number;
  readonly amount?: number;
  readonly undone?: true;
}

export interface Gift<S extends string> {
  readonly services: readonly S[];
  readonly units: number;
  /** Days until the last day on which it can be used; never expires when absent. */
  readonly forDays?: number;
  readonly reason: AdjustmentReason;
  readonly note?: string;
}

/** Something that is offered at a price. `each` is in minor units, as the salon writes prices. */
export interface SeedOffer {
  readonly title: string;
  readonly lines: readonly OfferedLine[];
  readonly remark: string;
  /** Days until the last day on which it can be accepted. */
  readonly forDays: number;
  /** The client has accepted it in the portal; it waits for its invoice. */
  readonly accepted?: true;
}

export interface SeedClient<S extends string, P extends string> {
  readonly name: readonly [first: string, last: string];
  readonly email?: string;
  /** E.164, from the ranges that are set aside for stories. */
  readonly phone?: string;
  readonly birthday?: string;
  readonly language?: Language;
  readonly care?: Care;
  /** With a card, later periods are paid by it; without one, at the desk. */
  readonly joins?: { readonly plan: P; readonly starts: Start; readonly card?: SeedCard };
  readonly uses?: readonly Use<S>[];
  /** Paused from today on, so many days. */
  readonly paused?: { readonly days: number; readonly reason: string };
  readonly gift?: Gift<S>;
  /** Sets what is left of the first grant, with a note. */
  readonly correction?: { readonly available: number; readonly note: string };
  readonly notes?: readonly string[];
  readonly offered?: SeedOffer;
  /** `joined` has accepted the invitation and can sign in. */
  readonly portal?: 'invited' | 'joined';
  /** Written on the record after the person joined with the address above: the two no longer agree. */
  readonly laterEmail?: string;
  /** Hands this client out as a demo account. */
  readonly account?: MemberAccount;
}

/** Everything that makes a salon believable, as data. Services and plans are named by keys of its own. */
export interface Salon<S extends string = string, P extends string = string> {
  readonly slug: DemoSlug;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: Currency;
  readonly locale: Locale;
  readonly brand: { readonly colour: string; readonly tagline: string; readonly welcome: string };
  readonly contact: BusinessContact;
  /** What members do by themselves. */
  readonly features: FeatureSwitches;
  readonly tax: TaxRule;
  readonly seller: Seller;
  readonly services: Readonly<Record<S, SeedService>>;
  readonly locations: readonly { readonly name: string; readonly address: string }[];
  readonly plans: Readonly<Record<P, SeedPlan<S>>>;
  /** One person for each role, the owner first. */
  readonly team: Readonly<Record<Role, { readonly name: string; readonly email: string }>>;
  /** Invited, has not accepted yet. */
  readonly newColleague: { readonly name: string; readonly email: string; readonly role: Role };
  readonly clients: readonly SeedClient<S, P>[];
}
