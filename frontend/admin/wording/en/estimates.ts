import type { EstimateState } from '../../../../shared/domain/estimate.ts';
import type { EstimateListState } from '../../../../shared/domain/estimate-list.ts';

/** Days, ready to read: the last one of the estimate, and that of the answer. */
interface NextFacts {
  readonly until: string;
  readonly on: string;
}

/** What is offered to a client at which price, until it is billed. */
export const estimates = {
  title: 'Estimates',
  none: 'No estimates yet. Write one for a wedding, a course, anything with a price to agree on.',
  add: 'New estimate',
  addTitle: 'New estimate',
  reviseTitle: (number: string) => `New version of ${number}`,
  one: (number: string) => `Estimate ${number}`,
  openOne: (title: string, number: string) => `Open ${title}, ${number}`,
  validTo: (day: string) => `valid until ${day}`,
  states: {
    open: 'Awaits answer',
    accepted: 'Accepted',
    declined: 'Declined',
    expired: 'Expired',
    withdrawn: 'Withdrawn',
    replaced: 'Replaced',
    invoiced: 'Invoiced',
  } satisfies Record<EstimateState, string>,

  sum: (amount: string) => `${amount} in all`,
  filter: 'Show',
  show: {
    open: 'Awaiting answer',
    accepted: 'To invoice',
    unpaid: 'To be paid',
    declined: 'Declined',
    expired: 'Expired',
  } satisfies Record<EstimateListState, string>,
  filterCount: (name: string, count: number) => `${name} (${count})`,
  noneTitle: {
    open: 'No estimate awaits an answer',
    accepted: 'Nothing to invoice',
    unpaid: 'Nothing to be paid',
    declined: 'None declined',
    expired: 'None expired',
  } satisfies Record<EstimateListState, string>,
  noneOf: {
    open: 'To write one, open a client and press New estimate.',
    accepted: 'What clients accept appears here, to be turned into an invoice.',
    unpaid: 'Invoices of estimates stand here until they are paid or written off.',
    declined: 'Here you see for 60 days what clients did not want, with the reason if they gave one.',
    expired: 'Here you see for 60 days what nobody answered in time. A new version offers it again.',
  } satisfies Record<EstimateListState, string>,
  since: {
    open: (day) => `sent ${day}`,
    accepted: (day) => `accepted ${day}`,
    unpaid: (day) => `invoiced ${day}`,
    declined: (day) => `declined ${day}`,
    expired: (day) => `expired ${day}`,
  } satisfies Record<EstimateListState, (day: string) => string>,
  age: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`),

  subject: 'What it is about',
  subjectHint: 'Stands on the estimate and on its invoice, as “Bridal package”.',
  lines: 'What you offer',
  pricesHint: { exclusive: 'Prices without tax. It is added below.', inclusive: 'Prices with the tax in them.' },
  lineOf: (number: number) => `Line ${number}`,
  text: 'Description',
  quantity: 'Quantity',
  each: (currency: string) => `Price each (${currency})`,
  addLine: 'Add a line',
  removeLine: (line: string) => `Remove ${line}`,
  remark: 'Note for the client',
  remarkHint: 'The client reads this on the estimate.',
  validUntil: 'Valid until',
  validBetween: (first: string, last: string) => `Please choose a day from ${first} to ${last}.`,
  comesTo: 'What it comes to',
  totalWrong: 'Please offer something that costs at least one unit and at most a million.',
  send: (amount: string | undefined) => (amount === undefined ? 'Send' : `Send for ${amount}`),
  write: (amount: string | undefined) => (amount === undefined ? 'Write' : `Write for ${amount}`),
  sent: (number: string) => `${number} is on its way to the client.`,
  written: (number: string) => `${number} is written. The client has no e-mail address: please print it.`,
  replaces: (number: string) => `This replaces ${number}. The client gets the new version and can answer that.`,
  replacesAccepted: (number: string) =>
    `The client has accepted ${number}. A new version replaces it and has to be accepted anew.`,

  next: {
    open: ({ until }) => `The client can accept or decline until ${until}.`,
    accepted: ({ on }) => `Accepted on ${on}. Next, turn it into an invoice to be paid.`,
    declined: ({ on }) => `Declined on ${on}. A new version makes another offer.`,
    expired: ({ until }) =>
      `Not answered until ${until}, so it cannot be accepted any more. A new version offers it again.`,
    withdrawn: () => 'Withdrawn. A new version offers it again.',
    replaced: () => 'A newer version has replaced it; only that one counts.',
    invoiced: () => 'Its invoice stands under Payments. While it is open, you can take the payment there.',
  } satisfies Record<EstimateState, (facts: NextFacts) => string>,
  noAddress: 'The client has no e-mail address on record: please hand over a print.',
  mailAgain: 'E-mail again',
  mailed: (to: string | undefined) => `The estimate is on its way again${to === undefined ? '' : ` to ${to}`}.`,
  sentBy: (name: string, day: string) => `Written by ${name} on ${day}.`,
  consent: 'Agreed to',
  reason: 'Reason given',
  taxChanged: 'The tax has changed since this was written. To bill it, write a new version.',
  revise: 'New version',
  withdraw: 'Withdraw',
  withdrawTitle: (number: string) => `Withdraw ${number}?`,
  withdrawText:
    'The client can no longer accept it. It stays on both sides, marked as withdrawn. To offer it again, write a new version.',
  withdrawAccepted:
    'The client has accepted it. Withdraw it only if you both agree: it will not be billed. The answer stays on record.',
  withdrawMailed: 'The client is told by e-mail that nothing is to be paid.',
  keep: 'Keep it',
  withdrawn: (number: string) => `${number} is withdrawn.`,
  bill: 'Turn into an invoice',
  billTitle: (number: string) => `Turn ${number} into an invoice?`,
  billText: (amount: string) =>
    `An invoice for ${amount} with the same lines is made. It is paid at the desk or on the payment page, not by the card on file. This can be done once.`,
  billMailed: 'The client gets it by e-mail.',
  billPrinted: 'The client has no e-mail address: please print it.',
  billNotAnswered: 'The client has not answered yet. Go on only if they agreed here at the desk.',
  billConfirm: (amount: string) => `Invoice ${amount}`,
  billed: (amount: string) => `The invoice for ${amount} is made. It stands under Payments, where it can be paid.`,
  goBack: 'Go back',
};
