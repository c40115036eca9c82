import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { runDue } from '../billing/run-due.ts';
import type { BillingWorld } from '../billing/world.ts';
import { now } from '../runtime/clock.ts';
import { wait } from '../runtime/wait.ts';
import { readyAccount } from '../store/configuration.ts';
import { billingWorld } from './billing-world.ts';
import { chargesPerSecond, type Pace, turnsFor } from './charge-pace.ts';
import { runBatch } from './queue-batch.ts';
import { DueMembership } from './sweep-billing.ts';

/** Bills the memberships of a batch, all at once, each at its turn: one that fails keeps no other waiting. */
export async function billMemberships(
  world: BillingWorld,
  batch: SQSEvent,
  requestId: string,
  pace: Pace,
): Promise<SQSBatchResponse> {
  const accounts = await Promise.all(batch.Records.map(({ body }) => accountOf(world, body)));
  const turn = await turnsFor(world.table, accounts, pace);
  return runBatch(
    'bill-memberships',
    batch,
    async (body, position) => {
      const { slug, memberId, membershipId, asOf } = DueMembership.parse(JSON.parse(body));
      await turn(position);
      const actor = { kind: 'system', job: 'bill-memberships' } as const;
      const outcome = await runDue(world, { slug, memberId, membershipId, actor, at: asOf, requestId });
      return { outcome, business: slug, membershipId };
    },
    'at_once',
  );
}

/** The account that a message's charge goes to. One that cannot be read fails later, by itself. */
async function accountOf(world: BillingWorld, body: string): Promise<string | undefined> {
  const parsed = DueMembership.safeParse(parsedJson(body));
  const configuration = parsed.success ? await world.configurations.get(parsed.data.slug) : undefined;
  return configuration && readyAccount(configuration);
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

let world: BillingWorld | undefined;

/** Lambda entry, behind the queue of the sweep. */
export async function handler(event: SQSEvent, context: { awsRequestId: string }): Promise<SQSBatchResponse> {
  world ??= billingWorld();
  return billMemberships(world, event, context.awsRequestId, { perSecond: chargesPerSecond, now, wait });
}
