import type { NoteworthyBill } from '../domain/billing-notice.ts';
import type { PauseBenefits, PauseDates, PauseFee } from '../domain/pause-terms.ts';
import type { CreditsAfterCancel, PlanTerms } from '../domain/plan.ts';
import type { PlanRules } from '../domain/plan-rules.ts';
import type { Interval } from '../domain/time.ts';

/** What a part of a plan’s terms is about, in the order in which people ask. */
export type TermsTopic = 'price' | 'benefits' | 'others' | 'pause' | 'ending' | 'unpaid' | 'refunds';

/** Equal payments in a row, the amount as written. */
export interface SaidPayments {
  readonly count: number;
  readonly amount: string;
}

/** The rules of a membership beyond its plan’s own: no legal look (001-079). */
export interface TermsWords {
  readonly heading: Readonly<Record<TermsTopic, string>>;
  /** Beneath what is shown folded. */
  readonly all: string;
  readonly term: (groups: readonly SaidPayments[], count: number, total: string, lastOn: string | undefined) => string;
  readonly announced: Readonly<Record<NoteworthyBill, (days: readonly number[]) => string>>;
  readonly undoCancellation: string;
  /** A card that is declined, and everything that follows. */
  readonly declined: (triesAfterDays: readonly number[]) => string;
  /** A bill that nobody paid at the salon. */
  readonly unpaidAtDesk: (usableDays: number) => string;
  readonly usableWhileUnpaid: (days: number) => string;
  readonly noSecondBill: string;
  readonly endsUnpaid: (days: number) => string;
  readonly cancellingVoids: string;
  /** What ran out, or every last day when the clock stops, comes later by the days of rest; so many at most. */
  readonly givenBack: Readonly<Record<'ranOut' | 'all', (days: number) => string>>;
  readonly restored: (days: number) => string;
  readonly sharing: (rule: NonNullable<PlanTerms['sharing']>, interval: Interval) => string;
  readonly passingOn: (units: number, interval: Interval, takeBackHours: number) => string;
  readonly pause: (rules: Pick<PlanRules['pause'], 'byMember' | 'minDays' | 'maxDays' | 'perYear'>) => string;
  readonly pauseDates: Readonly<Record<PauseDates, string>>;
  readonly pauseBenefits: Readonly<Record<PauseBenefits, string>>;
  readonly pauseFee: Readonly<Record<PauseFee['per'], (amount: string) => string>>;
  /** What was agreed at least, and the end of a term: longer by a pause, or not. */
  readonly lengthensAgreed: Readonly<Record<'yes' | 'no', string>>;
  readonly lengthensTerm: Readonly<Record<'yes' | 'no', string>>;
  /** Of what is left when somebody cancels. */
  readonly afterCancel: (rule: CreditsAfterCancel) => string;
  readonly refund: string;
  readonly refundUsed: string;
}
