import type { MembershipView } from '../../../shared/contract/views.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import { isRefusal } from '../../common/error-words.ts';
import { lastDayOf, type PauseLength, pauseLengths } from '../../common/pause-length.ts';

/** Where pausing is offered; whatever else stands in its way, the preview says. */
export const isPausable = ({ status, pause, open }: Pick<MembershipView, 'status' | 'pause' | 'open'>): boolean =>
  pause === undefined && open === undefined && (status === 'active' || status === 'renewal_pending');

/** How long, as it stands in the form. */
export type LengthChoice = PauseLength | 'day' | 'open';
export const lengthChoices = [...pauseLengths, 'day', 'open'] as const satisfies readonly LengthChoice[];

/** The end that a choice means; undefined while a day is still to be chosen. */
export function endOf(
  choice: LengthChoice | undefined,
  { from, day, maxDays }: { readonly from: LocalDate; readonly day: string; readonly maxDays: number },
): { readonly kind: 'open' } | { readonly kind: 'last_day'; readonly lastDay: LocalDate } | undefined {
  switch (choice) {
    case undefined:
      return undefined;
    case 'open':
      return { kind: 'open' };
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { kind: 'last_day', lastDay: day } : undefined;
    default:
      return { kind: 'last_day', lastDay: lastDayOf(choice, from, { maxDays }) };
  }
}

/** A limit of the business, which somebody who may can go beyond (rule P5). */
export const isLimit = (error: unknown): boolean =>
  (['pause_too_short', 'pause_too_long', 'pause_too_often'] as const).some((code) => isRefusal(error, code));
