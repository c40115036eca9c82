import { memberHandlers } from '../member/handlers.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { entry } from './entry.ts';

export const handler = entry('member', memberHandlers, {
  table: dynamoTable({ tableName: env('TABLE_NAME') }),
  chance,
});
