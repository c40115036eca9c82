import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { DomainEvent } from '../../shared/domain/events.ts';
import { cognitoIdentity } from '../gateways/cognito-identity.ts';
import { sesMailer } from '../gateways/ses-mailer.ts';
import { runBatch } from '../jobs/queue-batch.ts';
import { sendEventMail } from '../mails/send-event-mail.ts';
import type { MailWorld } from '../mails/world.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import { dynamoTable } from '../store/dynamo-table.ts';

/** What EventBridge puts on the queue. */
const Envelope = z.object({ time: z.iso.datetime(), detail: DomainEvent });

/** Sends the mails that a batch of events calls for; the moment of each is its envelope's time. */
export const sendMails = (world: MailWorld, batch: SQSEvent): Promise<SQSBatchResponse> =>
  runBatch('send-mail', batch, async (body) => {
    const { time, detail: event } = Envelope.parse(JSON.parse(body));
    const outcome = await sendEventMail(world, event, Date.parse(time));
    return { outcome, eventId: event.eventId, type: event.type, business: event.business };
  });

let world: MailWorld | undefined;

const connect = (): MailWorld => ({
  table: dynamoTable({ tableName: env('TABLE_NAME') }),
  chance,
  members: cognitoIdentity({ poolId: env('MEMBERS_POOL_ID'), clientId: env('MEMBERS_CLIENT_ID') }),
  staff: cognitoIdentity({ poolId: env('STAFF_POOL_ID'), clientId: env('STAFF_CLIENT_ID') }),
  mailer: sesMailer({ sender: env('MAIL_SENDER'), configurationSet: env('MAIL_CONFIGURATION_SET') }),
  siteOf: (slug) => env('SITE_ORIGIN').replace('{business}', slug),
});

/** Lambda entry, behind the queue of events that call for a mail. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  world ??= connect();
  return sendMails(world, event);
}
