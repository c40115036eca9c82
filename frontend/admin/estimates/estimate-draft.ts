import type { Offer } from '../../../shared/domain/estimate.ts';
import { offeredLines } from '../../../shared/domain/estimate-offer.ts';
import type { InvoiceLine } from '../../../shared/domain/invoice.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { totalOf } from '../../../shared/domain/period-invoice.ts';
import type { TaxRule } from '../../../shared/domain/tax.ts';
import { LocalDate } from '../../../shared/domain/time.ts';
import { amountForTyping, readAmount } from '../../common/amounts.ts';

/** A line as it stands in the form. `key` only tells rows apart. */
export interface LineDraft {
  readonly key: number;
  readonly text: string;
  readonly quantity: string;
  readonly each: string;
}

export interface EstimateDraft {
  readonly title: string;
  readonly lines: readonly LineDraft[];
  readonly remark: string;
  readonly validUntil: string;
}

/** Most lines that an estimate holds. */
export const mostLines = 20;

export const emptyLine = (key: number): LineDraft => ({ key, text: '', quantity: '1', each: '' });

/** What a new version begins with. */
export const draftOf = (
  { title, lines, remark = '' }: Offer,
  validUntil: string,
  currency: Currency,
  locale: string,
): EstimateDraft => ({
  title,
  lines: lines.map(({ text, quantity, each }, key) => ({
    key,
    text,
    quantity: String(quantity),
    each: amountForTyping({ amount: each, currency }, locale),
  })),
  remark,
  validUntil,
});

export type EstimateProblem =
  | 'title'
  | 'validUntil'
  | 'total'
  | `text.${number}`
  | `quantity.${number}`
  | `each.${number}`;

export interface EstimateRead {
  readonly problems: ReadonlySet<EstimateProblem>;
  /** What can be read so far, taxed; the preview. */
  readonly lines: readonly InvoiceLine[];
  /** Minor units, tax included. */
  readonly total: number;
  /** Absent while there is a problem. */
  readonly offer: Offer | undefined;
}

/** What to send for the draft; `latest` is the last day until which it can hold. */
export function readEstimate(
  draft: EstimateDraft,
  { currency, tax, today, latest }: { currency: Currency; tax: TaxRule | undefined; today: string; latest: string },
): EstimateRead {
  const problems = new Set<EstimateProblem>();
  const read = draft.lines.map(({ key, ...line }) => {
    const text = line.text.trim();
    const quantity = /^\d{1,3}$/.test(line.quantity.trim()) ? Number(line.quantity) : 0;
    const each = readAmount(line.each, currency)?.amount;
    if (text === '') problems.add(`text.${key}`);
    if (quantity === 0) problems.add(`quantity.${key}`);
    if (each === undefined) problems.add(`each.${key}`);
    return { text, quantity, each };
  });
  const title = draft.title.trim();
  const remark = draft.remark.trim();
  const { validUntil } = draft;
  if (title === '') problems.add('title');
  const isInRange = LocalDate.safeParse(validUntil).success && validUntil >= today && validUntil <= latest;
  if (!isInRange) problems.add('validUntil');
  const readable = read.flatMap(({ text, quantity, each }) =>
    quantity > 0 && each !== undefined ? [{ text, quantity, each }] : [],
  );
  const lines = offeredLines(readable, tax);
  const total = totalOf(lines);
  if (problems.size === 0 && (total < 1 || total > 100_000_000)) problems.add('total');
  const offer = { title, lines: readable, ...(remark === '' ? {} : { remark }), validUntil };
  return { problems, lines, total, offer: problems.size === 0 ? offer : undefined };
}
