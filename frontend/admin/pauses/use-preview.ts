import { useEffect, useState } from 'react';
import type { PausePreview } from '../../../shared/contract/staff/pause-operations.ts';
import { type Load, useLoad } from '../effects/load.ts';
import { isLimit } from './pausing.ts';

export interface Previewing {
  readonly load: Load<PausePreview | undefined>;
  readonly preview: PausePreview | undefined;
  /** The refusal that named a limit, also while it is overruled. */
  readonly limit: unknown;
  readonly overruled: boolean;
  readonly setOverruled: (overruled: boolean) => void;
}

/**
 * What the choice of the moment would do, asked anew whenever it changes; undefined for no choice yet. Overruling a limit
 * holds for the choice that met it.
 */
export function usePreview(
  asked: string | undefined,
  ask: (beyondLimits: boolean) => Promise<PausePreview>,
): Previewing {
  const [overruled, setOverruled] = useState(false);
  const [limit, setLimit] = useState<unknown>();
  const { load } = useLoad(async () => (asked === undefined ? undefined : await ask(overruled)), [asked, overruled]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice meets its own limits
  useEffect(() => {
    setOverruled(false);
    setLimit(undefined);
  }, [asked]);
  const failure = load.state === 'failed' ? load.error : undefined;
  useEffect(() => {
    if (isLimit(failure)) setLimit(failure);
  }, [failure]);
  return {
    load,
    preview: load.state === 'ready' ? load.value : undefined,
    limit: limit ?? (isLimit(failure) ? failure : undefined),
    overruled,
    setOverruled,
  };
}
