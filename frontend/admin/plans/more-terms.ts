import type { Currency } from '../../../shared/domain/money.ts';
import { mostSharing, type PlanTerms } from '../../../shared/domain/plan.ts';
import { readAmount } from '../../common/amounts.ts';
import { readWhole } from '../credits/units.ts';

/** The terms that most plans do without, as typed; an empty field is no term. */
export interface MoreTermsDraft {
  readonly enrolmentFee: string;
  readonly introPrice: string;
  readonly introPeriods: string;
  readonly trialDays: string;
  readonly commitmentPeriods: string;
  readonly sharedWith: string;
  readonly sharedUnits: string;
  readonly passedOnUnits: string;
}
export type MoreTerm = keyof MoreTermsDraft;

/** Every field of them. */
export const moreTerms = [
  'enrolmentFee',
  'introPrice',
  'introPeriods',
  'trialDays',
  'commitmentPeriods',
  'sharedWith',
  'sharedUnits',
  'passedOnUnits',
] as const satisfies readonly MoreTerm[];

/** Least and most of each number. */
export const moreRanges = {
  introPeriods: [1, 24],
  trialDays: [1, 90],
  commitmentPeriods: [1, 36],
  sharedWith: [1, mostSharing],
  sharedUnits: [1, 100],
  passedOnUnits: [1, 100],
} as const satisfies Partial<Record<MoreTerm, readonly [number, number]>>;

type Read = Pick<PlanTerms, 'enrolmentFee' | 'intro' | 'trialDays' | 'commitmentPeriods' | 'sharing' | 'passingOn'>;

/** Fee, introductory price with its periods, trial and commitment; `problems` names the fields that cannot be read. */
export function readMoreTerms(draft: MoreTermsDraft, currency: Currency): { terms: Read; problems: MoreTerm[] } {
  const problems: MoreTerm[] = [];
  function read<T>(name: MoreTerm, needed: boolean, reader: (typed: string) => T | undefined): T | undefined {
    if (draft[name].trim() === '' && !needed) return undefined;
    const value = reader(draft[name]);
    if (value === undefined) problems.push(name);
    return value;
  }
  const whole = (name: keyof typeof moreRanges) => (typed: string) => {
    const [least, most] = moreRanges[name];
    return readWhole(typed, least, most);
  };
  const amount = (typed: string) => readAmount(typed, currency);
  const above = (typed: string) => {
    const value = amount(typed);
    return value && value.amount > 0 ? value : undefined;
  };

  const enrolmentFee = read('enrolmentFee', false, above);
  // The price and its periods are one term: half of it is a mistake.
  const price = read('introPrice', draft.introPeriods.trim() !== '', amount);
  const periods = read('introPeriods', draft.introPrice.trim() !== '', whole('introPeriods'));
  const trialDays = read('trialDays', false, whole('trialDays'));
  const commitmentPeriods = read('commitmentPeriods', false, whole('commitmentPeriods'));
  // So many each is nothing without people to share with.
  const people = read('sharedWith', draft.sharedUnits.trim() !== '', whole('sharedWith'));
  const each = read('sharedUnits', false, whole('sharedUnits'));
  const passedOn = read('passedOnUnits', false, whole('passedOnUnits'));
  return {
    problems,
    terms: {
      ...(enrolmentFee === undefined ? {} : { enrolmentFee }),
      ...(price === undefined || periods === undefined ? {} : { intro: { price, periods } }),
      ...(trialDays === undefined ? {} : { trialDays }),
      ...(commitmentPeriods === undefined ? {} : { commitmentPeriods }),
      ...(people === undefined ? {} : { sharing: { people, ...(each === undefined ? {} : { unitsPerPeriod: each }) } }),
      ...(passedOn === undefined ? {} : { passingOn: { unitsPerPeriod: passedOn } }),
    },
  };
}

export const hasMoreTerms = (draft: MoreTermsDraft): boolean => moreTerms.some((name) => draft[name].trim() !== '');
