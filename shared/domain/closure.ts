import * as z from 'zod/mini';
import { addDays, daysBetween } from './calendar.ts';
import { StaffId } from './ids.ts';
import { firstDayWithout, isOver, isTrial, type Membership } from './membership.ts';
import { agreeOnPause, type PauseContext } from './pause.ts';
import { Refusal, type RefusalCode, refuseUnless } from './refusal.ts';
import { Instant, LocalDate } from './time.ts';

/** Why a membership is not paused while its salon is closed. */
export const ClosureExclusion = z.enum(['payment_open', 'own_pause', 'cancelled', 'not_begun', 'trial', 'busy']);
export type ClosureExclusion = z.infer<typeof ClosureExclusion>;

const Count = z.int().check(z.minimum(0));
/** What going through everybody has come to. */
export const ClosureCount = z.strictObject({
  /** Clients that were looked at, with or without a membership. */
  clients: Count,
  /** Memberships that are paused by it; of one that is being undone, those that are not any more. */
  done: Count,
  /** What is not named is nobody. */
  excluded: z.partialRecord(ClosureExclusion, Count),
});
export type ClosureCount = z.infer<typeof ClosureCount>;

export const nobodyYet: ClosureCount = {
  clients: 0,
  done: 0,
  excluded: {},
};

/**
 * The salon is closed on the days `[from, until)`, so every membership pauses on them: bill dates move, credits rest,
 * without a fee and outside all limits (rule P10). Everybody is gone through when it is planned and once more on its
 * first day, for those who joined or paid meanwhile; until then it can be undone.
 */
export const Closure = z.strictObject({
  from: LocalDate,
  until: LocalDate,
  plannedAt: Instant,
  plannedBy: StaffId,
  /** Clients that the dry run has looked at: how far the work is, is said against them. */
  expected: Count,
  /** `planned`: gone through once; `set`: for the last time. */
  state: z.enum(['pausing', 'planned', 'pausing_again', 'set', 'undoing', 'undone']),
  count: ClosureCount,
});
export type Closure = z.infer<typeof Closure>;

/** How far ahead a closure may begin, and how long it may be. */
export const latestClosureDays = 366;

/** Refuses `closure_days_out_of_range` (details: `earliest`, `latest` first day). */
export function refuseClosureDays({ from, lastDay }: { from: LocalDate; lastDay: LocalDate }, today: LocalDate): void {
  const latest = addDays(today, latestClosureDays);
  const isLong = lastDay < from || daysBetween(from, lastDay) >= latestClosureDays;
  refuseUnless(from >= today && from <= latest && !isLong, 'closure_days_out_of_range', { earliest: today, latest });
}

/** True once another closure can be planned. */
export const isClosureOver = ({ state, until }: Closure, today: LocalDate): boolean =>
  state === 'undone' || until <= today;

/** Refuses `closure_has_begun` from its first day on. */
export function undoClosure({ from }: Pick<Closure, 'from'>, today: LocalDate): Pick<Closure, 'state' | 'count'> {
  refuseUnless(from > today, 'closure_has_begun');
  return { state: 'undoing', count: nobodyYet };
}

/** What a closure does to one membership. `none`: it is over, or ends before the closure. */
export type Closing =
  | { readonly kind: 'pauses'; readonly membership: Membership }
  | { readonly kind: 'is_paused' }
  | { readonly kind: 'excluded'; readonly why: ClosureExclusion }
  | { readonly kind: 'none' };

const exclusions: Readonly<Partial<Record<RefusalCode, ClosureExclusion>>> = {
  pause_payment_open: 'payment_open',
  already_paused: 'own_pause',
  pause_cancel_pending: 'cancelled',
  pause_not_yet: 'not_begun',
  payment_in_progress: 'busy',
  try_again_later: 'busy',
};

/** Of several reasons the one that says what to do: a pause says nothing of one that ends, nor “later” of a running trial. */
function exclusionOf(membership: Membership, code: RefusalCode, today: LocalDate): ClosureExclusion | undefined {
  const why = exclusions[code];
  if (why === 'own_pause' && membership.cancelOn !== undefined) return 'cancelled';
  if (why === 'not_begun' && isTrial(membership) && membership.period.start <= today) return 'trial';
  return why;
}

/** True of the pause that a closure has made. */
export const isOfClosure = ({ pause }: Pick<Membership, 'pause'>, { until }: Pick<Closure, 'until'>): boolean =>
  pause?.by === 'closure' && pause.until === until;

/**
 * The membership that was cancelled while this closure was to come, without the pause which taking that back would bring;
 * undefined when it has none.
 */
export function withoutPutOff(membership: Membership, closure: Pick<Closure, 'until'>): Membership | undefined {
  const { putOffPause, ...rest } = membership;
  return putOffPause !== undefined && isOfClosure({ pause: putOffPause }, closure) ? rest : undefined;
}

/** Decides on one membership: shift and frozen, whatever the business's own pauses do (rule P10). */
export function closeFor(
  membership: Membership,
  closure: Pick<Closure, 'from' | 'until'>,
  context: PauseContext,
): Closing {
  const { today } = context;
  if (isOfClosure(membership, closure)) return { kind: 'is_paused' };
  // A first day that went by without the job is not paused afterwards: it may have been billed.
  const from = closure.from > today ? closure.from : today;
  const end = firstDayWithout(membership);
  if (isOver(membership, today) || from >= closure.until || (end !== undefined && end <= from)) return { kind: 'none' };
  const lastDay = addDays(closure.until, -1);
  try {
    const asked = { from, lastDay, dates: 'shift', benefits: 'frozen', by: 'closure', beyondLimits: true } as const;
    return { kind: 'pauses', membership: agreeOnPause(membership, asked, context) };
  } catch (error) {
    const why = error instanceof Refusal ? exclusionOf(membership, error.code, today) : undefined;
    if (why === undefined) throw error;
    return { kind: 'excluded', why };
  }
}

/** The sum of what two parts have come to. */
export const addCounts = (a: ClosureCount, b: ClosureCount): ClosureCount => ({
  clients: a.clients + b.clients,
  done: a.done + b.done,
  excluded: Object.fromEntries(
    ClosureExclusion.options
      .map((why) => [why, (a.excluded[why] ?? 0) + (b.excluded[why] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  ),
});
