import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { type ApiDefinition, createHttpApi, type Route } from '../../../local/http/api.ts';
import type { HttpRequest } from '../../../local/http/message.ts';
import { json } from '../../../local/http/message.ts';
import { type Listening, listen } from '../../../local/http/node-server.ts';
import { parseRouteKey } from '../../../local/http/routes.ts';
import type { InvokeResult } from '../../../local/ports.ts';

const now = Date.parse('2026-03-12T19:03:58.123Z');
const clock = { now: () => now, onAdvance: () => () => {} };
const scope = 'aws.cognito.signin.user.admin';
const client = 'portal-client';

let pool: Listening;
let issuer = '';
let sign: (claims: JWTPayload, expiresAt?: number) => Promise<string>;
let events: Record<string, unknown>[] = [];
let answer: (event: Record<string, unknown>) => Promise<InvokeResult>;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
  pool = await listen(async () => json(200, { keys: [jwk] }));
  issuer = `http://127.0.0.1:${pool.port}/pool`;
  sign = (claims, expiresAt = now / 1000 + 600) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
});
afterAll(() => pool.close());
beforeEach(() => {
  events = [];
  answer = async () => ({ ok: true, payload: { statusCode: 200, body: 'fine' } });
});

function route(routeKey: string, change: Partial<Route> = {}): Route {
  return {
    pattern: parseRouteKey(routeKey),
    functionName: routeKey,
    scopes: [],
    integrationTimeout: 30_000,
    ...change,
  };
}

function setup(routes: readonly Route[], change: Partial<ApiDefinition> = {}) {
  const api = createHttpApi(
    {
      id: 'abc123',
      domainName: 'abc123.execute-api.eu-west-1.amazonaws.com',
      account: '000000000000',
      stage: '$default',
      routes,
      authorizers: new Map([['members', { issuer: () => issuer, audience: [client] }]]),
      ...change,
    },
    {
      clock,
      tokenNow: clock.now,
      invoker: {
        invoke: async (_, event) => {
          events.push(event as Record<string, unknown>);
          return answer(event as Record<string, unknown>);
        },
      },
    },
  );
  return async (method: string, target: string, headers: Record<string, string> = {}, body = '') => {
    const [path = '', query = ''] = target.split('?');
    const request: HttpRequest = {
      method,
      path,
      query,
      headers,
      body: Buffer.from(body),
      remoteAddress: '203.0.113.7',
    };
    const response = await api(request);
    return { ...response, text: response.body.toString() };
  };
}

test('the most specific route answers, as on API Gateway', async () => {
  const keys = [
    '$default',
    'ANY /{proxy+}',
    'GET /pets/{proxy+}',
    'GET /pets/{id}',
    'GET /pets/dog',
    'ANY /pets/cat',
    'GET /pets/cat',
  ];
  const request = setup(keys.map((key) => route(key)));
  const routeKeyOf = async (method: string, path: string) => {
    await request(method, path);
    return events.at(-1)?.routeKey;
  };
  expect(await routeKeyOf('GET', '/pets/dog')).toBe('GET /pets/dog');
  expect(await routeKeyOf('GET', '/pets/bird')).toBe('GET /pets/{id}');
  expect(await routeKeyOf('GET', '/pets/bird/food')).toBe('GET /pets/{proxy+}');
  expect(await routeKeyOf('GET', '/pets/cat')).toBe('GET /pets/cat');
  expect(await routeKeyOf('POST', '/pets/cat')).toBe('ANY /pets/cat');
  expect(await routeKeyOf('POST', '/pets/dog')).toBe('ANY /{proxy+}');
  expect(await routeKeyOf('GET', '/')).toBe('ANY /{proxy+}');
});

test('a path that no route takes is not found, and no function runs', async () => {
  const request = setup([route('GET /pets/{id}')]);
  expect(await request('GET', '/pets/')).toMatchObject({ status: 404, text: '{"message":"Not Found"}' });
  expect(await request('POST', '/pets/1')).toMatchObject({ status: 404 });
  expect(events).toEqual([]);
});

test('a function gets the event of payload format 2.0', async () => {
  const request = setup([route('POST /salons/{business}/visits')]);
  await request(
    'POST',
    '/salons/gl%C3%BCck/visits?day=1&day=2&note=a%20b',
    {
      'content-type': 'application/json',
      cookie: 'a=1; b=2',
      'user-agent': 'phone',
      'x-forwarded-for': '198.51.100.1',
    },
    '{"x":1}',
  );
  expect(events[0]).toEqual({
    version: '2.0',
    routeKey: 'POST /salons/{business}/visits',
    rawPath: '/salons/glück/visits',
    rawQueryString: 'day=1&day=2&note=a%20b',
    cookies: ['a=1', 'b=2'],
    headers: {
      'content-type': 'application/json',
      host: 'abc123.execute-api.eu-west-1.amazonaws.com',
      'user-agent': 'phone',
      'x-forwarded-for': '198.51.100.1, 203.0.113.7',
      'x-forwarded-proto': 'https',
    },
    queryStringParameters: { day: '1,2', note: 'a b' },
    pathParameters: { business: 'glück' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'abc123',
      domainName: 'abc123.execute-api.eu-west-1.amazonaws.com',
      domainPrefix: 'abc123',
      http: {
        method: 'POST',
        path: '/salons/glück/visits',
        protocol: 'HTTP/1.1',
        sourceIp: '203.0.113.7',
        userAgent: 'phone',
      },
      requestId: expect.stringMatching(/^[\w-]{14}=$/),
      routeKey: 'POST /salons/{business}/visits',
      stage: '$default',
      time: '12/Mar/2026:19:03:58 +0000',
      timeEpoch: now,
    },
    body: '{"x":1}',
    isBase64Encoded: false,
  });
});

