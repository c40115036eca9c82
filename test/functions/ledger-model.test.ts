import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { checkLedgers } from '../../functions/jobs/check-ledgers.ts';
import { EntryKind } from '../../shared/domain/credit-account.ts';
import { fileOf, pagesOf, verify } from '../support/ledger-copies.ts';
import { ledgerModel, step, stepNames } from '../support/ledger-model.ts';

/** Kinds of entries that no step of the model makes: appointments, corrections, uses without a number. */
const made: ReadonlySet<string> = new Set(['HOLD', 'RELEASE', 'CORRECT', 'USE', 'UNUSE']);

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => {
  jest.restoreAllMocks();
});

// Rule C2.1–10, issue “verifiable ledger”: any sequence of what can happen keeps the invariants. Appointments are not
// among it: nothing makes them yet (test/domain/credit-invariants.test.ts has them).
test('whatever happens at a salon, in whatever order, every balance stays what its history says', async () => {
  const done: Record<string, number> = {};
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }), async (steps) => {
      const model = await ledgerModel();
      await model.run({ do: 'days', days: 30, jobs: true });
      for (const each of steps) {
        if (await model.run(each)) done[each.do] = (done[each.do] ?? 0) + 1;
      }
      await model.expectHistory();
      for (const { kind } of await model.entries()) kinds.add(kind);
      const { world } = model;
      expect(await checkLedgers(world.world, world.now(), () => true)).toMatchObject({ found: 0, failed: 0 });
      expect(verify(fileOf(await pagesOf(model.desk)))).toMatchObject({ faults: [] });
    }),
    { numRuns: 30, seed: 20_260_331, endOnFailure: false },
  );
  // All of it did happen: sequences in which everything is refused would prove nothing.
  expect(Object.keys(done).sort()).toEqual([...stepNames].sort());
  expect([...kinds].sort()).toEqual(EntryKind.options.filter((kind) => !made.has(kind)).sort());
});
