import type { LocalDate } from '../../../shared/domain/time.ts';
import type { Wording } from '../wording/wording.ts';
import type { EnrolmentPreview } from './preview.ts';

/** What a start date means: today, with free days first, brought over from before, or later. */
export function startWords(
  { freeUntil, bill }: Pick<EnrolmentPreview, 'freeUntil' | 'bill'>,
  startsOn: LocalDate,
  today: LocalDate,
  { plans }: Wording,
  write: (date: LocalDate) => string,
): string {
  if (freeUntil !== undefined && startsOn <= today && bill) return plans.startsWithTrial(write(bill.on));
  if (startsOn === today) return plans.startsToday;
  return (startsOn < today ? plans.startsPast : plans.startsFuture)(write(startsOn));
}
