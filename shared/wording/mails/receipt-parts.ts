import type { InvoicePaper } from '../describe-invoice.ts';
import type { MailPart, MailRow } from './mail-words.ts';

/** A whole receipt as the parts of a mail: everything that rule M7 asks for stands in the mail itself. */
export function receiptParts(paper: InvoicePaper): (string | MailPart)[] {
  const { title, facts, buyer, rows, totals, remark, granted, refunds, cancel, seller, notes } = paper;
  const named = (heading: string | undefined, lines: readonly string[]): MailPart => ({ heading, lines });
  return [
    {
      heading: title,
      rows: [
        ...facts.map(([label, value]): MailRow => ({ label, value })),
        { label: buyer.heading, value: buyer.lines.join(', ') },
      ],
    },
    {
      rows: [
        ...rows.map(({ description, detail, amount }): MailRow => ({ label: description, detail, value: amount })),
        ...totals.map(({ label, amount, strong }): MailRow => ({ label, value: amount, strong })),
      ],
    },
    ...(remark ? [named(remark.heading, remark.lines)] : []),
    ...(granted ? [named(granted.heading, granted.lines)] : []),
    ...(refunds
      ? [
          {
            heading: refunds.heading,
            rows: refunds.lines.map(({ description, detail, amount }) => ({
              label: description,
              detail,
              value: amount,
            })),
          },
        ]
      : []),
    ...(cancel ? [named(cancel.heading, cancel.lines)] : []),
    named(undefined, seller),
    ...notes,
  ];
}
