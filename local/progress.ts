import type { Step } from './services.ts';

/** Says what is done and how long it took, one line each. Times are real seconds. */
export function createProgress(say: (line: string) => void): { step: Step; elapsed(): string } {
  const started = performance.now();
  const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
  return {
    async step(name, start) {
      const from = performance.now();
      const result = await start();
      say(`  ${name.padEnd(24)} ${seconds(from).padStart(7)}`);
      return result;
    },
    elapsed: () => seconds(started),
  };
}
