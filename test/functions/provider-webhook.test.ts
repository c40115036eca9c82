import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { serve } from '../../local/protocol/serve.ts';
import { type Queues, startQueues } from '../../local/queues/start.ts';
import { type Secrets, startSecrets } from '../../local/secrets/start.ts';
import { ProviderEvent } from '../../shared/contract/provider-event.ts';

const at = Date.parse('2026-03-01T09:00:00.400Z');
const seconds = Math.floor(at / 1000);
const event = {
  id: 'evt_1',
  object: 'event',
  account: 'acct_1',
  api_version: '2026-10-28.endive',
  created: seconds - 2,
  data: { object: { id: 'pi_1', object: 'payment_intent', amount: 4900, receipt_email: 'mia@example.com' } },
  livemode: false,
  type: 'payment_intent.succeeded',
};
const text = (value: unknown) => JSON.stringify(value, null, 2);
const body = text(event);
const v1 = (secret: string, of = body, t = seconds) =>
  `v1=${createHmac('sha256', secret).update(`${t}.${of}`).digest('hex')}`;
const signed = (of = body, secret = 'whsec_new', t = seconds) => `t=${t},${v1(secret, of, t)}`;

const environment = { ...process.env };
const lines: { level: string; outcome?: string; status: number }[] = [];
let queues: Queues;
let vault: Secrets;
/** Messages of the tests before. */
let earlier = 0;
let spy: ReturnType<typeof jest.spyOn>;
let handler: typeof import('../../functions/http/provider-webhook.ts').handler;

/** Starts the function anew, with its queue at an address. */
async function start(endpoint: string) {
  Object.assign(process.env, {
    ORIGIN_SECRET_ID: 'origin',
    STRIPE_SECRET_ID: 'stripe',
    PROVIDER_EVENTS_QUEUE_URL: queues.urlOf('provider-events').replace(queues.endpoint, endpoint),
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: vault.endpoint,
    AWS_ENDPOINT_URL_SQS: endpoint,
  });
  jest.resetModules();
  ({ handler } = await import('../../functions/http/provider-webhook.ts'));
}

beforeAll(async () => {
  vault = await startSecrets({
    secrets: [
      { name: 'origin', value: 'only CloudFront knows' },
      { name: 'stripe', value: text({ apiKey: 'sk_test_1', webhookSecret: 'whsec_old' }) },
    ],
  });
  const put = { SecretId: 'stripe', SecretString: text({ apiKey: 'sk_test_2', webhookSecret: 'whsec_new' }) };
  await fetch(vault.endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'secretsmanager.PutSecretValue', 'content-type': 'application/x-amz-json-1.1' },
    body: text(put),
  });
  queues = await startQueues({ queues: [{ name: 'provider-events', visibilityTimeoutSeconds: 30 }] });
  await start(queues.endpoint);
});
afterAll(async () => {
  process.env = environment;
  await queues.close();
  await vault.close();
});
beforeEach(async () => {
  earlier = (await queues.messages('provider-events')).length;
  lines.length = 0;
  spy = jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(JSON.parse(String(line)));
    return true;
  });
});
afterEach(() => spy.mockRestore());

async function deliver(
  signature: string | undefined,
  sent: string = body,
  { isBase64Encoded = false, verify = 'only CloudFront knows' } = {},
) {
  const headers = { 'x-origin-verify': verify, ...(signature === undefined ? {} : { 'stripe-signature': signature }) };
  const request = { headers, body: sent, isBase64Encoded, requestContext: { requestId: 'r-1', timeEpoch: at } };
  const answer = await handler(request as unknown as APIGatewayProxyEventV2, {} as Context);
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body ?? '') };
}
const queued = async () =>
  (await queues.messages('provider-events'))
    .slice(earlier)
    .map((message) => ProviderEvent.parse(JSON.parse(message.body)));

