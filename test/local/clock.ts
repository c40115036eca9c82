import type { LocalClock } from '../../local/ports.ts';

/** A clock that stands still until `jump` moves it and has told every listener. */
export function standingClock(start: string): LocalClock & { jump(to: string): Promise<void> } {
  const listeners = new Set<(from: number, to: number) => Promise<void> | void>();
  let instant = Date.parse(start);
  return {
    now: () => instant,
    onAdvance(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async jump(to) {
      const from = instant;
      instant = Date.parse(to);
      for (const listener of listeners) await listener(from, instant);
    },
  };
}
