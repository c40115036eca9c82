import type { Style } from './sheet.ts';

const ink = '#1d2125';
const grey = '#59616b';
export const hairline = '#d5d9de';

const regular = (size: number, colour = ink): Style => ({ font: 'regular', size, colour });
const semibold = (size: number, colour = ink): Style => ({ font: 'semibold', size, colour });
const amount = (style: Style): Style => ({ ...style, align: 'right', figures: true });

/** The type of all documents. `accent` is the brand's colour, dark enough to be read on white. */
export const styles = (accent: string) =>
  ({
    accent,
    name: semibold(17, accent),
    sellerName: { ...semibold(9), align: 'right' },
    seller: { ...regular(9, grey), align: 'right' },
    title: semibold(22),
    state: semibold(11, accent),
    label: regular(9, grey),
    value: { ...regular(9.5), align: 'right' },
    buyer: semibold(11),
    column: semibold(9, grey),
    columnAmount: { ...semibold(9, grey), align: 'right' },
    row: regular(10.5),
    detail: regular(9, grey),
    rowAmount: amount(regular(10.5)),
    sum: regular(10),
    sumAmount: amount(regular(10)),
    total: semibold(12),
    totalAmount: amount(semibold(12)),
    heading: semibold(11),
    text: regular(9.5),
    note: regular(9, grey),
    repeated: regular(8.5, grey),
    foot: regular(8.5, grey),
    footRight: { ...regular(8.5, grey), align: 'right' },
  }) satisfies Record<string, Style | string>;

export type Styles = ReturnType<typeof styles>;
