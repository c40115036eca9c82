import { pauseEnding } from './pause-ending.ts';
import { pauseReview } from './pause-review.ts';
import { renewalNotice } from './renewal-notice.ts';
import type { Prepare } from './world.ts';

/** The mail of a notice that the schedule of a membership has given, by what it is about. */
export const noticeMail: Prepare = (world, cause) => {
  const { notice } = cause.event.subject;
  if (notice === 'pause_ends') return pauseEnding(world, cause);
  return notice === 'pause_review' ? pauseReview(world, cause) : renewalNotice(world, cause);
};
