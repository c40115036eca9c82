import * as z from 'zod/mini';
import { Refusal, type RefusalCode, refusalCodes } from './refusal.ts';

/** The eight states of rule 2. `cancelled` and `expired` are final: coming back is a new membership. */
export const MembershipStatus = z.enum([
  'incomplete',
  'scheduled',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'cancelled',
  'expired',
]);
export type MembershipStatus = z.infer<typeof MembershipStatus>;

/** Where a membership begins: waiting for its first payment, or for its first day, which may be today. */
export const startingStates = ['incomplete', 'scheduled'] as const satisfies readonly MembershipStatus[];
export const finalStates = ['cancelled', 'expired'] as const satisfies readonly MembershipStatus[];

export const isFinal = (status: MembershipStatus): boolean => finalStates.some((final) => final === status);

type Cell = MembershipStatus | RefusalCode;
type Cells = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

// Short names for the codes that many cells share.
const stale = 'conflicting_change';
const over = 'membership_not_running';
const ended = 'cannot_be_cancelled';
const rests = 'membership_paused';

/**
 * Rule 2 as one table: a row for each event, a column for each state in the order of `MembershipStatus`. A cell is the
 * state that follows, or the code with which the event is refused. Facts come first, then what people ask for. Dates,
 * amounts and open invoices are looked at by whoever decides; whether it may happen at all in this state is said here.
 */
// biome-ignore format: a table is read by its columns
export const lifecycle = {
  //                      incomplete       scheduled        active        past_due              unpaid                paused            cancelled    expired
  /** Its first day has come. */
  first_day:             [stale,           'active',        stale,        stale,                stale,                stale,            over,        over],
  /** The first payment did not come in its time. */
  first_payment_missing: ['cancelled',     stale,           stale,        stale,                stale,                stale,            over,        over],
  /** Money is taken without anybody asking for it: a renewal, or a day of the retry schedule. */
  charge_due:            [over,            'not_due_yet',   'active',     'past_due',           'unpaid',             rests,            over,        over],
  /** Money came. What comes before the first day changes nothing; what comes late brings nobody back. */
  payment_succeeded:     ['active',        'scheduled',     'active',     'active',             'active',             'paused',         'cancelled', 'expired'],
  /** A day of the retry schedule went by without money. */
  payment_failed:        ['incomplete',    'incomplete',    'past_due',   'past_due',           'unpaid',             'paused',         'cancelled', 'expired'],
  /** The payment provider failed, which is nobody's no (rule D3). */
  provider_failed:       ['incomplete',    'scheduled',     'active',     'past_due',           'unpaid',             'paused',         'cancelled', 'expired'],
  /** The last day of the retry schedule went by without money. */
  tries_used_up:         ['incomplete',    'incomplete',    'unpaid',     'unpaid',             'unpaid',             'paused',         'cancelled', 'expired'],
  /** Nobody paid to the end, and nobody decided otherwise (rules D1, D7). */
  left_unpaid:           ['cancelled',     'cancelled',     'cancelled',  'cancelled',          'cancelled',          rests,            over,        over],
  /** Staff gave up what was open. */
  invoice_written_off:   [stale,           stale,           'active',     'active',             'active',             'paused',         'cancelled', 'expired'],
  /** The first day of a pause has come. */
  pause_begins:          ['pause_not_yet', 'pause_not_yet', 'paused',     'pause_payment_open', 'pause_payment_open', 'already_paused', over,        over],
  /** The first day after a pause has come, or somebody resumes it earlier. */
  pause_ends:            ['not_paused',    'not_paused',    'not_paused', 'not_paused',         'not_paused',         'active',         over,        over],
  /** The day has come for which it was cancelled. */
  cancellation_due:      ['cancelled',     'cancelled',     'cancelled',  'cancelled',          'cancelled',          'cancelled',      over,        over],
  /** The last day of its term is over. */
  term_ended:            ['cancelled',     stale,           'expired',    'cancelled',          'cancelled',          'expired',        over,        over],

  /** Somebody pays what is open, or lets a card be tried at it. */
  pay_open_invoice:      ['incomplete',    'not_due_yet',   'active',     'past_due',           'unpaid',             'paused',         over,        over],
  /** The next period is paid at the desk. What is open is paid as such first. */
  renew_at_desk:         [over,            over,            'active',     over,                 over,                 rests,            over,        over],
  /** A pause is agreed on, for today or for a day to come. */
  pause:                 ['pause_not_yet', 'pause_not_yet', 'active',     'pause_payment_open', 'pause_payment_open', 'already_paused', over,        over],
  /** A pause that runs gets another last day. */
  change_pause:          ['not_paused',    'not_paused',    'not_paused', 'not_paused',         'not_paused',         'paused',         over,        over],
  cancel_now:            ['cancelled',     'cancelled',     'cancelled',  'cancelled',          'cancelled',          'cancelled',      ended,       ended],
  /** Cancelled for the end of what is paid; while a payment is open nothing is, so it ends at once (rule D7). */
  cancel_later:          ['incomplete',    'scheduled',     'active',     'cancelled',          'cancelled',          'paused',         ended,       ended],
  undo_cancellation:     ['incomplete',    'scheduled',     'active',     'past_due',           'unpaid',             'paused',         ended,       ended],
  change_plan_now:       [over,            over,            'active',     over,                 over,                 rests,            over,        over],
  /** Another plan from the next bill on. While paused nobody knows that day for sure: it waits for the end of the pause (rule P8). */
  change_plan_later:     [over,            over,            'active',     over,                 over,                 rests,            over,        over],
} as const satisfies Readonly<Record<string, Cells>>;

export type LifecycleEvent = keyof typeof lifecycle;
export const lifecycleEvents = Object.keys(lifecycle) as readonly LifecycleEvent[];

const refusals: ReadonlySet<string> = new Set(refusalCodes);

/** What the table says of an event in a state. */
export function cellOf(
  from: MembershipStatus,
  event: LifecycleEvent,
): { readonly to: MembershipStatus } | { readonly refused: RefusalCode } {
  const cells: Cells = lifecycle[event];
  const cell = cells[MembershipStatus.options.indexOf(from)] as Cell;
  return refusals.has(cell) ? { refused: cell as RefusalCode } : { to: cell as MembershipStatus };
}

export const mayHappen = (from: MembershipStatus, event: LifecycleEvent): boolean => 'to' in cellOf(from, event);

/** The state after an event. Refuses with the code that the table names. */
export function statusAfter(from: MembershipStatus, event: LifecycleEvent): MembershipStatus {
  const cell = cellOf(from, event);
  if ('refused' in cell) throw new Refusal(cell.refused);
  return cell.to;
}
