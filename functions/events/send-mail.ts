import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { DomainEvent } from '../../shared/domain/events.ts';
import { cognitoIdentity } from '../gateways/cognito-identity.ts';
import { sesMailer } from '../gateways/ses-mailer.ts';
import { runBatch } from '../jobs/queue-batch.ts';
import { sendEventMail } from '../mails/send-event-mail.ts';
import type { MailWorld } from '../mails/world.ts';
import { chance } from '../runtime/chance.ts';
import { configurationCache } from '../runtime/configuration-cache.ts';
import { env } from '../runtime/environment.ts';
import { uptime } from '../runtime/uptime.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { MailName } from '../store/mail-rows.ts';

/** What EventBridge puts on the queue; from the sweep of waiting mails, the name of one in the same envelope. */
const Request = z.object({ time: z.iso.datetime(), detail: z.union([DomainEvent, MailName]) });

/** Sends the mails that a batch of events calls for; the moment of each is its envelope's time. */
export const sendMails = (world: MailWorld, batch: SQSEvent): Promise<SQSBatchResponse> =>
  runBatch('send-mail', batch, async (body) => {
    const { time, detail } = Request.parse(JSON.parse(body));
    const sent = await sendEventMail(world, detail, Date.parse(time));
    return { ...sent, eventId: detail.eventId, business: detail.business };
  });

let world: MailWorld | undefined;

function connect(): MailWorld {
  const table = dynamoTable({ tableName: env('TABLE_NAME') });
  return {
    table,
    chance,
    configurations: configurationCache(table, uptime),
    members: cognitoIdentity({ poolId: env('MEMBERS_POOL_ID'), clientId: env('MEMBERS_CLIENT_ID') }),
    staff: cognitoIdentity({ poolId: env('STAFF_POOL_ID'), clientId: env('STAFF_CLIENT_ID') }),
    mailer: sesMailer({ sender: env('MAIL_SENDER'), configurationSet: env('MAIL_CONFIGURATION_SET') }),
    siteOf: (slug) => env('SITE_ORIGIN').replace('{business}', slug),
  };
}

/** Lambda entry, behind the queue of events that call for a mail. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  world ??= connect();
  return sendMails(world, event);
}
