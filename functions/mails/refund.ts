import type { Payment } from '../../shared/domain/invoice.ts';
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
  const given = invoice?.refunds.find(({ n }) => n === Number(subject.n));
  if (!invoice || !given || given.state === 'failed') return 'superseded';
  const { currency, number, payment } = invoice;
  const money = (amount: number) => formatMoney({ amount, currency }, tongue.locale);
  const back = given.amount - given.toAccountCredit;
  const words = mailsIn(tongue.language).receipt.refund({
    business: configuration.business.value.name,
    name,
    receipt: tongue.words.invoices.title.receipt(number === undefined ? undefined : invoiceNumber(slug, number)),
    amount: money(given.amount),
    ...(back === 0 ? {} : { back: { amount: money(back), card: cardOf(payment, tongue) } }),
    ...(given.toAccountCredit === 0 ? {} : { toAccountCredit: money(given.toAccountCredit) }),
    isPending: given.state === 'pending',
  });
  return { kind: 'refund', words };
});

const cardOf = (payment: Payment | undefined, tongue: Tongue): string | undefined =>
  payment?.kind === 'card' ? cardInWords(payment, tongue) : undefined;
