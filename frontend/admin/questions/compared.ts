import type { SeenRow } from '../../../shared/wording/describe-seen.ts';

/** One line of both moments; what is missing was not there then, or is not there now. */
export interface ComparedLine {
  readonly key: string;
  readonly label: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
  readonly changed: boolean;
}

/** Two moments side by side, in the order of the first; what is new stands at the end. */
export function compared(before: readonly SeenRow[], now: readonly SeenRow[]): ComparedLine[] {
  const labels = new Map([...before, ...now].map(({ key, label }) => [key, label]));
  const valueIn = (rows: readonly SeenRow[], key: string) => rows.find((row) => row.key === key)?.value;
  return [...labels].map(([key, label]) => {
    const [was, is] = [valueIn(before, key), valueIn(now, key)];
    return { key, label, before: was, now: is, changed: was !== is };
  });
}
