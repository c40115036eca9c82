import type { Currency } from '../../../shared/domain/money.ts';
import { type CountedBenefit, unitsOf } from '../../../shared/domain/plan.ts';
import { oldestAgePeriods, type Rollover } from '../../../shared/domain/rollover.ts';
import { amountForTyping } from '../../common/amounts.ts';
import { readUnits, readWhole } from '../credits/units.ts';

/** How unused units are kept, as typed; an empty field is no limit. */
export interface RolloverDraft {
  /** Periods for which they can be used after their own. */
  readonly periods: string;
  /** Units in all: visits, or an amount. */
  readonly most: string;
  /** Percent of what a period gives. */
  readonly share: string;
}

export const usualRollover: RolloverDraft = { periods: '1', most: '', share: '' };

/** Least and most of each number. */
export const rolloverRanges = { periods: [1, oldestAgePeriods], share: [1, 99] } as const;

export function rolloverDraftOf({ kind, rollover, ...benefit }: CountedBenefit, locale: string) {
  if (rollover === undefined) return undefined;
  const typed = (value: number | undefined) => (value === undefined ? '' : String(value));
  const { maxBalance } = rollover;
  const isMoney = kind === 'allowance' && 'value' in benefit;
  return {
    periods: typed(rollover.maxAgePeriods),
    most:
      isMoney && maxBalance !== undefined
        ? amountForTyping({ ...benefit.value, amount: maxBalance }, locale)
        : typed(maxBalance),
    share: typed(rollover.maxPercent),
  };
}

/** The terms that were typed for a benefit, and which fields cannot be read: what is kept in all is a period’s at least. */
export function readRollover(
  draft: RolloverDraft,
  benefit: CountedBenefit,
  currency: Currency,
): { readonly rollover: Rollover; readonly problems: ReadonlySet<keyof RolloverDraft> } {
  const problems = new Set<keyof RolloverDraft>();
  function read(name: keyof RolloverDraft, reader: (typed: string) => number | undefined): number | undefined {
    if (draft[name].trim() === '') return undefined;
    const value = reader(draft[name]);
    if (value === undefined) problems.add(name);
    return value;
  }
  const whole = (name: keyof typeof rolloverRanges) => {
    const [least, most] = rolloverRanges[name];
    return read(name, (typed) => readWhole(typed, least, most));
  };
  const maxAgePeriods = whole('periods');
  const maxPercent = whole('share');
  const maxBalance = read('most', (typed) => {
    const units = readUnits(typed, benefit.kind, currency);
    return units !== undefined && units >= unitsOf(benefit) ? units : undefined;
  });
  return {
    problems,
    rollover: {
      ...(maxAgePeriods === undefined ? {} : { maxAgePeriods }),
      ...(maxBalance === undefined ? {} : { maxBalance }),
      ...(maxPercent === undefined ? {} : { maxPercent }),
    },
  };
}
