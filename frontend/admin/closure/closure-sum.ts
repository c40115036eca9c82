import type { ClosurePreview } from '../../../shared/contract/staff/closure-operations.ts';
import { addCounts } from '../../../shared/domain/closure.ts';

/** Examples that are shown: enough to see what the days mean, few enough to read. */
const mostSamples = 3;

/** Two parts of the dry run as one. */
export function addParts(sum: ClosurePreview | undefined, part: ClosurePreview): ClosurePreview {
  if (sum === undefined) return part;
  const { next: _, ...rest } = sum;
  const { amount, currency } = sum.moved.total;
  return {
    ...rest,
    count: addCounts(sum.count, part.count),
    moved: {
      bills: sum.moved.bills + part.moved.bills,
      total: { amount: amount + part.moved.total.amount, currency },
    },
    visits: sum.visits + part.visits,
    samples: [...sum.samples, ...part.samples]
      .sort((a, b) => Number(moves(b)) - Number(moves(a)))
      .slice(0, mostSamples),
    excluded: [...sum.excluded, ...part.excluded],
    ...(part.next === undefined ? {} : { next: part.next }),
  };
}

export const moves = ({ bill }: ClosurePreview['samples'][number]): boolean =>
  bill !== undefined && bill.after !== bill.before;