test('a body that is not text arrives in Base64', async () => {
  const request = setup([route('POST /files')]);
  await request('POST', '/files', { 'content-type': 'image/png' }, 'picture');
  expect(events[0]).toMatchObject({ body: Buffer.from('picture').toString('base64'), isBase64Encoded: true });
});

test('a function’s answer becomes the response, cookies included', async () => {
  const request = setup([route('GET /a')]);
  const reply = async (payload: unknown) => {
    answer = async () => ({ ok: true, payload });
    return request('GET', '/a');
  };
  const full = {
    statusCode: 201,
    headers: { 'X-Kind': 'cat' },
    cookies: ['a=1; Secure', 'b=2'],
    body: 'b2s=',
    isBase64Encoded: true,
  };
  expect(await reply(full)).toMatchObject({
    status: 201,
    headers: { 'x-kind': 'cat', 'set-cookie': ['a=1; Secure', 'b=2'], 'apigw-requestid': expect.any(String) },
    text: 'ok',
  });
  expect(await reply({ hello: 'Sofia' })).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/json' },
    text: '{"hello":"Sofia"}',
  });
  expect(await reply({ statusCode: 'often' })).toMatchObject({ status: 500 });
});

test('a failing function is an internal error, a slow one is unavailable', async () => {
  const request = setup([route('GET /a'), route('GET /slow', { integrationTimeout: 20 })]);
  answer = async () => ({ ok: false, errorType: 'TypeError', errorMessage: 'secret detail' });
  expect(await request('GET', '/a')).toMatchObject({ status: 500, text: '{"message":"Internal Server Error"}' });
  answer = () => new Promise(() => {});
  expect(await request('GET', '/slow')).toMatchObject({ status: 503, text: '{"message":"Service Unavailable"}' });
});

const guarded = route('GET /mine', { authorizerId: 'members', scopes: [scope] });

test('a signed-in person’s claims reach the function as text', async () => {
  const request = setup([guarded]);
  const token = await sign({ sub: 'sofia', client_id: client, scope: `openid ${scope}`, 'cognito:groups': ['a', 'b'] });
  expect(await request('GET', '/mine', { authorization: `Bearer ${token}` })).toMatchObject({ status: 200 });
  expect(events[0]).toHaveProperty('requestContext.authorizer.jwt', {
    claims: expect.objectContaining({ sub: 'sofia', 'cognito:groups': '[a b]', exp: String(now / 1000 + 600) }),
    scopes: [scope],
  });
});

test('whoever is not signed in properly gets no further', async () => {
  const request = setup([guarded]);
  const claims = { sub: 'sofia', client_id: client, scope };
  const status = async (token: string) => (await request('GET', '/mine', { authorization: `Bearer ${token}` })).status;

  expect(await request('GET', '/mine')).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
  expect(await status('nonsense')).toBe(401);
  expect(await status(await sign(claims, now / 1000 - 1))).toBe(401);
  expect(await status(await sign({ ...claims, nbf: now / 1000 + 60 }))).toBe(401);
  expect(await status(await sign({ ...claims, client_id: 'another' }))).toBe(401);
  expect(await status(await sign({ ...claims, aud: 'another' }))).toBe(401);
  const [head, , signature] = (await sign(claims)).split('.');
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'mallory', iss: issuer, exp: now })).toString(
    'base64url',
  );
  expect(await status(`${head}.${forged}.${signature}`)).toBe(401);
  expect(
    await request('GET', '/mine', { authorization: `Bearer ${await sign({ ...claims, scope: 'openid' })}` }),
  ).toMatchObject({
    status: 403,
    text: '{"message":"Forbidden"}',
  });
  expect(events).toEqual([]);
});

test('an ID token, which carries no scope, does not open a route that asks for one', async () => {
  const request = setup([guarded]);
  const token = await sign({ sub: 'sofia', aud: client, token_use: 'id' });
  expect(await request('GET', '/mine', { authorization: `Bearer ${token}` })).toMatchObject({ status: 403 });
});

test('too many requests at once are turned away', async () => {
  const request = setup([route('GET /a')], { limits: { rate: 0, burst: 2 } });
  const statuses = [await request('GET', '/a'), await request('GET', '/a'), await request('GET', '/a')].map(
    ({ status }) => status,
  );
  expect(statuses).toEqual([200, 200, 429]);
});

test('bodies over 10 MB and headers over 10 kB are refused', async () => {
  const request = setup([route('POST /a')]);
  expect(await request('POST', '/a', {}, 'x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({ status: 413 });
  expect(await request('POST', '/a', { 'x-long': 'x'.repeat(10_300) })).toMatchObject({ status: 431 });
});

test('pages of other origins are answered only where the API declares CORS', async () => {
  const ask = { origin: 'https://shop.example.com', 'access-control-request-method': 'GET' };
  expect(await setup([route('GET /a')])('OPTIONS', '/a', ask)).toMatchObject({ status: 404 });
  const cors = {
    allowOrigins: [ask.origin],
    allowMethods: ['GET'],
    allowHeaders: [],
    exposeHeaders: [],
    allowCredentials: true,
  };
  const request = setup([route('GET /a')], { cors });
  expect(await request('OPTIONS', '/a', ask)).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-origin': ask.origin, 'access-control-allow-methods': 'GET' },
  });
  expect((await request('GET', '/a', { origin: 'https://evil.example.org' })).headers).not.toHaveProperty(
    'access-control-allow-origin',
  );
});
