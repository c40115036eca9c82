import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createClock } from '../../../local/clock.ts';
import { createTraveller } from '../../../local/travel.ts';

const hour = 3_600_000;
const day = 24 * hour;

test('a frozen clock stands still until it is moved, and never goes back', async () => {
  const clock = createClock({ frozenAt: 1000 });
  expect([clock.now(), clock.now()]).toEqual([1000, 1000]);
  await clock.moveTo(5000);
  expect(clock.now()).toBe(5000);
  await clock.moveTo(4999);
  expect(clock.now()).toBe(5000);
});

test('a salon that has travelled is still there after a restart', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json');
  const first = createClock({ file });
  const target = Date.now() + 40 * day;
  await first.moveTo(target);
  expect(createClock({ file }).now()).toBeGreaterThanOrEqual(target);
  expect(createClock({ file }).now()).toBeLessThan(target + hour);
});

test('a journey stops on its way, and what fell due is done before it goes on', async () => {
  const clock = createClock({ frozenAt: 0 });
  const log: string[] = [];
  clock.onAdvance((_, to) => void log.push(`at ${to / day}`));
  const traveller = createTraveller(clock, async () => void log.push(`idle, of ${(traveller.journey?.to ?? 0) / day}`));
  await traveller.travelTo(3 * day);
  expect(log).toEqual(['at 1', 'idle, of 3', 'at 2', 'idle, of 3', 'at 3', 'idle, of 3']);
  expect(traveller.journey).toBeUndefined();
});

test('two journeys do not overtake each other', async () => {
  const clock = createClock({ frozenAt: 0 });
  const traveller = createTraveller(clock, async () => {});
  await Promise.all([traveller.travelTo(2 * hour), traveller.travelTo(5 * hour)]);
  expect(clock.now()).toBe(5 * hour);
});
