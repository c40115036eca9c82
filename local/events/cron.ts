const minute = 60_000;
const day = 24 * 60 * minute;

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The instants of a schedule in (from, to], at most the last `limit` of them, in order. Milliseconds since 1970. */
export type DueBetween = (from: number, to: number, limit: number) => number[];

/**
 * Compiles AWS's six-field cron (minutes hours day-of-month month day-of-week year, in UTC; days of the week count from
 * SUN=1). Throws a ValidationException-like Error where AWS refuses the expression.
 */
export function compileCron(fields: string): DueBetween {
  const [minuteField, hourField, dateField, monthField, weekdayField, yearField, extra] = fields.trim().split(/\s+/);
  if (!minuteField || !hourField || !dateField || !monthField || !weekdayField || !yearField || extra) {
    throw invalid(`cron(${fields})`);
  }
  if ((dateField === '?') === (weekdayField === '?')) throw invalid(`cron(${fields})`);
  const minutes = [...numbers(minuteField, 0, 59)].sort(descending);
  const hours = [...numbers(hourField, 0, 23)].sort(descending);
  const months = numbers(named(monthField, monthNames), 1, 12);
  const years = numbers(yearField, 1970, 2199);
  const onDay = dateField === '?' ? weekdayTest(named(weekdayField, dayNames)) : dateTest(dateField);

  return (from, to, limit) => {
    const due: number[] = [];
    for (let start = to - (to % day); start + day > from && due.length < limit; start -= day) {
      const date = new Date(start);
      if (!years.has(date.getUTCFullYear()) || !months.has(date.getUTCMonth() + 1) || !onDay(date)) continue;
      for (const hour of hours) {
        for (const each of minutes) {
          const instant = start + (hour * 60 + each) * minute;
          if (instant > from && instant <= to && due.length < limit) due.push(instant);
        }
      }
    }
    return due.reverse();
  };
}

/** The error AWS gives for a schedule expression it cannot read. */
export function invalid(expression: string): Error {
  return new Error(`ValidationException: Parameter ScheduleExpression is not valid: ${expression}`);
}

const descending = (a: number, b: number) => b - a;

function named(field: string, names: readonly string[]): string {
  return field.replace(/[A-Z]{3}/gi, (name) => {
    const index = names.indexOf(name.toUpperCase());
    return index < 0 ? name : String(index + 1);
  });
}

/** The numbers a field names: `*`, `5`, `1-5`, `1,15`, a step as in `0/15`. */
function numbers(field: string, lowest: number, highest: number): Set<number> {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const [, first, last] = range === '*' ? ['', lowest, highest] : (/^(\d+)(?:-(\d+))?$/.exec(range) ?? []);
    const start = Number(first ?? Number.NaN);
    const end = last === undefined ? (step ? highest : start) : Number(last);
    const stride = Number(step ?? 1);
    if (!(start >= lowest && end <= highest && start <= end && stride >= 1)) throw invalid(field);
    for (let value = start; value <= end; value += stride) found.add(value);
  }
  return found;
}

type DayTest = (date: Date) => boolean;

function dateTest(field: string): DayTest {
  if (field === 'L') return (date) => date.getUTCDate() === lastDateOf(date);
  const nearest = /^(\d+|L)W$/.exec(field)?.[1];
  if (nearest) return (date) => date.getUTCDate() === nearestWeekday(date, nearest === 'L' ? 31 : Number(nearest));
  const dates = numbers(field, 1, 31);
  return (date) => dates.has(date.getUTCDate());
}

function weekdayTest(field: string): DayTest {
  if (field === 'L') return (date) => date.getUTCDay() === 6;
  const [, weekday, ordinal] = /^([1-7])(?:L|#([1-5]))$/.exec(field) ?? [];
  if (weekday === undefined) {
    const weekdays = numbers(field, 1, 7);
    return (date) => weekdays.has(date.getUTCDay() + 1);
  }
  return (date) => {
    if (date.getUTCDay() + 1 !== Number(weekday)) return false;
    const dayOfMonth = date.getUTCDate();
    return ordinal ? Math.ceil(dayOfMonth / 7) === Number(ordinal) : dayOfMonth + 7 > lastDateOf(date);
  };
}

function lastDateOf(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The working day next to a date without leaving its month: Saturday moves back, Sunday forward. */
function nearestWeekday(month: Date, date: number): number {
  const last = lastDateOf(month);
  const wanted = Math.min(date, last);
  const weekday = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), wanted)).getUTCDay();
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 0) return wanted === last ? wanted - 2 : wanted + 1;
  return wanted;
}
