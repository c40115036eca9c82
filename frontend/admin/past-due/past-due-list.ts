import type { PastDueLine } from '../../../shared/contract/staff-operations.ts';

export const taskFilters = ['all', 'call', 'decide'] as const;
export type TaskFilter = (typeof taskFilters)[number];

/** The oldest first, of equal age the larger amount. */
export const byAge = (a: PastDueLine, b: PastDueLine): number => b.days - a.days || b.amount.amount - a.amount.amount;

/** The lines that wait for a task, sorted by age. */
export const linesFor = (lines: readonly PastDueLine[], filter: TaskFilter): PastDueLine[] =>
  lines.filter(({ task }) => filter === 'all' || task === filter).sort(byAge);

/** How many lines wait for each task. */
export const countsOf = (lines: readonly PastDueLine[]): Readonly<Record<TaskFilter, number>> => ({
  all: lines.length,
  call: linesFor(lines, 'call').length,
  decide: linesFor(lines, 'decide').length,
});
