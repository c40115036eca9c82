import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import type { LocalClock } from './ports.ts';

/** The laptop's clock with the one thing that the console may do to it: move it forward. */
export interface TravellingClock extends LocalClock {
  /** Moves to `instant` and waits for everybody who listens. Never back: an instant that has passed changes nothing. */
  moveTo(instant: number): Promise<void>;
}

const Saved = z.object({ offset: z.number().check(z.gte(0)) });

function readOffset(file: string | undefined): number {
  if (file === undefined || !existsSync(file)) return 0;
  return Saved.parse(JSON.parse(readFileSync(file, 'utf8'))).offset;
}

/**
 * Real time plus an offset that is kept in `file`, so that a salon that has travelled to June is still there tomorrow.
 *
 * @param frozenAt For tests: the clock stands still there until it is moved.
 */
export function createClock({
  file,
  frozenAt,
}: {
  file?: string | undefined;
  frozenAt?: number | undefined;
} = {}): TravellingClock {
  const listeners = new Set<(from: number, to: number) => Promise<void> | void>();
  let offset = readOffset(file);
  let standsAt = frozenAt;
  const now = () => standsAt ?? Date.now() + offset;

  return {
    now,
    onAdvance(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async moveTo(instant) {
      const from = now();
      if (instant <= from) return;
      if (standsAt === undefined) offset += instant - from;
      else standsAt = instant;
      if (file !== undefined && standsAt === undefined) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, JSON.stringify({ offset }));
      }
      await Promise.all([...listeners].map((listener) => listener(from, instant)));
    },
  };
}
