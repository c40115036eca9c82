import type { MoneyEntryKind } from '../../../../shared/domain/money-account.ts';

/** Money that a client has with the salon; never mixed with the credits of a plan. */
export const accountCredit = {
  title: 'Account Credit',
  hint: 'Money the client has with you. It does not expire, and it is apart from the credits of a plan.',
  view: 'History',
  change: 'Change',
  changeTitle: 'Change account credit',
  balance: (amount: string) => `${amount} now`,
  after: (amount: string) => `Afterwards: ${amount}`,
  tooLow: (amount: string) => `There is only ${amount}. Please take off less.`,
  direction: 'What',
  add: 'Add',
  takeOff: 'Take off',
  amount: 'Amount',
  reason: 'Reason',
  chooseReason: 'Choose a reason',
  reasons: {
    paid_in: 'The client paid it in',
    goodwill: 'Goodwill',
    correction: 'Correction of a mistake',
    moved_from_old_system: 'Moved from the old system',
    paid_out: 'Paid out to the client',
  },
  note: 'Note for colleagues (optional)',
  changed: (amount: string) => `Account credit is now ${amount}.`,
  none: 'Nothing has come in or gone out yet.',
  entry: {
    TOP_UP: 'Paid in',
    ADJUST: 'Changed by hand',
    APPLY: 'Used for an invoice',
    RETURN: 'Given back',
  } satisfies Record<MoneyEntryKind, string>,
};
