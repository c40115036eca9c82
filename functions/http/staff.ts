import { s3Files } from '../gateways/s3-files.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import { staffHandlers } from '../staff/handlers.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { entry } from './entry.ts';

export const handler = entry('staff', staffHandlers, {
  table: dynamoTable({ tableName: env('TABLE_NAME') }),
  chance,
  documents: s3Files({ bucket: env('DOCUMENTS_BUCKET') }),
  media: s3Files({ bucket: env('MEDIA_BUCKET') }),
});
