import { s3Files } from '../gateways/s3-files.ts';
import { payingInstance } from '../jobs/billing-world.ts';
import { env } from '../runtime/environment.ts';
import { staffHandlers } from '../staff/handlers.ts';
import { entry } from './entry.ts';

export const handler = entry('staff', staffHandlers, {
  ...payingInstance(),
  documents: s3Files({ bucket: env('DOCUMENTS_BUCKET') }),
  media: s3Files({ bucket: env('MEDIA_BUCKET') }),
});
