import { expect, test } from '@jest/globals';
import { chainFindings } from '../../shared/domain/chain-check.ts';
import { hashOf } from '../../shared/domain/credit-chain.ts';
import { accountOf, memberId, twoMonths } from '../support/credit-histories.ts';

// Rule C2.9
test('an entry that was changed together with its own hash is betrayed by the one behind it', () => {
  const { entries } = accountOf(twoMonths);
  const anew = entries.map((entry) => {
    if (entry.sequence !== 9) return entry;
    const { hash: _, ...unsealed } = { ...entry, causeId: 'another cause' };
    return { ...unsealed, hash: hashOf(unsealed) };
  });
  expect(chainFindings('credits', memberId, entries)).toEqual([]);
  expect(chainFindings('credits', memberId, anew)).toMatchObject([
    { sequence: 10, detail: 'does not follow entry 9 as it is' },
  ]);
});
