import type { PauseDays, PauseView } from '../../shared/contract/pause-views.ts';
import { goesOn } from '../../shared/domain/billing-schedule.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { isPauseOver } from '../../shared/domain/pause.ts';
import { feeOf } from '../../shared/domain/pause-schedule.ts';
import type { Pause } from '../../shared/domain/pause-terms.ts';
import { lineOf } from '../../shared/domain/period-invoice.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Configuration } from '../store/configuration.ts';
import { taxAt } from './tax-at.ts';

/** The days of a pause, the last one inclusive. */
export const pauseDays = ({ from, until }: Pick<Pause, 'from' | 'until'>): PauseDays => ({
  from,
  ...(until === undefined ? {} : { lastDay: addDays(until, -1) }),
});

/** The pause that is to come or runs; one that is over is none. */
export function pauseView(
  membership: Membership,
  plan: PlanVersion,
  configuration: Configuration,
  today: LocalDate,
): PauseView | undefined {
  const { pause } = membership;
  if (pause === undefined || isPauseOver(membership, today)) return undefined;
  const { until, dates, benefits, by } = pause;
  // A fee stands on the bill after the pause: where none will come, there is none.
  const isBilled = until === undefined || goesOn(membership, today);
  const fee = isBilled ? feeView(membership, plan, configuration) : undefined;
  return {
    ...pauseDays(pause),
    dates,
    benefits,
    by,
    ...(fee === undefined ? {} : { fee }),
  };
}

function feeView(membership: Membership, plan: PlanVersion, configuration: Configuration): PauseView['fee'] {
  const { pause, locationId } = membership;
  if (pause?.fee === undefined) return undefined;
  const { until, fee } = pause;
  const { currency } = configuration.business.value;
  const tax = taxAt(configuration, locationId);
  const withTax = (amount: number) => ({
    amount: lineOf({ kind: 'pause_fee', plan: plan.name }, amount, tax).gross,
    currency,
  });
  const total = until === undefined ? undefined : withTax(feeOf(membership, { ...pause, until }));
  return { each: withTax(fee.amount), per: fee.per, ...(total === undefined ? {} : { total }) };
}
