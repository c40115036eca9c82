import type { Entry } from './credit-account.ts';

/**
 * The line that was the last appointment, by its sequence: the newest use, unless a visit for the same service was given
 * back since – then nothing says which appointment was the last. `entries` are newest first.
 */
export function lastUse(
  entries: readonly (Pick<Entry, 'kind' | 'sequence'> & { readonly serviceId?: string | undefined })[],
): number | undefined {
  const used = entries.find(({ kind }) => kind === 'CONSUME' || kind === 'USE');
  const givenBack = entries.some(
    ({ kind, sequence, serviceId }) =>
      used !== undefined &&
      (kind === 'RESTORE' || kind === 'UNUSE') &&
      sequence > used.sequence &&
      serviceId === used.serviceId,
  );
  return givenBack ? undefined : used?.sequence;
}
