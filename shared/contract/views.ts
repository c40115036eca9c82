import * as z from 'zod/mini';
import { Brand } from '../domain/brand.ts';
import { BusinessContact, FeatureSwitches, Locale } from '../domain/business.ts';
import { BenefitKind, CreditKind, CreditSource, EntryKind } from '../domain/credit-account.ts';
import { EventType } from '../domain/events.ts';
import {
  BucketId,
  InvoiceId,
  LocationId,
  MemberId,
  MembershipId,
  PlanId,
  ServiceId,
  Slug,
  StaffId,
} from '../domain/ids.ts';
import { PaymentMode } from '../domain/membership.ts';
import { Currency, Money } from '../domain/money.ts';
import { MoveCause } from '../domain/move-cause.ts';
import { Permission, Role } from '../domain/permission.ts';
import { Benefit, PlanTerms, RenewalRule } from '../domain/plan.ts';
import { PendingChange } from '../domain/plan-quote.ts';
import { PlanRules } from '../domain/plan-rules.ts';
import { NextBill, ShownStatus, Usability } from '../domain/standing.ts';
import { Email } from '../domain/text.ts';
import { Instant, Interval, LocalDate, TimeZone } from '../domain/time.ts';
import { PauseView } from './pause-views.ts';

/** What anybody may know about a business: its page, its portal's looks, how to reach it. */
export const BusinessView = z.strictObject({
  slug: Slug,
  name: z.string(),
  locale: Locale,
  /** Days and times are written in it, wherever the reader is. */
  timeZone: TimeZone,
  currency: Currency,
  brand: Brand,
  contact: BusinessContact,
  features: FeatureSwitches,
  /** Its payments account is connected: plans can be joined and paid online. */
  takesCards: z.boolean(),
});
export type BusinessView = z.infer<typeof BusinessView>;

export const ServiceView = z.strictObject({
  serviceId: ServiceId,
  name: z.string(),
  oneVisit: z.string(),
  visits: z.string(),
});
export type ServiceView = z.infer<typeof ServiceView>;

/** A plan as members and visitors see it: nothing internal. */
export const PlanView = z.strictObject({
  planId: PlanId,
  version: z.int(),
  name: z.string(),
  tier: z.string(),
  description: z.optional(z.string()),
  price: Money,
  interval: Interval,
  benefits: z.array(Benefit),
  visitAllowance: z.union([z.int(), z.literal('unlimited')]),
  renewal: RenewalRule,
  passingOn: PlanTerms.shape.passingOn,
  sharing: PlanTerms.shape.sharing,
  enrolmentFee: PlanTerms.shape.enrolmentFee,
  intro: PlanTerms.shape.intro,
  trialDays: PlanTerms.shape.trialDays,
  commitmentPeriods: PlanTerms.shape.commitmentPeriods,
  creditsAfterCancel: PlanTerms.shape.creditsAfterCancel,
  pausesExtendCommitment: PlanTerms.shape.pausesExtendCommitment,
  /** What it means here, as it will be done. */
  rules: PlanRules,
});
export type PlanView = z.infer<typeof PlanView>;

/** A payment that did not come, as everybody concerned may know it. */
export const OpenPayment = z.strictObject({
  invoiceId: InvoiceId,
  amount: Money,
  since: LocalDate,
  /** Why, in a word: what the member can do about it differs. */
  reason: z.enum([
    'declined',
    'new_card_needed',
    'confirmation_needed',
    'no_card',
    'being_checked',
    'provider_trouble',
  ]),
  /** The first day on which benefits rest, while they do not yet. */
  restsFrom: z.optional(LocalDate),
  /** The day after the bill date on which something was last done about it (rule D1); -1 before the first. */
  step: z.int(),
});
export type OpenPayment = z.infer<typeof OpenPayment>;

/** The next charge, exactly as it will be made (000-007; “preview = amount charged”). */
export const UpcomingCharge = z.strictObject({
  on: LocalDate,
  /** Tax included. */
  total: Money,
  tax: Money,
  fromAccountCredit: Money,
  /** What the card, or the desk, gets. */
  amount: Money,
});
export type UpcomingCharge = z.infer<typeof UpcomingCharge>;

