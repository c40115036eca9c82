import type { MoveCause } from './move-cause.ts';

/**
 * The line that was the last appointment, by its sequence: the newest use, unless a visit for the same service was given
 * back since – then nothing says which appointment was the last. `entries` are newest first.
 */
export function lastUse(
  entries: readonly {
    readonly cause: MoveCause;
    readonly sequence: number;
    readonly serviceId?: string | undefined;
  }[],
): number | undefined {
  const used = entries.find(({ cause }) => cause === 'used' || cause === 'benefit_used');
  const givenBack = entries.some(
    ({ cause, sequence, serviceId }) =>
      used !== undefined &&
      (cause === 'given_back' || cause === 'use_withdrawn') &&
      sequence > used.sequence &&
      serviceId === used.serviceId,
  );
  return givenBack ? undefined : used?.sequence;
}
