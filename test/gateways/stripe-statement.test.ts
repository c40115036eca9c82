import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { statementSuffix } from '../../functions/gateways/stripe-statement.ts';

test.each([
  ['Gold', 'Gold'],
  ['Schöne Füße', 'Schone Fus'],
  ['Gold – monthly', 'Gold month'],
  ['Facial & Massage', 'Facial Mas'],
  ['10 × Massage', '10 Massage'],
  ['★ ★ ★', undefined],
  ['2026', undefined],
])('“%s” is “%s” on a card statement', (name, suffix) => {
  expect(statementSuffix(name)).toBe(suffix);
});

test('whatever a plan is called, Stripe takes it: ten plain signs at most, with a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const suffix = statementSuffix(name);
      if (suffix !== undefined) expect(suffix).toMatch(/^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ]{0,9}$/);
    }),
  );
});
