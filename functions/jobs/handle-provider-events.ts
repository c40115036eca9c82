import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { ProviderEvent } from '../../shared/contract/provider-event.ts';
import { takeEvent } from '../billing/take-event.ts';
import type { BillingWorld } from '../billing/world.ts';
import { log } from '../runtime/log.ts';
import { billingWorld } from './billing-world.ts';
import { runBatch } from './queue-batch.ts';

/** Handles the provider's events of a batch, in turn. A parked one is an error line: somebody has to look at it. */
export const handleProviderEvents = (
  world: BillingWorld,
  batch: SQSEvent,
  requestId: string,
): Promise<SQSBatchResponse> =>
  runBatch('handle-provider-events', batch, async (body) => {
    const event = ProviderEvent.parse(JSON.parse(body));
    const outcome = await takeEvent(world, event, requestId);
    const { eventId, type, account } = event;
    if (outcome === 'parked') log('error', 'provider-event-parked', { eventId, type, account, why: event.parked });
    return { outcome, eventId, type };
  });

let world: BillingWorld | undefined;

/** Lambda entry, behind the queue of webhooks. */
export async function handler(event: SQSEvent, context: { awsRequestId: string }): Promise<SQSBatchResponse> {
  world ??= billingWorld();
  return handleProviderEvents(world, event, context.awsRequestId);
}
