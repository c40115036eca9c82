import type {
  InvoiceState,
  InvoiceSummary,
  InvoiceView,
  StaffInvoiceView,
} from '../../shared/contract/billing-views.ts';
import type { CreditAccount } from '../../shared/domain/credit-account.ts';
import {
  type Attempt,
  amountDue,
  amountRefunded,
  type GrantedCredit,
  type Invoice,
  type Payment,
} from '../../shared/domain/invoice.ts';
import { invoiceNumber } from '../../shared/domain/invoice-number.ts';
import { buyerName, type Profile } from '../../shared/domain/member.ts';
import type { Money } from '../../shared/domain/money.ts';
import { grantsLeft, suggestRefund } from '../../shared/domain/refund-suggestion.ts';
import type { Configuration } from '../store/configuration.ts';
import { pricesIn } from './prices-in.ts';

/** What people call the state. A dispute that the business has lost has given the money back. */
export function invoiceStateOf(invoice: Invoice): InvoiceState {
  if (invoice.state !== 'paid') return invoice.state;
  if (invoice.dispute?.state === 'open') return 'disputed';
  const refunded = refundedOf(invoice);
  if (refunded === 0) return 'paid';
  return refunded < invoice.total ? 'partly_refunded' : 'refunded';
}

const refundedOf = (invoice: Invoice): number =>
  invoice.dispute?.state === 'lost' ? invoice.total : amountRefunded(invoice);

const moneyIn =
  ({ currency }: Invoice) =>
  (amount: number): Money => ({ amount, currency });

/** One line of the billing history. */
export function invoiceSummary(invoice: Invoice, configuration: Configuration): InvoiceSummary {
  const { invoiceId, number, cause, issuedOn, paidOn } = invoice;
  const money = moneyIn(invoice);
  const plan = invoice.lines.flatMap(({ subject }) =>
    'plan' in subject && subject.kind !== 'enrolment_fee' ? [subject.plan] : [],
  )[0];
  return {
    invoiceId,
    ...(number === undefined ? {} : { number: invoiceNumber(configuration.business.value.slug, number) }),
    kind: cause.kind,
    ...('membershipId' in cause ? { membershipId: cause.membershipId } : {}),
    ...(plan === undefined ? {} : { plan }),
    ...(cause.kind === 'order' && cause.title !== undefined ? { title: cause.title } : {}),
    issuedOn,
    ...(paidOn === undefined ? {} : { paidOn }),
    total: money(invoice.total),
    due: money(amountDue(invoice)),
    refunded: money(refundedOf(invoice)),
    state: invoiceStateOf(invoice),
  };
}

/** The whole invoice or receipt of a member. */
export function invoiceView(invoice: Invoice, profile: Profile, configuration: Configuration): InvoiceView {
  const { seller, lines, creditApplied, paidAt, payment, refunds, grants } = invoice;
  const money = moneyIn(invoice);
  const sum = (part: 'net' | 'tax') => money(lines.reduce((total, line) => total + line[part], 0));
  return {
    ...invoiceSummary(invoice, configuration),
    buyer: buyerName(profile),
    seller,
    lines,
    net: sum('net'),
    tax: sum('tax'),
    fromAccountCredit: money(creditApplied),
    ...(paidAt === undefined ? {} : { paidAt }),
    ...(payment === undefined ? {} : { payment: paymentView(payment) }),
    refunds: refunds.map(({ n, state, amount, toAccountCredit, at, tookBack = [] }) => ({
      ...{ n, state, amount, toAccountCredit, at },
      tookBack: tookBack.map(withoutBucket),
    })),
    grants: grants.map(withoutBucket),
  };
}

const withoutBucket = ({ bucketId: _, ...grant }: GrantedCredit) => grant;

function paymentView(payment: Payment): NonNullable<InvoiceView['payment']> {
  switch (payment.kind) {
    case 'card': {
      const { paymentIntentId: _, ...card } = payment;
      return card;
    }
    case 'desk': {
      const { staffId: _, ...desk } = payment;
      return desk;
    }
    case 'account_credit':
    case 'nothing_due':
      return payment;
    default:
      return payment satisfies never;
  }
}

/** The same for staff, with every try and what a refund would be. `account` is the member's, as it is now. */
export function staffInvoiceView(
  invoice: Invoice,
  account: CreditAccount,
  profile: Profile,
  configuration: Configuration,
): StaffInvoiceView {
  const money = moneyIn(invoice);
  const left = grantsLeft(invoice.grants, account.buckets);
  const { refundable, suggested } = suggestRefund(invoice, left, pricesIn(configuration, invoice.currency));
  const visits = left.filter(({ kind }) => kind === 'visits');
  return {
    ...invoiceView(invoice, profile, configuration),
    attempts: invoice.attempts.map((attempt) => attemptView(attempt, money)),
    refundable: money(refundable),
    suggestedRefund: money(suggested),
    usedUnits: visits.reduce((sum, { used }) => sum + used, 0),
    unusedUnits: visits.reduce((sum, { unused }) => sum + unused, 0),
    takenBack: left.flatMap(({ bucketId: _, used: __, unused, ...grant }) =>
      unused === 0 ? [] : [{ ...grant, units: unused }],
    ),
  };
}

function attemptView(
  { n, at, trigger, amount, outcome, declineClass, code }: Attempt,
  money: (amount: number) => Money,
): StaffInvoiceView['attempts'][number] {
  return {
    n,
    at,
    trigger: trigger.kind,
    amount: money(amount),
    outcome,
    ...(declineClass === undefined ? {} : { declineClass }),
    ...(code === undefined ? {} : { code }),
  };
}
