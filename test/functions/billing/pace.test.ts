import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chargePace, chargesOfInstance, chargesPerSecond } from '../../../functions/jobs/charge-pace.ts';
import { work } from '../../../shared/contract/work.ts';

/** A pace whose clock stands still; answers the instants, in milliseconds, at which the turns come. */
function paceAt(perSecond: number) {
  let at = 0;
  const turns: { account: string; at: number }[] = [];
  let waited = 0;
  const turn = chargePace({
    perSecond,
    uptime: () => at / 1000,
    wait: async (milliseconds) => {
      waited = milliseconds;
    },
  });
  return {
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
    ask(account: string): number {
      void turn(account);
      turns.push({ account, at: at + waited });
      return waited;
    },
    turns,
  };
}

describe('renewals at the account of a salon', () => {
  test('leave at once up to the share of an instance, and the next ones a second after those', () => {
    const { ask, pass } = paceAt(3);
    expect([ask('a'), ask('a'), ask('a')]).toEqual([0, 0, 0]);
    pass(400);
    expect(ask('a')).toBeCloseTo(600);
    expect(ask('b')).toBe(0);
    pass(2_000);
    expect(ask('a')).toBe(0);
  });

  test('are never more within a second than the share, whenever they come', () => {
    const asked = fc.array(fc.record({ account: fc.constantFrom('a', 'b'), after: fc.nat(700) }), { maxLength: 60 });
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 12 }), (requests, perSecond) => {
        const { ask, pass, turns } = paceAt(perSecond);
        for (const { account, after } of requests) {
          pass(after);
          ask(account);
        }
        for (const [, own] of Map.groupBy(turns, ({ account }) => account)) {
          for (const [index, { at }] of own.entries()) {
            const before = own[index - perSecond];
            // A microsecond for the rounding of seconds.
            if (before) expect(at - before.at).toBeGreaterThanOrEqual(1000 - 0.001);
          }
        }
      }),
    );
  });

  test('of all instances together keep to 80 % of what Stripe takes at one address', () => {
    const { atOnce } = work.billMemberships.trigger;
    expect(chargesPerSecond).toBe(20);
    expect(chargesOfInstance * atOnce).toBeLessThanOrEqual(chargesPerSecond);
    expect(chargesOfInstance).toBeGreaterThanOrEqual(1);
  });
});
