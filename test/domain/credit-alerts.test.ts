import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../shared/domain/calendar.ts';
import { type CreditAccount, emptyAccount } from '../../shared/domain/credit-account.ts';
import {
  alertDays,
  alertsAfter,
  alertsDue,
  type CreditAlerts,
  nextAlertDay,
  noAlerts,
} from '../../shared/domain/credit-alerts.ts';

const first = '2026-01-01';
const bucketIdOf = (index: number) => `bkt_0000000000000000000000000${index}`;

/** Up to four lots that come within a month and last up to fifty days. */
const accounts = fc
  .array(fc.record({ comes: fc.integer({ min: 0, max: 30 }), lasts: fc.integer({ min: 0, max: 50 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map(
    (lots): CreditAccount => ({
      ...emptyAccount('m'),
      buckets: lots.map(({ comes, lasts }, index) => ({
        bucketId: bucketIdOf(index),
        kind: 'visits',
        serviceIds: ['svc_00000000000000000000000001'],
        granted: 2,
        available: 2,
        grantedOn: addDays(first, comes),
        expiresOn: addDays(first, comes + lasts),
        source: { kind: 'staff' },
      })),
    }),
  );

/** Looks whenever something is to be said, `late` days after it; what was said of which lot, on which day. */
function told(account: CreditAccount, late: (look: number) => number) {
  const said: (CreditAlerts['said'][number] & { readonly left: number })[] = [];
  let alerts = noAlerts;
  let today = first;
  for (let look = 0; look < 50; look += 1) {
    const next = nextAlertDay(account, alerts, today);
    if (next === undefined) return said;
    today = addDays(next, late(look));
    const now = alertsDue(account, alerts, today);
    said.push(...now.map((each) => ({ ...each, left: daysBetween(today, each.lastDay) })));
    alerts = alertsAfter(alerts, now, today);
    today = addDays(today, 1);
  }
  throw new Error('it never ends');
}

// Section 19: 14, 7 and 2 days before.
test('of each lot it is said on each of its days, once, and not on or before the day on which it came', () => {
  fc.assert(
    fc.property(accounts, (account) => {
      const said = told(account, () => 0);
      for (const { bucketId, grantedOn, expiresOn = '' } of account.buckets) {
        const expected = alertDays.map((days) => addDays(expiresOn, -days)).filter((day) => day > grantedOn);
        expect(said.filter((each) => each.bucketId === bucketId).map(({ on }) => on)).toEqual(expected);
      }
    }),
  );
});

test('whoever looks late says the nearest only, never twice, and nothing of what is over', () => {
  fc.assert(
    fc.property(
      accounts,
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 50, maxLength: 50 }),
      (account, lates) => {
        const said = told(account, (look) => lates[look] ?? 0);
        for (const { left, days } of said) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(days);
          expect(alertDays.filter((nearer) => nearer < days && left <= nearer)).toEqual([]);
        }
        const stages = said.map(({ bucketId, days }) => `${bucketId} ${days}`);
        expect(new Set(stages).size).toBe(stages.length);
      },
    ),
  );
});

test('what is used up, frozen, or rests without an end is not spoken of', () => {
  fc.assert(
    fc.property(
      accounts,
      fc.constantFrom({ available: 0 }, { frozen: true }, { rests: { from: first } }),
      (account, state) => {
        const quiet = { ...account, buckets: account.buckets.map((bucket) => ({ ...bucket, ...state })) };
        expect(nextAlertDay(quiet, noAlerts, first)).toBeUndefined();
      },
    ),
  );
});
