import type { Business } from '../../../shared/domain/business.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { PauseBenefits, PauseDates, PauseFee, PausePolicies } from '../../../shared/domain/pause-terms.ts';
import { amountForTyping, readAmount } from '../../common/amounts.ts';
import { readWhole } from '../credits/units.ts';
import type { Wording } from '../wording/wording.ts';

/** The business's rules for pauses (rules P1–P6), as typed. */
export interface PauseDraft {
  readonly pauseDates: string;
  readonly pauseBenefits: string;
  readonly pauseMinDays: string;
  readonly pauseMaxDays: string;
  readonly pausePerYear: string;
  /** Empty: a pause costs nothing. */
  readonly pauseFee: string;
  readonly pauseFeePer: string;
}
export type PauseField = keyof PauseDraft;

export const pauseRanges = {
  pauseMinDays: [1, 366],
  pauseMaxDays: [1, 366],
  pausePerYear: [1, 12],
} as const satisfies Partial<Record<PauseField, readonly [number, number]>>;

export function pauseDraftOf({
  pauses,
  currency,
  locale,
}: Pick<Business, 'pauses' | 'currency' | 'locale'>): PauseDraft {
  const { dates, benefits, minDays, maxDays, perYear, fee } = pauses;
  return {
    pauseDates: dates,
    pauseBenefits: benefits,
    pauseMinDays: String(minDays),
    pauseMaxDays: String(maxDays),
    pausePerYear: String(perYear),
    pauseFee: fee === undefined ? '' : amountForTyping({ amount: fee.amount, currency }, locale),
    pauseFeePer: fee?.per ?? 'pause',
  };
}

/** The rules, or the fields that cannot be read. */
export function readPauses(
  draft: PauseDraft,
  currency: Currency,
): { readonly pauses?: PausePolicies; readonly problems: readonly PauseField[] } {
  const problems: PauseField[] = [];
  const days = (name: keyof typeof pauseRanges): number => {
    const [least, most] = pauseRanges[name];
    const value = readWhole(draft[name], least, most);
    if (value === undefined) problems.push(name);
    return value ?? 1;
  };
  const [minDays, maxDays, perYear] = [days('pauseMinDays'), days('pauseMaxDays'), days('pausePerYear')];
  if (problems.length === 0 && minDays > maxDays) problems.push('pauseMaxDays');
  const fee = PauseFee.safeParse({ amount: readAmount(draft.pauseFee, currency)?.amount, per: draft.pauseFeePer });
  if (draft.pauseFee.trim() !== '' && !fee.success) problems.push('pauseFee');
  const read = PausePolicies.safeParse({
    dates: PauseDates.safeParse(draft.pauseDates).data,
    benefits: PauseBenefits.safeParse(draft.pauseBenefits).data,
    minDays,
    maxDays,
    perYear,
    ...(fee.success ? { fee: fee.data } : {}),
  });
  return problems.length === 0 && read.success ? { pauses: read.data, problems } : { problems };
}

/** What is wrong with a field, in words. */
export function pauseProblem(
  name: PauseField,
  draft: PauseDraft & Pick<Business, 'locale'>,
  currency: Currency,
  { common, pauses }: Wording,
): string {
  const outOf = (field: keyof typeof pauseRanges) => {
    const [least, most] = pauseRanges[field];
    return readWhole(draft[field], least, most) === undefined ? common.numberBetween(least, most) : undefined;
  };
  switch (name) {
    case 'pauseMinDays':
    case 'pausePerYear':
      return outOf(name) ?? common.required;
    case 'pauseMaxDays':
      return outOf(name) ?? pauses.maxBelowMin;
    case 'pauseFee':
      return common.amountWrong(amountForTyping({ amount: 1000, currency }, draft.locale));
    case 'pauseDates':
    case 'pauseBenefits':
    case 'pauseFeePer':
      return common.required;
    default:
      return name satisfies never;
  }
}
