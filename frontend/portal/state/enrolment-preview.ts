import type { PublicClient } from '../../common/public-client.ts';

/** What joining a plan costs today and later, as the API says it. */
export type EnrolmentPreview = Awaited<ReturnType<PublicClient['previewEnrolment']>>;
