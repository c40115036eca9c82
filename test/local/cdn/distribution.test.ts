import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { readAssembly } from '../../../local/assembly/read.ts';
import { createResolver } from '../../../local/assembly/resolve.ts';
import { readDistributions } from '../../../local/bindings/distributions.ts';
import { readPublications } from '../../../local/bindings/publications.ts';
import type { DistributionDefinition } from '../../../local/cdn/definition.ts';
import { createDistribution } from '../../../local/cdn/distribution.ts';
import { createSite } from '../../../local/cdn/site.ts';
import { type HttpRequest, type HttpResponse, json } from '../../../local/http/message.ts';

const folder = fileURLToPath(new URL('../fixtures/assembly', import.meta.url));
const resolver = createResolver(readAssembly(folder, { stage: 'dev' }), {
  queueUrl: (name) => `http://queues/${name}`,
});

function setup(
  change: Partial<DistributionDefinition> = {},
  api: (request: HttpRequest) => HttpResponse = () => json(200, {}),
) {
  const [definition] = readDistributions(resolver);
  const [publications = []] = [...readPublications(resolver).values()];
  if (definition === undefined) throw new Error('The fixture has no distribution.');
  const atApi: HttpRequest[] = [];
  const site = createSite(publications);
  const handle = createDistribution(
    { ...definition, ...change },
    {
      originOf: ({ kind }) =>
        kind === 'bucket'
          ? site
          : async (request) => {
              atApi.push(request);
              return api(request);
            },
      reveal: async (text) => (text.includes('resolve:secretsmanager') ? 'the secret' : text),
      onLog: () => {},
    },
  );
  const request = async (method: string, target: string, headers: Record<string, string> = {}) => {
    const [path = '', query = ''] = target.split('?');
    const host = { host: 'glow.localhost:4000' };
    return handle({
      method,
      path,
      query,
      headers: { ...host, ...headers },
      body: Buffer.alloc(0),
      remoteAddress: '198.51.100.1',
    });
  };
  return { request, atApi };
}

test('an address is a page of the portal, a file is a file, with how long each may be kept', async () => {
  const { request } = setup();
  const page = await request('GET', '/anything/at/all');
  expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html', 'cache-control': 'no-cache' } });
  expect(page.body.toString()).toContain('The portal');
  const script = await request('GET', '/admin/assets/main-1a2b3c.js');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a file that is not there is refused as S3 refuses it, and nothing outside the folder is served', async () => {
  const { request } = setup();
  expect(await request('GET', '/missing.js')).toMatchObject({
    status: 403,
    headers: { 'content-type': 'application/xml' },
  });
  expect(await request('GET', '/../asset.configuration/configuration.json')).toMatchObject({ status: 403 });
  expect(await request('GET', '/%2e%2e/asset.configuration/configuration.json')).toMatchObject({ status: 403 });
});

test('values known only at deployment are put into published files', async () => {
  const { request } = setup();
  const { body } = await request('GET', '/configuration.json');
  expect(JSON.parse(body.toString())).toEqual({ pool: expect.stringMatching(/^eu-central-1_/) });
});

test('a page that has not changed is not sent again', async () => {
  const { request } = setup();
  const { headers } = await request('GET', '/portal/index.html');
  const again = await request('GET', '/portal/index.html', { 'if-none-match': String(headers.etag) });
  expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

test('text is compressed for those who can read it', async () => {
  const { request } = setup();
  const plain = await request('GET', '/admin/assets/main-1a2b3c.js');
  const packed = await request('GET', '/admin/assets/main-1a2b3c.js', { 'accept-encoding': 'gzip, deflate, br' });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect(packed.body.length).toBeLessThan(plain.body.length / 5);
  expect(brotliDecompressSync(packed.body)).toEqual(plain.body);
  expect((await request('GET', '/portal/index.html', { 'accept-encoding': 'br' })).headers).not.toHaveProperty(
    'content-encoding',
  );
});

test('the API is asked with the secret header, the caller’s token and address, but not the salon’s host', async () => {
  const { request, atApi } = setup();
  await request('GET', '/api/glow/members/1?day=2', {
    authorization: 'Bearer x',
    'x-origin-secret': 'guessed',
    cookie: 'a=1',
  });
  expect(atApi[0]).toMatchObject({ path: '/api/glow/members/1', query: 'day=2' });
  expect(atApi[0]?.headers).toMatchObject({
    authorization: 'Bearer x',
    'x-origin-secret': 'the secret',
    'x-forwarded-for': '198.51.100.1',
    cookie: 'a=1',
    host: expect.stringMatching(/^\w+\.execute-api\.eu-central-1\.amazonaws\.com$/),
  });
});

test('without an origin request policy a token stays behind, as it would on AWS', async () => {
  const [definition] = readDistributions(resolver);
  const behaviours = definition?.behaviours.map((one) => ({ ...one, forwards: one.forwards.slice(0, 1) })) ?? [];
  const { request, atApi } = setup({ behaviours });
  await request('GET', '/api/glow/members/1?day=2', { authorization: 'Bearer x' });
  expect(atApi[0]?.query).toBe('');
  expect(atApi[0]?.headers).not.toHaveProperty('authorization');
});

test('security headers are on every answer, refusals included', async () => {
  const { request } = setup({}, () => json(500, { message: 'Internal Server Error' }));
  const answers = [
    await request('GET', '/'),
    await request('GET', '/missing.js'),
    await request('POST', '/'),
    await request('GET', '/moved'),
    await request('GET', '/api/glow/members/1'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 302, 500]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'",
      'permissions-policy': 'camera=()',
      'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
      'x-content-type-options': 'nosniff',
    });
  }
});

test('an error page hides the API’s own answer too, as on AWS', async () => {
  const errorResponses = [{ errorCode: 404, responseCode: 200, pagePath: '/portal/index.html' }];
  const { request } = setup({ errorResponses }, () => json(404, { message: 'Not Found' }));
  const response = await request('GET', '/api/nowhere');
  expect(response.status).toBe(200);
  expect(response.body.toString()).toContain('The portal');
});

test('an origin that breaks is a bad gateway, not an end of the laptop', async () => {
  const { request } = setup({}, () => {
    throw new Error('down');
  });
  expect(await request('GET', '/api/glow/members/1')).toMatchObject({ status: 502 });
});
