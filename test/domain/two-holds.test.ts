import { expect, test } from '@jest/globals';
import { accountOf, byHand, entryOn, facial } from '../support/credit-histories.ts';

const given = entryOn('2026-03-01', 'GRANT', byHand, 2, {
  opens: { kind: 'visits', serviceIds: [facial], grantedOn: '2026-03-01', source: { kind: 'staff' } },
});
const pause = { from: '2026-03-03', until: '2026-03-10' };
const states = [
  entryOn('2026-03-02', 'FREEZE', byHand, 2),
  entryOn('2026-03-03', 'FREEZE', byHand, 2, { rests: pause }),
  entryOn('2026-03-10', 'UNFREEZE', byHand, 2, { rests: pause }),
  entryOn('2026-03-12', 'UNFREEZE', byHand, 2),
].map((_, at, drafts) => accountOf([given, ...drafts.slice(0, at + 1)]).account.buckets[0]);

// Rules C8 and P3: two reasons to wait
test('the end of a pause does not end the hold of a disputed payment, nor the other way round', () => {
  expect(states.map((bucket) => [bucket?.frozen ?? false, bucket?.rests !== undefined])).toEqual([
    [true, false],
    [true, true],
    [true, false],
    [false, false],
  ]);
});
