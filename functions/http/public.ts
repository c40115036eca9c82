import { cognitoIdentity } from '../gateways/cognito-identity.ts';
import { publicHandlers } from '../public/handlers.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { entry } from './entry.ts';

export const handler = entry('public', publicHandlers, {
  table: dynamoTable({ tableName: env('TABLE_NAME') }),
  chance,
  members: cognitoIdentity({ poolId: env('MEMBERS_POOL_ID'), clientId: env('MEMBERS_CLIENT_ID') }),
  staff: cognitoIdentity({ poolId: env('STAFF_POOL_ID'), clientId: env('STAFF_CLIENT_ID') }),
});
