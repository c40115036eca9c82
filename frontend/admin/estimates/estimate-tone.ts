import type { EstimateState } from '../../../shared/domain/estimate.ts';
import type { Tone } from '../parts/Tag.tsx';

/** What waits for the client, what is good, what asks for another offer; the rest is over. */
export const toneOfEstimate: Readonly<Record<EstimateState, Tone>> = {
  open: 'care',
  accepted: 'good',
  declined: 'bad',
  expired: 'quiet',
  withdrawn: 'quiet',
  replaced: 'quiet',
  invoiced: 'quiet',
};
