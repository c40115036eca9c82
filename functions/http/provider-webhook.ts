import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from '../../shared/domain/refusal.ts';
import { originSecret } from '../gateways/origin-secret.ts';
import { type PaymentSecret, paymentSecret } from '../gateways/payment-secret.ts';
import { openWebhook } from '../gateways/provider-webhook.ts';
import { type Queue, sqsQueue } from '../gateways/queue.ts';
import { env } from '../runtime/environment.ts';
import { described, log } from '../runtime/log.ts';
import { uptime } from '../runtime/uptime.ts';
import { failure, success } from './answer.ts';
import { throughCloudFront } from './through-cloudfront.ts';

/**
 * Puts a genuine webhook of the payment provider on the queue: the one write before the answer (decision 15). 400 for
 * what is not genuine, with no effect. Each ends as one log line without personal data.
 */
export async function receiveProviderEvent(
  { secret, queue }: { readonly secret: PaymentSecret; readonly queue: Queue },
  { headers, body = '', isBase64Encoded, requestContext }: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId, timeEpoch: receivedAt } = requestContext;
  const opened = await openWebhook(await secret(), {
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    signature: headers['stripe-signature'],
    receivedAt,
  });
  if (opened.kind === 'refused') {
    log('warn', 'provider-webhook', { requestId, outcome: 'not_genuine', ageSeconds: opened.ageSeconds, status: 400 });
    return failure(new Refusal('malformed_request'), requestId, 'en');
  }
  const { event } = opened;
  await queue.send([event]);
  const { eventId, type, account, objectId, parked } = event;
  log('info', 'provider-webhook', {
    requestId,
    outcome: parked === undefined ? 'queued' : 'queued_to_park',
    parked,
    eventId,
    type,
    account,
    objectId,
    status: 200,
  });
  return success(200, { received: true }, requestId);
}

const world = {
  secret: paymentSecret(env('STRIPE_SECRET_ID'), uptime),
  queue: sqsQueue(env('PROVIDER_EVENTS_QUEUE_URL')),
};

/** Lambda entry for the provider’s webhooks. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(throughCloudFront(originSecret(env('ORIGIN_SECRET_ID'), uptime)))
  .handler((event) => receiveProviderEvent(world, event))
  .onError((request) => {
    // Not queued, or not known to be: the provider sends it again.
    const { requestId } = request.event.requestContext;
    const response = failure(request.error, requestId, 'en');
    log('error', 'provider-webhook', { requestId, status: response.statusCode, ...described(request.error) });
    request.response = response;
  });
