import type { DomainEvent } from '../../shared/domain/events.ts';
import type { Invoice, Payment } from '../../shared/domain/invoice.ts';
import { invoiceNumber } from '../../shared/domain/invoice-number.ts';
import { cardInWords } from '../../shared/wording/describe-card.ts';
import { formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { toMember } from './member-letter.ts';

/** What was given back of a payment, and where it goes. */
export const refund = toMember(async ({ event, configuration }, { profile }, { name, tongue }, { table }) => {
  const { business: slug, subject } = event;
  const invoice = (await readInvoice(table, slug, profile.memberId, String(subject.invoiceId)))?.value;
  const given = invoice && givenBack(invoice, subject);
  if (!invoice || !given) return 'superseded';
  const { currency, number, payment } = invoice;
  const money = (amount: number) => formatMoney({ amount, currency }, tongue.locale);
  const { amount, toAccountCredit, isDuplicate } = given;
  const back = amount - toAccountCredit;
  const words = mailsIn(tongue.language).receipt.refund({
    business: configuration.business.value.name,
    name,
    receipt: tongue.words.invoices.title.receipt(number === undefined ? undefined : invoiceNumber(slug, number)),
    amount: money(amount),
    ...(back === 0 || isDuplicate ? {} : { back: { amount: money(back), card: cardOf(payment, tongue) } }),
    ...(toAccountCredit === 0 ? {} : { toAccountCredit: money(toAccountCredit) }),
    isDuplicate,
  });
  return { kind: 'refund', words };
});

/** Minor units. A payment that came twice goes back without a trace on the invoice: only the event knows of it. */
function givenBack({ refunds }: Invoice, { n, amount, reason }: DomainEvent['subject']) {
  if (reason === 'duplicate' && n === undefined)
    return { amount: Number(amount), toAccountCredit: 0, isDuplicate: true };
  const given = refunds.find((candidate) => candidate.n === n);
  return given && given.state !== 'failed' ? { ...given, isDuplicate: false } : undefined;
}

const cardOf = (payment: Payment | undefined, tongue: Tongue): string | undefined =>
  payment?.kind === 'card' ? cardInWords(payment, tongue) : undefined;
