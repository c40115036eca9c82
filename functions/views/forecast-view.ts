import type { ForecastView, LossView } from '../../shared/contract/forecast-views.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { type Bucket, isExpired } from '../../shared/domain/credit-account.ts';
import { byUse } from '../../shared/domain/credit-use.ts';
import { type ForecastStart, forecastCredits, forecastDays } from '../../shared/domain/loss-forecast.ts';
import { groupKeyOf } from '../../shared/domain/statement-moves.ts';

/** What becomes of the credits of today. Those that come later are left out: nobody has them yet. */
export function forecastView(start: ForecastStart): ForecastView {
  const { account, today } = start;
  const until = addDays(today, forecastDays);
  const there = account.buckets.filter((bucket) => bucket.available > 0 && !isExpired(bucket, today)).sort(byUse);
  const { losses, account: later } = forecastCredits(start, until, new Set(there.map(({ bucketId }) => bucketId)));
  const ours = losses.flatMap(({ bucketId, units, lastDay, cause }): LossView[] => {
    const bucket = there.find((candidate) => candidate.bucketId === bucketId);
    return bucket === undefined ? [] : [{ ...what(bucket), units, lastDay, cause }];
  });
  const lasting = there.flatMap((bucket) => {
    const units = later.buckets.find(({ bucketId }) => bucketId === bucket.bucketId)?.available ?? 0;
    return units === 0 ? [] : [{ ...what(bucket), units }];
  });
  return {
    today,
    until,
    losses: together(ours, ({ lastDay, cause }) => `${lastDay} ${cause}`),
    lasting: together(lasting, () => ''),
  };
}

const what = ({ kind, serviceIds }: Bucket) => ({ kind, serviceIds: [...serviceIds] });

/** Equal credits that go on the same day for the same reason, as one. */
function together<Part extends Pick<LossView, 'kind' | 'serviceIds' | 'units'>>(
  parts: readonly Part[],
  apart: (part: Part) => string,
): Part[] {
  const sums = new Map<string, Part>();
  for (const part of parts) {
    const key = `${groupKeyOf(part)} ${apart(part)}`;
    sums.set(key, { ...part, units: part.units + (sums.get(key)?.units ?? 0) });
  }
  return [...sums.values()];
}
