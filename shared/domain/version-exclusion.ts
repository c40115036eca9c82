import * as z from 'zod/mini';

/** Why a membership does not move to a new version of its plan. */
export const VersionExclusion = z.enum([
  /** Staff have said that it stays on its version. */
  'kept',
  /** It is cancelled, or its term is over before the first bill of the new version. */
  'ending',
  /** A minimum time, a fixed term or an introductory price lasts longer, and the new version costs more or gives less. */
  'agreed',
  /** Another plan waits for its bill. */
  'own_change',
  'payment_open',
  'not_begun',
  /** It pauses without an agreed end, so nobody knows its next bill. */
  'open_pause',
  /** Its version has other bill dates, another term or a shorter minimum time: that is a change of plan. */
  'other_terms',
  /** No mail reaches the member, and the new version costs more or gives less. */
  'not_reachable',
  'busy',
]);
export type VersionExclusion = z.infer<typeof VersionExclusion>;
