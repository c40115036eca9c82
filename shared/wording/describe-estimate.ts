import type { EstimateView } from '../contract/estimate-views.ts';
import type { InvoicePaper } from './describe-invoice.ts';
import { rowsInWords, sellerInWords, totalsInWords } from './describe-invoice-amounts.ts';
import type { EstimateConsentFacts, EstimateStateFacts } from './estimate-words.ts';
import { formatDate, formatMoney } from './format.ts';
import type { Tongue } from './words.ts';

/** The whole estimate in words: the same paper as an invoice, and nobody can take it for one. */
export function estimateInWords(estimate: EstimateView, tongue: Tongue): InvoicePaper {
  const { invoices, estimates } = tongue.words;
  const { number, title, state, answer, remark, sentOn, validUntil } = estimate;
  const day = (date: string) => formatDate(date, tongue.locale);
  const sentence = estimates.stateSentence[state](stateFacts(estimate, tongue));
  const priced = { ...estimate, due: nothing(estimate), fromAccountCredit: nothing(estimate), payment: undefined };
  return {
    kind: 'estimate',
    date: sentOn,
    title: estimates.title(number),
    state: `${estimates.notAnInvoice} ${sentence}`,
    seller: sellerInWords(estimate, invoices),
    buyer: { heading: invoices.buyer, lines: [estimate.buyer] },
    facts: [
      [estimates.subject, title],
      [invoices.number, number],
      [invoices.issuedOn, day(sentOn)],
      [estimates.validUntil, day(validUntil)],
      ...(answer === undefined ? [] : [[estimates[`${answer.kind}On`], day(answer.on)] as const]),
    ],
    columns: { description: invoices.description, amount: invoices.amount },
    rows: rowsInWords(priced, tongue),
    totals: totalsInWords(priced, tongue),
    remark: remark === undefined ? undefined : { heading: estimates.remark, lines: remark.split('\n').filter(Boolean) },
    granted: undefined,
    refunds: undefined,
    cancel: undefined,
    notes: [],
    page: invoices.page,
  };
}

const stateFacts = (
  { validUntil, answer, sentOn }: Pick<EstimateView, 'validUntil' | 'answer' | 'sentOn'>,
  { locale }: Tongue,
): EstimateStateFacts => ({
  validUntil: formatDate(validUntil, locale),
  on: formatDate(answer?.on ?? sentOn, locale),
});

/** What its reader can do now, or what comes next. */
export const estimateNext = (estimate: EstimateView, tongue: Tongue): string =>
  tongue.words.estimates.next[estimate.state](stateFacts(estimate, tongue));

const nothing = ({ total: { currency } }: EstimateView) => ({ amount: 0, currency });

/** What a member agrees to when accepting; kept word for word. */
export const estimateConsent = (
  { number, total }: Pick<EstimateView, 'number' | 'total'>,
  business: EstimateConsentFacts['business'],
  { locale, words }: Tongue,
): string => words.estimates.consent({ number, total: formatMoney(total, locale), business });
