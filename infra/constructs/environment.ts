import type { Need } from '../../shared/contract/operation.ts';
import type { SettledStage } from '../stages.ts';
import type { Available, SendingNeed } from './resources.ts';
import { queueOf, reach } from './resources.ts';

const table = (has: Available) => ({ TABLE_NAME: reach(has, 'table').tableName });
const members = (has: Available) => {
  const { pool, client } = reach(has, 'members');
  return { MEMBERS_POOL_ID: pool.userPoolId, MEMBERS_CLIENT_ID: client.userPoolClientId };
};
const staff = (has: Available) => {
  const { pool, client } = reach(has, 'staff');
  return { STAFF_POOL_ID: pool.userPoolId, STAFF_CLIENT_ID: client.userPoolClientId };
};
const documents = (has: Available) => ({ DOCUMENTS_BUCKET: reach(has, 'documents') });
const media = (has: Available) => ({ MEDIA_BUCKET: reach(has, 'media') });
const queue = (variable: string, need: SendingNeed) => (has: Available) => ({
  [variable]: reach(has, 'queues')[queueOf[need]].queue.queueUrl,
});

/** Where a function finds what it needs. Names and addresses only: a secret is read when it is used. */
const variables: Readonly<Record<Need, (has: Available) => Record<string, string>>> = {
  'table:read': table,
  'table:write': table,
  'members-pool:sign-in': members,
  'members-pool:administer': members,
  'staff-pool:sign-in': staff,
  'staff-pool:administer': staff,
  'documents:read': documents,
  'documents:write': documents,
  'media:read': media,
  'media:write': media,
  'mail:send': (has) => {
    const { sender, configurationSet } = reach(has, 'mail');
    return { MAIL_SENDER: sender, MAIL_CONFIGURATION_SET: configurationSet.configurationSetName };
  },
  'bus:publish': (has) => ({ BUS_NAME: reach(has, 'bus').eventBusName }),
  'expiry-queue:send': queue('EXPIRY_QUEUE_URL', 'expiry-queue:send'),
  'billing-queue:send': queue('BILLING_QUEUE_URL', 'billing-queue:send'),
  'provider-events-queue:send': queue('PROVIDER_EVENTS_QUEUE_URL', 'provider-events-queue:send'),
  'mail-queue:send': queue('MAIL_QUEUE_URL', 'mail-queue:send'),
  // No address: the provider's own, which its library knows.
  'payments:use': (has) => ({ STRIPE_SECRET_ID: reach(has, 'stripeSecret').secretArn }),
  'origin-secret:read': (has) => ({ ORIGIN_SECRET_ID: reach(has, 'originSecret').secretArn }),
};

/** The environment of a function with these needs. Every function knows its stage and the address of a business. */
export function environmentFor(stage: SettledStage, needs: readonly Need[], has: Available): Record<string, string> {
  return Object.assign(
    { STAGE: stage.name, SITE_ORIGIN: stage.siteOrigin, NODE_OPTIONS: '--enable-source-maps' },
    ...needs.map((need) => variables[need](has)),
  );
}
