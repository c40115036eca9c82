import { describe, expect, test } from '@jest/globals';
import {
  isCancellable,
  isCancelling,
  latestLastDay,
  readWhen,
  takenBackBy,
} from '../../frontend/admin/cancelling/cancellable.ts';
import { wordings } from '../../frontend/admin/wording/wording.ts';
import { Usability } from '../../shared/domain/standing.ts';

const today = '2026-03-10';

describe('ending a membership at the desk', () => {
  // Rule K3
  test('what runs can be cancelled, what is cancelled can be taken back, what is over neither', () => {
    const running = Usability.options.map((usability) => ({ usability }));
    expect(running.filter(isCancellable).map(({ usability }) => usability)).toEqual(['usable', 'not_yet', 'on_hold']);
    expect(running.some(isCancelling)).toBe(false);
    // Also while it is paused or has not begun.
    for (const usability of ['usable', 'not_yet', 'on_hold'] as const) {
      const cancelled = { usability, cancelledFor: '2026-03-30' };
      expect([isCancelling(cancelled), isCancellable(cancelled)]).toEqual([true, false]);
    }
  });

  // Rules K3, 13: nobody at the desk promises a client what the portal then refuses.
  test('the client is named as one who can take it back only where the portal lets them', () => {
    const off = { memberPauses: true, memberCancels: false, memberChangesPlan: true };
    expect(takenBackBy({ enrolledVia: 'staff' }, off)).toBe('desk_only');
    expect(takenBackBy({ enrolledVia: 'online' }, off)).toBe('client_too');
    expect(takenBackBy({ enrolledVia: 'staff' }, { ...off, memberCancels: true })).toBe('client_too');
    for (const { cancelling } of Object.values(wordings)) {
      expect(cancelling.canUndo.desk_only).not.toBe(cancelling.canUndo.client_too);
    }
  });

  // Rule K1
  test('a day to end on is today or one of the next year, and is asked for before anything is shown', () => {
    const onDate = (lastDay: string) => readWhen({ when: 'on_date', lastDay }, today);
    expect(onDate('')).toBeUndefined();
    expect(onDate('2026-03-09')).toBeUndefined();
    expect(onDate(today)).toEqual({ when: 'on_date', lastDay: today });
    const latest = latestLastDay(today);
    expect(latest).toBe('2027-03-10');
    expect(onDate(latest)).toEqual({ when: 'on_date', lastDay: latest });
    expect(onDate('2027-03-11')).toBeUndefined();
  });

  test('a day that was typed before is not sent with another choice', () => {
    expect(readWhen({ when: 'now', lastDay: '2026-04-01' }, today)).toEqual({ when: 'now' });
    expect(readWhen({ when: 'period_end', lastDay: 'soon' }, today)).toEqual({ when: 'period_end' });
  });
});
