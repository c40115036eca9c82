import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import type { Instant, LocalDate } from './time.ts';
import { instantOfWallTime } from './wall-time.ts';

/** A minute of the local day, `HH:MM`. */
const Clock = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
type Clock = z.infer<typeof Clock>;

const secondOf = (clock: Clock): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60;

/** Hours that a window may span at most: a longer one would reach into opening hours wherever it began. */
const longestHours = 12;

/** When a business lets its renewals run: `[from, to)` on the local bill date (rule T3). */
export const RenewalWindow = z.strictObject({ from: Clock, to: Clock }).check(
  z.refine(({ from, to }) => from < to, 'ends after it begins'),
  z.refine(({ from, to }) => secondOf(to) - secondOf(from) <= longestHours * 3600, 'at most 12 hours'),
);
export type RenewalWindow = z.infer<typeof RenewalWindow>;

/** After midnight and before opening, so that the front desk opens with correct statuses. */
export const defaultRenewalWindow: RenewalWindow = { from: '05:00', to: '07:30' };

/** A number in [0, 1) that belongs to an id and is spread evenly over ids. */
function shareOf(membershipId: string): number {
  const hash = sha256(utf8ToBytes(membershipId));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0) / 2 ** 32;
}

/**
 * When a membership is charged on a bill date: a whole second inside the window, always the same for one membership and
 * spread evenly over memberships (rule T3). A zone that changes moves the instant, never the date (rule T6).
 */
export function renewalInstant(
  billDate: LocalDate,
  membershipId: string,
  window: RenewalWindow,
  timeZone: string,
): Instant {
  const from = secondOf(window.from);
  const second = from + Math.floor(shareOf(membershipId) * (secondOf(window.to) - from));
  return instantOfWallTime({ date: billDate, second }, timeZone);
}