/** One membership on a day, ready for words. */
export const MembershipView = z.strictObject({
  membershipId: MembershipId,
  plan: PlanView,
  status: ShownStatus,
  usability: Usability,
  nextBill: NextBill,
  since: LocalDate,
  period: z.strictObject({ start: LocalDate, end: LocalDate }),
  payment: PaymentMode,
  enrolledVia: z.enum(['staff', 'online']),
  /** True while money is being taken or an outcome is being found out. */
  paymentInProgress: z.boolean(),
  open: z.optional(OpenPayment),
  upcoming: z.optional(UpcomingCharge),
  /** Another plan, or another version of it, from a bill date on. */
  pendingChange: z.optional(
    z.strictObject({
      plan: PlanView,
      /** Absent while a pause without an end moves it. */
      effectiveOn: z.optional(LocalDate),
      reason: PendingChange.shape.reason,
    }),
  ),
  /** It stays on its version when others move to a newer one. */
  keepsVersion: z.optional(z.literal(true)),
  committedUntil: z.optional(LocalDate),
  /** The last day, inclusive, of one that was cancelled and still runs; before the first one when it never begins. */
  cancelledFor: z.optional(LocalDate),
  pause: z.optional(PauseView),
  /** The day of the last bill of a fixed term. */
  lastBill: z.optional(LocalDate),
});
export type MembershipView = z.infer<typeof MembershipView>;

export const BucketView = z.strictObject({
  bucketId: BucketId,
  available: z.int(),
  granted: z.int(),
  grantedOn: LocalDate,
  expiresOn: z.optional(LocalDate),
  expiresSoon: z.boolean(),
  source: CreditSource,
  /** What the order of use looks at besides: the place of its benefit in the plan (rule C3). */
  priority: z.optional(z.int()),
});
export type BucketView = z.infer<typeof BucketView>;

/** Credits that can be used for the same services. `available` is exactly the sum of the buckets (000-012). */
export const CreditGroup = z.strictObject({
  kind: CreditKind,
  serviceIds: z.array(ServiceId),
  available: z.int(),
  buckets: z.array(BucketView),
});
export type CreditGroup = z.infer<typeof CreditGroup>;

/** Another client, as colleagues and people who share know them. */
export const PersonName = z.strictObject({ memberId: MemberId, name: z.string() });
export type PersonName = z.infer<typeof PersonName>;

/** Visits of somebody else's membership that a client may use (rule C10). */
export const SharedCredits = z.strictObject({
  membershipId: MembershipId,
  holder: PersonName,
  plan: z.string(),
  usability: Usability,
  /** How many of them this person may still use in the running period; absent = all that are there. */
  left: z.optional(z.int()),
  credits: z.array(CreditGroup),
});
export type SharedCredits = z.infer<typeof SharedCredits>;

/** Who else may use a membership's visits. */
export const Household = z.strictObject({
  membershipId: MembershipId,
  /** How many others the plan allows. */
  most: z.int(),
  unitsPerPeriod: z.optional(z.int()),
  people: z.array(PersonName),
});
export type Household = z.infer<typeof Household>;

/**
 * One line of a credit history. `units`, with its sign, is what it did to the balance: the lines add up to it. `quantity`
 * is how many it speaks of: a visit that was kept for an appointment leaves the balance when it is kept, not when it is used.
 */
export const CreditEntryView = z.strictObject({
  sequence: z.int(),
  kind: EntryKind,
  units: z.int(),
  quantity: z.int(),
  cause: MoveCause,
  creditKind: BenefitKind,
  on: LocalDate,
  at: Instant,
  serviceIds: z.array(ServiceId),
  serviceId: z.optional(ServiceId),
  /** The name of the place where it was used. */
  place: z.optional(z.string()),
  expiresOn: z.optional(LocalDate),
  /** The new last day, when giving back has moved it. */
  extendsTo: z.optional(LocalDate),
  /** The day of the appointment that it is kept for. */
  forDay: z.optional(LocalDate),
  /** First name of whoever used it, when the membership is shared. */
  usedBy: z.optional(z.string()),
  /** Of a discount that was used. */
  percent: z.optional(z.int()),
});
export type CreditEntryView = z.infer<typeof CreditEntryView>;

