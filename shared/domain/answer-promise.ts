import * as z from 'zod/mini';
import { addDays, weekdayOf } from './calendar.ts';
import type { LocalDate } from './time.ts';

const Weekday = z.int().check(z.minimum(1), z.maximum(7));

/** Within how many working days the business answers questions, and which weekdays those are: 1 is Monday, 7 Sunday. */
export const AnswerPromise = z.strictObject({
  workingDays: z.int().check(z.minimum(1), z.maximum(10)),
  weekdays: z.array(Weekday).check(
    z.minLength(1),
    z.maxLength(7),
    z.refine((days) => new Set(days).size === days.length, 'each weekday once'),
  ),
});
export type AnswerPromise = z.infer<typeof AnswerPromise>;

export const defaultAnswerPromise: AnswerPromise = { workingDays: 2, weekdays: [1, 2, 3, 4, 5] };

/** The local day by whose end a question of `asked` is answered; the day itself does not count (001-024). */
export function answerBy(asked: LocalDate, { workingDays, weekdays }: AnswerPromise): LocalDate {
  let day = asked;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (weekdays.includes(weekdayOf(day))) left -= 1;
  }
  return day;
}
