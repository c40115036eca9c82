import type { DomainEvent } from '../../shared/domain/events.ts';
import type { Invoice, Payment } from '../../shared/domain/invoice.ts';
import { invoiceNumber } from '../../shared/domain/invoice-number.ts';
import { cardInWords } from '../../shared/wording/describe-card.ts';
import { tookBackInWords } from '../../shared/wording/describe-invoice.ts';
import { formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { toMember } from './member-letter.ts';

/** What was given back of a payment, and where it goes. */
export const refund = toMember(async ({ event, configuration }, { profile }, { name, tongue }, { table }) => {
  const { business: slug, subject } = event;
  const { name: business, currency } = configuration.business.value;
  const services = configuration.services.map(({ value }) => value);
  const money = (amount: number) => formatMoney({ amount, currency }, tongue.locale);
  const invoice =
    subject.invoiceId === undefined
      ? undefined
      : (await readInvoice(table, slug, profile.memberId, String(subject.invoiceId)))?.value;
  const given = givenBack(invoice, subject);
  if (!given) return 'superseded';
  const { amount, toAccountCredit, tookBack = [], unowed } = given;
  const back = amount - toAccountCredit;
  const number = invoice?.number === undefined ? undefined : invoiceNumber(slug, invoice.number);
  const words = mailsIn(tongue.language).receipt.refund({
    business,
    name,
    ...(invoice === undefined ? {} : { receipt: tongue.words.invoices.title.receipt(number) }),
    amount: money(amount),
    ...(back === 0 || unowed !== undefined
      ? {}
      : { back: { amount: money(back), card: cardOf(invoice?.payment, tongue) } }),
    ...(toAccountCredit === 0 ? {} : { toAccountCredit: money(toAccountCredit) }),
    ...(tookBack.length === 0 ? {} : { tookBack: tookBackInWords(tookBack, currency, services, tongue) }),
    unowed,
  });
  return { kind: 'refund', words };
});

/** Minor units. Money that nobody owed goes back without a trace on an invoice: only the event knows of it. */
function givenBack(invoice: Invoice | undefined, { n, amount, reason }: DomainEvent['subject']) {
  if (n === undefined && (reason === 'duplicate' || reason === 'already_enrolled')) {
    return { amount: Number(amount), toAccountCredit: 0, tookBack: [], unowed: reason } as const;
  }
  const given = invoice?.refunds.find((candidate) => candidate.n === n);
  return given && given.state !== 'failed' ? { ...given, unowed: undefined } : undefined;
}

const cardOf = (payment: Payment | undefined, tongue: Tongue): string | undefined =>
  payment?.kind === 'card' ? cardInWords(payment, tongue) : undefined;