describe('a genuine webhook', () => {
  test('is on the queue when it is answered: what it is about, and nothing of what it says', async () => {
    expect(await deliver(signed())).toMatchObject({ status: 200, body: { received: true } });
    expect(await queued()).toEqual([
      {
        eventId: 'evt_1',
        type: 'payment_intent.succeeded',
        account: 'acct_1',
        livemode: false,
        apiVersion: '2026-10-28.endive',
        objectType: 'payment_intent',
        objectId: 'pi_1',
        created: (seconds - 2) * 1000,
        receivedAt: at,
      },
    ]);
    expect(lines).toMatchObject([
      { level: 'info', outcome: 'queued', status: 200, eventId: 'evt_1', objectId: 'pi_1' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('example.com');
  });

  test('may come in base64, as the API passes on what it takes for bytes', async () => {
    const umlauts = text({ ...event, data: { object: { ...event.data.object, description: 'Schöne Füße' } } });
    const base64 = Buffer.from(umlauts).toString('base64');
    expect((await deliver(signed(umlauts), base64, { isBase64Encoded: true })).status).toBe(200);
    expect((await deliver(signed(umlauts), umlauts)).status).toBe(200);
    expect(await queued()).toHaveLength(2);
  });

  test.each([
    ['the new secret', signed()],
    ['the one before', signed(body, 'whsec_old')],
    ['both', `t=${seconds},${v1('whsec_old')},${v1('whsec_new')}`],
    [
      'another and ours, beside a scheme of the future',
      `t=${seconds},v0=abc,${v1('whsec_x')},${v1('whsec_new')},v2=abc`,
    ],
  ])('counts when it is signed with %s', async (_, signature) => {
    expect((await deliver(signature)).status).toBe(200);
    expect(await queued()).toHaveLength(1);
  });

  test.each([-300, 300])('counts %d seconds away from its signature', async (distance) => {
    expect((await deliver(signed(body, 'whsec_new', seconds + distance))).status).toBe(200);
  });

  test('of a refund names the payment', async () => {
    const of = text({ ...event, data: { object: { id: 're_1', object: 'refund', payment_intent: 'pi_1' } } });
    await deliver(signed(of), of);
    expect(await queued()).toMatchObject([{ objectType: 'refund', objectId: 're_1', paymentIntentId: 'pi_1' }]);
  });

  // F10.
  test.each([
    ['no_account', { account: undefined }],
    ['other_mode', { livemode: true }],
    ['other_api_version', { api_version: '2020-08-27' }],
    ['other_api_version', { api_version: null }],
    ['no_account', { account: undefined, livemode: true, api_version: null }],
  ])('that must have no effect is taken all the same, marked: %s', async (parked, change) => {
    const of = text({ ...event, ...change });
    expect((await deliver(signed(of), of)).status).toBe(200);
    expect(await queued()).toMatchObject([{ eventId: 'evt_1', parked }]);
    expect(lines).toMatchObject([{ outcome: 'queued_to_park', parked }]);
  });
});

// F12.
describe('what is not genuine is refused, counted, and has no effect', () => {
  test.each([
    ['signed with another secret', signed(body, 'whsec_x'), body],
    ['with an altered body', signed(), body.replace('4900', '49')],
    ['with a body that was read and written again', signed(), JSON.stringify(event)],
    ['with one more line', signed(), `${body}\n`],
    ['too late', signed(body, 'whsec_new', seconds - 301), body],
    ['from the future', signed(body, 'whsec_new', seconds + 301), body],
    ['with another instant than was signed', signed().replace(String(seconds), String(seconds - 1)), body],
    ['with an instant put before the signed one', `t=${seconds},${signed(body, 'whsec_new', seconds + 301)}`, body],
    ['without a signature', undefined, body],
    ['with an empty one', '', body],
    ['with an instant only', `t=${seconds}`, body],
    ['without an instant', v1('whsec_new'), body],
    ['with an instant that is none', signed().replace(/t=\d+/, 't=soon'), body],
    ['with a scheme that proves nothing', signed().replace('v1=', 'v0='), body],
    ['with half a signature', signed().slice(0, -32), body],
    ['without a body', signed(), ''],
  ])('%s', async (_, signature, sent) => {
    const answer = await deliver(signature, sent);
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: { code: 'malformed_request', requestId: 'r-1' },
    });
    expect(await queued()).toEqual([]);
    expect(lines).toMatchObject([{ level: 'warn', message: 'provider-webhook', outcome: 'not_genuine', status: 400 }]);
  });

  test('the log tells a late one from an altered one', async () => {
    await deliver(signed(body, 'whsec_new', seconds - 900));
    await deliver(signed(), `${body} `);
    expect(lines).toMatchObject([{ ageSeconds: 900 }, { ageSeconds: 0 }]);
  });
});

describe('asked to come back', () => {
  test('what the queue did not take', async () => {
    const broken = await serve(() => ({ status: 500, body: '{}' }));
    await start(broken.endpoint);
    expect(await deliver(signed())).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
    expect(lines).toMatchObject([{ level: 'error', status: 503 }]);
    await broken.close();
    await start(queues.endpoint);
    expect((await deliver(signed())).status).toBe(200);
    expect(await queued()).toHaveLength(1);
  });

  test('a genuine one that we cannot read: it is our mistake, and is sent again', async () => {
    const of = text({ ...event, data: { object: { object: 'balance' } } });
    expect((await deliver(signed(of), of)).status).toBe(500);
    expect(await queued()).toEqual([]);
    expect(lines).toMatchObject([{ level: 'error', status: 500 }]);
  });
});

test('only what came through CloudFront is looked at', async () => {
  expect((await deliver(signed(), body, { verify: 'a guess' })).status).toBe(403);
  expect(await queued()).toEqual([]);
});