/** One plus or minus of a number, ready for words. `units` carries its sign and is never zero. */
export const MoveView = z.strictObject({
  on: LocalDate,
  units: z.int(),
  cause: MoveCause,
  serviceId: z.optional(ServiceId),
  place: z.optional(z.string()),
  /** First name of whoever used it, when the membership is shared. */
  usedBy: z.optional(z.string()),
  /** The day of the appointment that it is kept for. */
  forDay: z.optional(LocalDate),
  /** The last day of what came, was given back or expired. */
  until: z.optional(LocalDate),
  plan: z.optional(z.string()),
  /** True of the newest use, if it still stands. */
  latest: z.optional(z.literal(true)),
});
export type MoveView = z.infer<typeof MoveView>;

/**
 * Why a number is what it is. `balance` is exactly the opening and the moves together, and what the credit group of
 * the same services shows. `before` is the first day that is told; absent when everything is.
 */
export const StatementView = z.strictObject({
  kind: CreditKind,
  serviceIds: z.array(ServiceId),
  balance: z.int(),
  opening: z.strictObject({ units: z.int(), before: z.optional(LocalDate) }),
  moves: z.array(MoveView),
});
export type StatementView = z.infer<typeof StatementView>;

/** The same line for staff: with who did it and why. */
export const StaffCreditEntryView = z.strictObject({
  ...CreditEntryView.shape,
  bucketId: BucketId,
  reason: z.string(),
  note: z.optional(z.string()),
  by: z.string(),
  usedAt: z.optional(LocationId),
  undone: z.boolean(),
});
export type StaffCreditEntryView = z.infer<typeof StaffCreditEntryView>;

/** A person's client record among the ones that a login may open. */
export const OwnProfile = z.strictObject({ memberId: MemberId, firstName: z.string(), lastName: z.string() });
export type OwnProfile = z.infer<typeof OwnProfile>;

/** A session just opened or renewed. The refresh token is in a cookie that no script can read. */
export const MemberSession = z.strictObject({
  accessToken: z.string(),
  expiresInSeconds: z.int(),
  email: Email,
  profiles: z.array(OwnProfile),
});
export type MemberSession = z.infer<typeof MemberSession>;

export const StaffSession = z.strictObject({
  accessToken: z.string(),
  expiresInSeconds: z.int(),
  email: Email,
});
export type StaffSession = z.infer<typeof StaffSession>;

export const StaffView = z.strictObject({
  staffId: StaffId,
  name: z.string(),
  email: Email,
  role: Role,
  state: z.enum(['invited', 'active', 'removed']),
});
export type StaffView = z.infer<typeof StaffView>;

/** The signed-in member of staff. */
export const StaffSelf = z.strictObject({ ...StaffView.shape, permissions: z.array(Permission) });
export type StaffSelf = z.infer<typeof StaffSelf>;

/** One line of the audit trail: who did what, when. */
export const AuditLine = z.strictObject({
  eventId: z.string(),
  type: EventType,
  at: Instant,
  by: z.string(),
  requestId: z.string(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** One page of a list; pass `cursor` back for the next one, absent on the last. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({ items: z.array(item), cursor: z.optional(z.string()) });

/** How a page is asked for. */
export const PageQuery = z.strictObject({
  cursor: z.optional(z.string().check(z.maxLength(500))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100))),
});

/** Where a mail goes, for those who may see the address. */
export const MailedTo = z.strictObject({ to: z.optional(z.string()) });
export type MailedTo = z.infer<typeof MailedTo>;

/** A form to send a file with: POST the fields in order, then the file as `file`, to `url`. */
export const UploadForm = z.strictObject({ url: z.string(), fields: z.record(z.string(), z.string()) });
export type UploadForm = z.infer<typeof UploadForm>;
