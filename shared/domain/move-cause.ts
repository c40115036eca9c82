import * as z from 'zod/mini';
import type { CreditSource, Entry } from './credit-account.ts';
import { overCapCode } from './credit-period.ts';
import { passedOnTakenBack } from './credit-transfer.ts';
import { frozenDaysCode } from './frozen-days.ts';

/** Why what is kept for an appointment is used up although nobody came (rule C7). */
export const ForfeitReason = z.enum(['cancelled_late', 'no_show']);
export type ForfeitReason = z.infer<typeof ForfeitReason>;

/** Why a number that a member sees went up or down. Each has its sentence in every language (002-030, 001-080). */
export const MoveCause = z.enum([
  'came_with_plan',
  'given_by_salon',
  'brought_over',
  'used',
  'given_back',
  'expired',
  'reviewed',
  'refunded',
  'payment_reversed',
  'on_hold',
  'usable_again',
  'rests',
  'resumed',
  'held',
  'released',
  ...ForfeitReason.options,
  'over_cap',
  'passed_on',
  'received',
  'taken_back',
  'came_back',
  'corrected',
  'days_back',
  'benefit_used',
  'use_withdrawn',
]);
export type MoveCause = z.infer<typeof MoveCause>;

const isForfeit = (code: string): code is ForfeitReason => ForfeitReason.options.some((reason) => reason === code);

type Told = Pick<Entry, 'kind' | 'reason' | 'opens'>;

/** What an entry is called. Every kind must be told: a new one does not compile before it has its cause. */
export function causeOf({ kind, reason: { code }, opens }: Told): MoveCause {
  switch (kind) {
    case 'GRANT':
      return code === 'moved_from_old_system' ? 'brought_over' : arrivalOf(opens?.source);
    case 'CONSUME':
      return isForfeit(code) ? code : 'used';
    case 'RESTORE':
      return code === frozenDaysCode ? 'days_back' : 'given_back';
    case 'EXPIRE':
      return code === overCapCode ? 'over_cap' : 'expired';
    case 'ADJUST':
      if (code === 'refunded') return 'refunded';
      return code === 'dispute_lost' ? 'payment_reversed' : 'reviewed';
    case 'FREEZE':
      return code === 'paused' ? 'rests' : 'on_hold';
    case 'UNFREEZE':
      if (code === 'resumed') return 'resumed';
      return code === frozenDaysCode ? 'days_back' : 'usable_again';
    case 'HOLD':
      return 'held';
    case 'RELEASE':
      return 'released';
    case 'TRANSFER_OUT':
      return code === passedOnTakenBack ? 'taken_back' : 'passed_on';
    case 'TRANSFER_IN':
      return code === passedOnTakenBack ? 'came_back' : 'received';
    case 'CORRECT':
      return 'corrected';
    case 'USE':
      return 'benefit_used';
    case 'UNUSE':
      return 'use_withdrawn';
    default:
      return kind satisfies never;
  }
}

/** How credits came, by where they come from: what is said of a grant whose own entry is not at hand. */
export function arrivalOf(source: CreditSource | undefined): MoveCause {
  switch (source?.kind) {
    case 'membership':
      return 'came_with_plan';
    case 'client':
      return 'received';
    case 'staff':
    case undefined:
      return 'given_by_salon';
    default:
      return source satisfies never;
  }
}
