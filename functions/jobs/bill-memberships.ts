import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { runDue } from '../billing/run-due.ts';
import type { BillingWorld } from '../billing/world.ts';
import { uptime } from '../runtime/uptime.ts';
import { wait } from '../runtime/wait.ts';
import { readyAccount } from '../store/configuration.ts';
import { billingWorld } from './billing-world.ts';
import { chargePace, chargesOfInstance, type Turn } from './charge-pace.ts';
import { runBatch } from './queue-batch.ts';
import { DueMembership } from './sweep-billing.ts';

/** Bills the memberships of a batch, all at once, each at its turn: one that fails keeps no other waiting. */
export const billMemberships = (
  world: BillingWorld,
  batch: SQSEvent,
  requestId: string,
  turn: Turn,
): Promise<SQSBatchResponse> =>
  runBatch(
    'bill-memberships',
    batch,
    async (body) => {
      const { slug, memberId, membershipId, asOf } = DueMembership.parse(JSON.parse(body));
      const configuration = await world.configurations.get(slug);
      const account = configuration && readyAccount(configuration);
      if (account !== undefined) await turn(account);
      const actor = { kind: 'system', job: 'bill-memberships' } as const;
      const outcome = await runDue(world, { slug, memberId, membershipId, actor, at: asOf, requestId });
      return { outcome, business: slug, membershipId };
    },
    'at_once',
  );

let instance: { readonly world: BillingWorld; readonly turn: Turn } | undefined;

/** Lambda entry, behind the queue of the sweep. */
export async function handler(event: SQSEvent, context: { awsRequestId: string }): Promise<SQSBatchResponse> {
  instance ??= { world: billingWorld(), turn: chargePace({ perSecond: chargesOfInstance, uptime, wait }) };
  return billMemberships(instance.world, event, context.awsRequestId, instance.turn);
}
