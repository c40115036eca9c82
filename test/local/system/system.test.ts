import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { type LocalRuntime, startLocal } from '../../../local/start.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');
const day = 86_400_000;
let local: LocalRuntime;

beforeAll(async () => {
  local = await startLocal({ dataFolder: null, frozenAt: noon });
}, 180_000);
afterAll(() => local.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Node cannot look up `salon.localhost` on every machine, so the host is named in the header. */
function ask(host: string, path: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Answer> {
  const { port } = new URL(local.url);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { host: `${host}:${port}`, 'content-type': 'application/json', ...headers },
      },
      async (response) => {
        let text = '';
        for await (const chunk of response.setEncoding('utf8')) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const salon = {
  slug: 'glow',
  name: 'Glow',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'de-DE',
  ownerEmail: 'anna@example.com',
  ownerName: 'Anna Reyes',
  at: noon,
};

test('from the operator’s call to the owner’s mail everything runs as it does on AWS', async () => {
  expect(await local.invoke('createBusiness', salon)).toMatchObject({ ok: true, payload: { ok: true } });
  await local.idle();
  expect(local.events().map(({ type }) => type)).toEqual(expect.arrayContaining(['business.created', 'staff.invited']));
  const [mail] = await local.mails();
  expect(mail).toMatchObject({ to: ['anna@example.com'] });
  expect(mail?.text).toContain(`${local.siteOf('glow')}/admin/invitation#`);
});

test('the owner follows the link, sets a password, and the staff API knows her', async () => {
  const [mail] = await local.mails();
  const token = /invitation#([\w-]+)/.exec(mail?.text ?? '')?.[1];
  const body = JSON.stringify({ token, password: 'a long and quiet password' });
  const accepted = await ask('glow.localhost', '/api/glow/public/staff-invitation', { method: 'POST', body });
  expect(accepted.status).toBe(200);
  const { accessToken } = JSON.parse(accepted.text) as { accessToken: string };

  const settings = '/api/glow/staff/settings';
  expect(await ask('glow.localhost', settings)).toMatchObject({ status: 401 });
  const known = await ask('glow.localhost', settings, { headers: { authorization: `Bearer ${accessToken}` } });
  expect(known.status).toBe(200);

  const requestId = String(known.headers['apigw-requestid']);
  expect(local.logs.find({ requestId }).map(({ functionName }) => functionName)).toContain('regulars-dev-api-staff');
});

test('whoever goes past the CDN gets no answer from the API', async () => {
  const path = '/api/glow/public/business';
  const remoteAddress = '203.0.113.7';
  const direct = await local.api({ method: 'GET', path, query: '', headers: {}, body: Buffer.alloc(0), remoteAddress });
  expect(direct.status).toBe(403);
  expect((await ask('glow.localhost', path)).status).toBe(200);
});

test('pages come from the salon’s own address with their security headers, the console only from plain localhost', async () => {
  const portal = await ask('glow.localhost', '/portal');
  expect(portal).toMatchObject({
    status: 200,
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' },
  });
  // Uploads go to the buckets of this machine; nothing of AWS is left in the policy.
  expect(portal.headers['content-security-policy']).not.toContain('amazonaws.com');
  expect((await ask('localhost', '/')).text).toContain('on this laptop');
  expect((await ask('glow.localhost', '/_local/clock')).text).not.toContain('journey');
  expect(await ask('salon.example.com', '/')).toMatchObject({ status: 421 });
});

test('a mail that bounces is reported over the default bus to whoever takes care of it', async () => {
  const ownerEmail = 'bounce+owner@simulator.amazonses.com';
  await local.invoke('createBusiness', { ...salon, slug: 'echo', ownerEmail, at: local.clock.now() });
  await local.idle();
  const bounced = local.events().find(({ source }) => source === 'aws.ses');
  expect(bounced).toMatchObject({
    type: 'Email Bounced',
    detail: { mail: { tags: { business: ['echo'], 'ses:configuration-set': ['regulars-dev-mail'] } } },
    deliveries: [{ outcome: 'delivered' }],
  });
  expect(local.logs.find({ functionName: 'regulars-dev-take-mail-feedback' })).not.toEqual([]);
});

test('what the payment provider took comes back as a signed webhook through the CDN, and stands on the console', async () => {
  const { hostname, port } = new URL(local.paymentsUrl);
  const stripe = new Stripe('not-connected-yet', { protocol: 'http', host: hostname, port });
  const { id: stripeAccount } = await open('Glow');
  const { id } = await stripe.paymentIntents.create(
    {
      amount: 5900,
      currency: 'eur',
      payment_method: 'pm_card_visa',
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    },
    { stripeAccount },
  );
  await local.idle();
  expect(local.payments()).toEqual([expect.objectContaining({ id, amount: 5900, status: 'succeeded' })]);
  const taken = local.logs.find({ functionName: 'regulars-dev-receive-provider-event' });
  expect(taken.map(({ text }) => text).join()).toContain(id);
  expect(local.logs.find({ functionName: 'regulars-dev-handle-provider-events' })).not.toEqual([]);

  const unsigned = { method: 'POST', body: JSON.stringify({ type: 'payment_intent.succeeded' }) };
  expect(await ask('localhost', '/api/webhooks/stripe', unsigned)).toMatchObject({ status: 400 });
});

async function open(name: string): Promise<{ id: string }> {
  const response = await fetch(`${local.paymentsUrl}/_control/open-account`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  return (await response.json()) as { id: string };
}

test('the clock moves through a month, and events carry its time', async () => {
  await local.clock.travelTo(noon + 30 * day);
  expect(local.clock.now()).toBe(noon + 30 * day);
  await local.invoke('createBusiness', { ...salon, slug: 'later', at: local.clock.now() });
  await local.idle();
  const created = local
    .events()
    .find(({ type, detail }) => type === 'business.created' && JSON.stringify(detail).includes('later'));
  expect(created?.time).toMatch(/^2026-12-22/);
}, 60_000);
