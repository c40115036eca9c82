import { describe, expect, test } from '@jest/globals';
import { itemSize, readUnits, writeUnits } from '../../functions/store/pricing.ts';

// Sizes by hand, after AWS's rules; UTF-8 bytes of each name and each value.
describe('the size of an item', () => {
  test.each<[string, object, number]>([
    ['a text', { pk: 'B#a' }, 2 + 3],
    ['a text beyond ASCII', { n: 'é😀' }, 1 + 2 + 4],
    ['an empty text', { n: '' }, 1],
    ['one digit', { n: 7 }, 1 + 1 + 1],
    ['four digits', { n: 1234 }, 1 + 2 + 1],
    ['zeros at the end are free', { n: 120000 }, 1 + 1 + 1],
    ['zeros at the start are free', { n: 0.0012 }, 1 + 1 + 1],
    ['a minus sign', { n: -12 }, 1 + 1 + 1 + 1],
    ['nought', { n: 0 }, 1 + 1],
    ['an instant', { at: 1_763_629_800_123 }, 2 + 7 + 1],
    ['true, false and null', { a: true, b: false, c: null }, 3 * (1 + 1)],
    ['an empty list', { l: [] }, 1 + 3],
    ['a list', { l: ['ab', 5] }, 1 + 3 + (2 + 1) + (2 + 1)],
    ['an empty map', { m: {} }, 1 + 3],
    ['a map', { m: { ab: 'cde', f: null } }, 1 + 3 + (2 + 3 + 1) + (1 + 1 + 1)],
    ['a map in a list', { l: [{ a: 1 }] }, 1 + 3 + (3 + (1 + 2 + 1) + 1)],
    ['what is undefined is not stored', { a: undefined, m: { b: undefined } }, 1 + 3],
  ])('%s', (_, item, bytes) => {
    expect(itemSize(item)).toBe(bytes);
  });
});

describe('the price', () => {
  test.each([
    [0, 1, 0.5],
    [1, 1, 0.5],
    [4096, 1, 0.5],
    [4097, 2, 1],
    [40_000, 10, 5],
  ])('%i bytes are read for %d units when they must be fresh, for %d otherwise', (bytes, fresh, stale) => {
    expect([readUnits(bytes, true), readUnits(bytes, false)]).toEqual([fresh, stale]);
  });

  test.each([
    [1, 2, 1],
    [1024, 2, 1],
    [1025, 4, 2],
    [10_240, 20, 10],
  ])('%i bytes are written for %d units in a transaction, for %d alone', (bytes, together, alone) => {
    expect([writeUnits(bytes, true), writeUnits(bytes, false)]).toEqual([together, alone]);
  });
});
