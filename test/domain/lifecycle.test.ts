import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { lifecyclePage } from '../../local/lifecycle-page.ts';
import {
  cellOf,
  finalStates,
  isFinal,
  lifecycleEvents,
  type MembershipStatus,
  MembershipStatus as Status,
  startingStates,
  statusAfter,
} from '../../shared/domain/lifecycle.ts';
import { Refusal, refusalCodes } from '../../shared/domain/refusal.ts';

const states = Status.options;
const pairs = states.flatMap((from) => lifecycleEvents.map((event) => ({ from, event })));
const following = (from: MembershipStatus): MembershipStatus[] =>
  lifecycleEvents.flatMap((event) => {
    const cell = cellOf(from, event);
    return 'to' in cell ? [cell.to] : [];
  });

/** Every state that some events lead to from these, these included. */
function reachable(from: readonly MembershipStatus[]): Set<MembershipStatus> {
  const found = new Set(from);
  for (const state of found) for (const next of following(state)) found.add(next);
  return found;
}

// Rule 2; features “Model-checked state machine”.
describe('the life of a membership', () => {
  test('says of every event in every state what follows, or why not', () => {
    expect(pairs).toHaveLength(8 * lifecycleEvents.length);
    for (const { from, event } of pairs) {
      const cell = cellOf(from, event);
      if ('to' in cell) {
        expect(states).toContain(cell.to);
        expect(statusAfter(from, event)).toBe(cell.to);
      } else {
        expect(refusalCodes).toContain(cell.refused);
        expect(() => statusAfter(from, event)).toThrow(new Refusal(cell.refused));
      }
    }
  });

  test('reaches all eight states from the two in which it begins', () => {
    expect([...reachable(startingStates)].sort()).toEqual([...states].sort());
  });

  test('has no dead end but its two ends: from everywhere else it can be ended, and can become active', () => {
    for (const state of states.filter((candidate) => !isFinal(candidate))) {
      const ahead = reachable([state]);
      expect(ahead).toContain('active');
      for (const final of finalStates) expect(ahead).toContain(final);
    }
  });

  test('never leads out of an end: coming back is a new membership', () => {
    for (const final of finalStates) expect([...reachable([final])]).toEqual([final]);
  });

  test('takes no money by itself while paused, waiting or over, on whatever path it came there', () => {
    const resting = states.filter((state) => !['active', 'past_due', 'unpaid'].includes(state));
    for (const state of resting) expect(cellOf(state, 'charge_due')).toHaveProperty('refused');
    for (const state of finalStates) expect(cellOf(state, 'pay_open_invoice')).toHaveProperty('refused');
  });

  test('leaves a pause only through its end, and never because money came or did not (rule P8)', () => {
    const leaving = lifecycleEvents.filter((event) => {
      const cell = cellOf('paused', event);
      return 'to' in cell && cell.to !== 'paused';
    });
    expect(leaving.sort()).toEqual(['cancel_now', 'cancellation_due', 'pause_ends', 'term_ended']);
  });

  test('lets nobody pause who owes money or has not begun (rule P5)', () => {
    for (const event of ['pause', 'pause_begins'] as const) {
      const allowed = states.filter((state) => 'to' in cellOf(state, event));
      expect(allowed).toEqual(['active']);
    }
  });

  test('can be ended at any time by whoever wants to (rule K1)', () => {
    for (const state of states.filter((candidate) => !isFinal(candidate))) {
      expect(statusAfter(state, 'cancel_now')).toBe('cancelled');
      expect(cellOf(state, 'cancel_later')).toHaveProperty('to');
    }
  });

  test('is drawn as it is (run `npm run lifecycle` when it is not)', () => {
    expect(readFileSync('docs/lifecycle.md', 'utf8')).toBe(lifecyclePage());
  });
});
