import { expect, test } from '@jest/globals';
import { tzdataVersion } from '../../functions/runtime/tzdata.ts';
import { scheduleValidity, TzdataVersion } from '../../shared/domain/tzdata.ts';

// Rule T5.
test.each([
  ['holds under the version that computed it', '2026a', '2026a', 'same'],
  ['is computed again by the next release', '2026a', '2026b', 'recompute'],
  ['is computed again by a release of the next year', '2025c', '2026a', 'recompute'],
  ['is computed again by the release after z', '2026z', '2026za', 'recompute'],
  ['is refused by an older release of the year', '2026b', '2026a', 'refuse'],
  ['is refused by a release of the year before', '2026a', '2025c', 'refuse'],
] as const)('a scheduled charge %s', (_, scheduled, runtime, expected) => {
  expect(scheduleValidity(scheduled, runtime)).toBe(expected);
});

test.each([
  ['2026a', true],
  ['2026za', true],
  ['2026', false],
  ['2026A', false],
  ['2026ab', false],
  ['26a', false],
])('%s is the name of a release: %s', (name, is) => {
  expect(TzdataVersion.safeParse(name).success).toBe(is);
});

test('the runtime says which release it computes with', () => {
  expect(tzdataVersion()).toBe(process.versions.tz);
  expect(scheduleValidity('2020a', tzdataVersion())).toBe('recompute');
});
