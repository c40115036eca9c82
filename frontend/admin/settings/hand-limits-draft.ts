import type { Business } from '../../../shared/domain/business.ts';
import { HandLimits } from '../../../shared/domain/hand-limits.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { amountForTyping, readAmount } from '../../common/amounts.ts';
import { readWhole } from '../credits/units.ts';
import type { Wording } from '../wording/wording.ts';

/** The limits of changes by hand, as typed; empty = none. */
export interface HandLimitsDraft {
  readonly handVisits: string;
  readonly handAmount: string;
}

export function handLimitsDraftOf({
  handLimits,
  currency,
  locale,
}: Pick<Business, 'handLimits' | 'currency' | 'locale'>): HandLimitsDraft {
  const { visits, amount } = handLimits ?? {};
  return {
    handVisits: visits === undefined ? '' : String(visits),
    handAmount: amount === undefined ? '' : amountForTyping({ amount, currency }, locale),
  };
}

/** The limits, and what is wrong with a field in words. */
export function readHandLimits(
  draft: HandLimitsDraft & Pick<Business, 'locale'>,
  currency: Currency,
  { common }: Wording,
): { readonly handLimits: HandLimits; readonly problems: Partial<Record<keyof HandLimitsDraft, string>> } {
  const visits = readWhole(draft.handVisits, 1, 1000);
  const amount = HandLimits.safeParse({ amount: readAmount(draft.handAmount, currency)?.amount }).data?.amount;
  const isEmpty = (typed: string) => typed.trim() === '';
  return {
    handLimits: { ...(visits === undefined ? {} : { visits }), ...(amount === undefined ? {} : { amount }) },
    problems: {
      ...(visits === undefined && !isEmpty(draft.handVisits) ? { handVisits: common.numberBetween(1, 1000) } : {}),
      ...(amount === undefined && !isEmpty(draft.handAmount)
        ? { handAmount: common.amountWrong(amountForTyping({ amount: 10_000, currency }, draft.locale)) }
        : {}),
    },
  };
}
