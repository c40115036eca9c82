import { s3Files } from '../gateways/s3-files.ts';
import { memberDocumentHandlers } from '../member/document-handlers.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { entry } from './entry.ts';

const instance = {
  table: dynamoTable({ tableName: env('TABLE_NAME') }),
  chance,
  media: s3Files({ bucket: env('MEDIA_BUCKET') }),
  siteOf: (slug: string) => env('SITE_ORIGIN').replace('{business}', slug),
};

export const handler = entry('member', memberDocumentHandlers, instance, 'documents');
