import type { CallOf } from '../../../shared/contract/client.ts';
import type { staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { Currency, Money } from '../../../shared/domain/money.ts';
import { readAmount } from '../../common/amounts.ts';

type Body = CallOf<(typeof staffOperations)['adjustAccountCredit']>['body'];
export type AccountCreditReason = Body['reason'];

/** Which reasons fit which way money goes. */
export const reasonsOf = {
  add: ['paid_in', 'goodwill', 'correction', 'moved_from_old_system'],
  take_off: ['paid_out', 'correction'],
} as const satisfies Record<'add' | 'take_off', readonly AccountCreditReason[]>;
export type Direction = keyof typeof reasonsOf;

/** A change of account credit as it stands in the form. */
export interface AccountCreditDraft {
  readonly direction: Direction;
  readonly amount: string;
  readonly reason: AccountCreditReason | '';
  readonly note: string;
}

/** An amount with its sign in front, whichever way the locale writes money: “+€5.00”, “−€5.00”. */
export const signed = (amount: number, currency: Currency, write: (money: Money) => string): string =>
  `${amount < 0 ? '−' : '+'}${write({ amount: Math.abs(amount), currency })}`;

export interface AccountCreditRead {
  /** What will be there afterwards, in minor units, as soon as the amount can be read. */
  readonly after: number | undefined;
  readonly problems: { readonly amount?: 'unreadable' | 'too_low'; readonly reason?: 'missing' };
  /** Absent while there is a problem. */
  readonly body?: Body;
}

/** What to send for the draft, with the sign of its direction. Never more is taken off than there is. */
export function readAccountCredit(draft: AccountCreditDraft, { amount: balance, currency }: Money): AccountCreditRead {
  const typed = readAmount(draft.amount, currency)?.amount;
  const amount = typed === undefined || typed === 0 ? undefined : draft.direction === 'add' ? typed : -typed;
  const after = amount === undefined ? undefined : balance + amount;
  const amountProblem = after === undefined ? 'unreadable' : after < 0 ? 'too_low' : undefined;
  const { reason } = draft;
  const problems: AccountCreditRead['problems'] = {
    ...(amountProblem === undefined ? {} : { amount: amountProblem }),
    ...(reason === '' ? { reason: 'missing' as const } : {}),
  };
  if (amount === undefined || amountProblem !== undefined || reason === '') return { after, problems };
  const note = draft.note.trim();
  return { after, problems, body: { amount, reason, ...(note === '' ? {} : { note }) } };
}
