import { cognitoIdentity } from '../gateways/cognito-identity.ts';
import { payingInstance } from '../jobs/billing-world.ts';
import { publicHandlers } from '../public/handlers.ts';
import { env } from '../runtime/environment.ts';
import { entry } from './entry.ts';

export const handler = entry('public', publicHandlers, {
  ...payingInstance(),
  members: cognitoIdentity({ poolId: env('MEMBERS_POOL_ID'), clientId: env('MEMBERS_CLIENT_ID') }),
  staff: cognitoIdentity({ poolId: env('STAFF_POOL_ID'), clientId: env('STAFF_CLIENT_ID') }),
});
