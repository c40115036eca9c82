import type { BucketView, CreditGroup, MembershipView } from '../../../shared/contract/views.ts';
import type { NextBill } from '../../../shared/domain/standing.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import { canUseSome } from '../../common/benefits-left.ts';
import type { Wording } from '../wording/wording.ts';

/** The date in a next bill, whatever it stands for. */
const dateOf = (bill: NextBill): LocalDate | undefined =>
  'date' in bill ? bill.date : 'lastDay' in bill ? bill.lastDay : undefined;

/** The next bill date, or in words why there is none (000-011). */
export function billDateWords(
  bill: NextBill,
  write: (date: LocalDate) => string,
  words: Wording['profile']['bill'],
): string {
  const date = dateOf(bill);
  return words[bill.kind](date === undefined ? '' : write(date));
}

/** The status in a word or two: of one that is paused and cancelled, both. */
export const statusWords = (
  { status, cancelledFor }: Pick<MembershipView, 'status' | 'cancelledFor'>,
  words: Wording['profile'],
): string => (status === 'paused' && cancelledFor !== undefined ? words.pausedAndCancelled : words.status[status]);

/** The next bill as clients ask for it: in a pause that has an end, the one after it and not its last day. */
export const billAhead = ({ nextBill, upcoming }: Pick<MembershipView, 'nextBill' | 'upcoming'>): NextBill =>
  nextBill.kind === 'paused_until' && upcoming !== undefined ? { kind: 'on', date: upcoming.on } : nextBill;

/** The sentence for “When is my next bill?” (000-046). */
export function sayBill(bill: NextBill, write: (date: LocalDate) => string, words: Wording['profile']): string {
  switch (bill.kind) {
    case 'on':
      return words.sayBill(write(bill.date));
    case 'due_since':
      return words.sayBillDue(write(bill.date));
    case 'paused_until':
      return words.sayBillPausedUntil(write(bill.date));
    case 'paused':
      return words.sayBillPaused;
    case 'ends_on':
      return words.sayBillEnds(write(bill.lastDay));
    case 'ended_on':
      return words.sayBillEnded(write(bill.lastDay));
    case 'awaiting_first_payment':
      return words.sayBillFirst;
    default:
      return bill satisfies never;
  }
}

/** The sentence for “Can I use my membership today?”. */
export function sayUse(membership: MembershipView, credits: readonly CreditGroup[], words: Wording['profile']): string {
  const { plan, status, usability } = membership;
  if (usability === 'over') {
    return (credits.some(({ available }) => available > 0) ? words.sayOverLeft : words.sayOver)(plan.name);
  }
  if (usability !== 'usable') return words.sayNotUsable(plan.name, statusWords(membership, words));
  if (status !== 'past_due') return words.sayUsable(plan.name);
  return canUseSome(membership, credits) ? words.sayDue(plan.name) : words.sayDueNothingLeft(plan.name);
}

/** The credits that can be used with a membership: its own, and those that came otherwise. */
export const creditsFor = (
  { membershipId }: Pick<MembershipView, 'membershipId'>,
  groups: readonly CreditGroup[],
): CreditGroup[] =>
  groups.map((group) => {
    const buckets = group.buckets.filter(
      ({ source }) => source.kind !== 'membership' || source.membershipId === membershipId,
    );
    return { ...group, buckets, available: buckets.reduce((sum, { available }) => sum + available, 0) };
  });

/** Usable credits by their last day, soonest first: what “X credits expiring on [date]” is said of (000-045). */
export function creditsByDay(groups: readonly CreditGroup[]) {
  return groups
    .flatMap((group) => group.buckets.map((bucket: BucketView) => ({ group, bucket })))
    .filter(({ bucket }) => bucket.available > 0)
    .sort((a, b) => (a.bucket.expiresOn ?? '9999').localeCompare(b.bucket.expiresOn ?? '9999'));
}

/** The memberships that questions are about: all that run, a usable one first; else the one that ended last. */
export function toldOf(memberships: readonly MembershipView[]): MembershipView[] {
  const first = leading(memberships);
  if (first === undefined) return [];
  return [first, ...memberships.filter((other) => other !== first && other.usability !== 'over')];
}

/** Sentences about each of several, with whose they are; about one, as they are. */
export const perPlan = (
  told: readonly MembershipView[],
  say: (membership: MembershipView) => readonly string[],
  named: (plan: string, sentence: string) => string,
): string[] =>
  told.flatMap((membership) =>
    say(membership).map((sentence) => (told.length === 1 ? sentence : named(membership.plan.name, sentence))),
  );

/** The membership that comes first: a usable one, then one that is not over. */
export const leading = (memberships: readonly MembershipView[]): MembershipView | undefined =>
  memberships.find(({ usability }) => usability === 'usable') ??
  memberships.find(({ usability }) => usability !== 'over') ??
  memberships[0];
