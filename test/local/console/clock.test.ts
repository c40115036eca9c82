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

/** A journey past these instants, with the stops that it makes. */
function travelling(...due: number[]) {
  const clock = createClock({ frozenAt: 0 });
  const log: string[] = [];
  const stops: number[] = [];
  clock.onAdvance((_, to) => void stops.push(to));
  const traveller = createTraveller(clock, {
    idle: async () => void log.push(`${clock.now() / day} of ${(traveller.journey?.to ?? 0) / day}`),
    nextDue: async () => {
      const at = Math.min(...due.filter((one) => one > clock.now()));
      return at === Number.POSITIVE_INFINITY ? undefined : { at };
    },
  });
  return { clock, traveller, stops, log };
}

test('a journey stops once a day, and what fell due is done before it goes on', async () => {
  const { traveller, stops, log } = travelling();
  await traveller.travelTo(3 * day);
  expect(stops).toEqual([day, 2 * day, 3 * day]);
  expect(log).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  expect(traveller.journey).toBeUndefined();
});

test('a journey stops at the sweep after each instant at which something falls due, so a renewal is at its time', async () => {
  const renewals = [30 * hour + 62_000, 30 * hour + 200_000, 30 * hour + 301_000];
  const { traveller, stops } = travelling(...renewals, 33 * hour, 80 * hour);
  await traveller.travelTo(3 * day);
  const minutes = 60_000;
  expect(stops).toEqual([day, 30 * hour + 5 * minutes, 30 * hour + 10 * minutes, 33 * hour, 57 * hour, 3 * day]);
});

test('a short journey stops every hour', async () => {
  const { traveller, stops } = travelling(90 * 60_000);
  await traveller.travelTo(3 * hour + 1);
  expect(stops).toEqual([hour, 1.5 * hour, 2.5 * hour, 3 * hour + 1]);
});

test('what stays due does not hold a journey up', async () => {
  const { clock, traveller, stops } = travelling(0, 1);
  await traveller.travelTo(2 * hour);
  expect(stops).toEqual([5 * 60_000, hour + 5 * 60_000, 2 * hour]);
  expect(clock.now()).toBe(2 * hour);
});

test('two journeys do not overtake each other', async () => {
  const { clock, traveller } = travelling();
  await Promise.all([traveller.travelTo(2 * hour), traveller.travelTo(5 * hour)]);
  expect(clock.now()).toBe(5 * hour);
});
