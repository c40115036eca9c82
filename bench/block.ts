import { median, report, sum } from './figures.ts';
import type { Line } from './log-lines.ts';
import { parallel } from './worker.ts';

/** A block of renewals and the bare loop’s right after it: how many a second, and processor time of each in µs. */
export interface Block {
  readonly ours: number;
  readonly bare: number;
  readonly oursCpu: number;
  readonly bareCpu: number;
  /** What the worker wrote into its log. */
  readonly lines: readonly Line[];
}

/** The middle of all blocks, and between which limits their ratios are. */
export function reportRates(measured: readonly Block[]): void {
  const ratios = measured.map(({ ours, bare }) => ours / bare);
  const middle = (of: (block: Block) => number) => Math.round(median(measured.map(of)));
  report('renewals', `${middle(({ ours }) => ours)}/s`, `${parallel} side by side, provider 0 ms`);
  report('bare loop of the same calls', `${middle(({ bare }) => bare)}/s`);
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}, ${ratios.length} blocks`;
  report('ratio', `${median(ratios).toFixed(2)} (${range})`, 'must be ≥ 0.40, goal ≥ 0.80');
  const processor = median(measured.map(({ oursCpu, bareCpu }) => bareCpu / oursCpu)).toFixed(2);
  // The database is the same for both and takes most of the time: this is what the product adds.
  report(
    'ratio of processor time without the database',
    `${processor} (${middle(({ oursCpu }) => oursCpu)} µs, bare ${middle(({ bareCpu }) => bareCpu)} µs)`,
  );
}

/** What one renewal asked of the table; a part of a shared question counts for whoever asked it. */
export function reportWire(measured: readonly Block[], memberships: number): void {
  const lines = measured.flatMap((block) => block.lines);
  const paid = lines.filter(({ outcome }) => outcome === 'paid').length;
  if (paid !== memberships) throw new Error(`${paid} of ${memberships} were paid`);
  const per = (of: (line: Line) => number) => (sum(lines.map(of)) / memberships).toFixed(2);
  report(
    'table calls per renewal',
    per(({ tableCalls }) => tableCalls),
    'must be ≤ 4',
  );
  report(
    'write units per renewal',
    per(({ writeUnits }) => writeUnits),
    'must be ≤ 16',
  );
  report(
    'read units per renewal',
    per(({ readUnits }) => readUnits),
  );
}
