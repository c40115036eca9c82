import { cpus, loadavg } from 'node:os';

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no numbers have no middle');
  return sorted.length % 2 === 1 ? middle : (middle + (sorted[sorted.length / 2 - 1] ?? middle)) / 2;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Wall time and this process's processor time of some work, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<{ wall: number; processor: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, processor: (user + system) / 1000 };
}

/** One line of the report: what, how much, and what it must be where something says so. */
export function report(what: string, value: string, goal = ''): void {
  console.log(`  ${what.padEnd(46)} ${value.padEnd(34)} ${goal}`.trimEnd());
}

/** Figures of one machine say little about another: what it was, and what else it had to do. */
export function reportMachine(): void {
  const [one = 0] = loadavg();
  const { length } = cpus();
  report('machine', `${length} cores, load average ${one.toFixed(1)}, Node ${process.versions.node}`);
}
