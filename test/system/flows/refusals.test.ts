import { beforeAll, describe, expect, test } from '@jest/globals';
import { Problem } from '../../../shared/contract/problem.ts';
import { staffClient } from '../../support/clients.ts';
import { type RawAnswer, rawCall } from '../../support/raw-call.ts';
import { newKey, openSalon, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();
let salon: Scenario;

beforeAll(async () => {
  salon = await openSalon(system);
});

const addMember = (body: unknown, headers: Record<string, string> = {}) =>
  rawCall(system, {
    method: 'POST',
    path: `/${salon.slug}/staff/members`,
    token: salon.owner.token,
    body,
    idempotencyKey: newKey(),
    headers,
  });

/** Every refusal is a problem in words, with an id under which support finds it. */
function expectProblem(answer: RawAnswer, status: number, code: string) {
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const problem = Problem.parse(answer.json);
  expect(problem.detail).toMatch(/^\p{Lu}.+\.$/u);
  expect(problem.requestId).toBe(answer.requestId);
}

const person = { firstName: 'Mia', lastName: 'Member' };

describe('A request that makes no sense', () => {
  test.each([
    ['is not JSON', '{"firstName":'],
    ['is not an object', '[]'],
    ['is empty', ''],
    ['has a field that nobody knows', { ...person, role: 'owner' }],
    ['lacks a field', { firstName: 'Mia' }],
    ['has a line break in a name', { ...person, lastName: 'Mem\r\nBcc: x' }],
    ['has an e-mail that is none', { ...person, email: 'mia@' }],
    ['has a prototype in it', '{"firstName":"Mia","lastName":"Member","__proto__":{"role":"owner"}}'],
  ])('that %s is refused', async (_, body) => {
    const answer = await addMember(body);
    expectProblem(answer, 400, 'malformed_request');
    expect(answer.problem.errors?.length).toBeGreaterThan(0);
  });

  test('names the field', async () => {
    const { problem } = await addMember({ ...person, phone: '030 23125' });
    expect(problem.errors).toEqual([{ field: 'phone', problem: expect.any(String) }]);
  });

  test('with an unknown question in its address is refused', async () => {
    const path = `/${salon.slug}/staff/self?debug=1`;
    expectProblem(await rawCall(system, { path, token: salon.owner.token }), 400, 'malformed_request');
  });

  test('asking for more than a hundred lines is refused', async () => {
    const path = `/${salon.slug}/staff/contacts?limit=101`;
    expectProblem(await rawCall(system, { path, token: salon.owner.token }), 400, 'malformed_request');
  });

  test('with a body of more than 64 kB is refused', async () => {
    expectProblem(await addMember({ ...person, firstName: 'x'.repeat(65 * 1024) }), 413, 'body_too_large');
  });
});

test('refusals speak the reader’s language, else the salon’s', async () => {
  const german = await openSalon(system, { locale: 'de-DE', timeZone: 'Europe/Berlin' });
  const memberId = `mbr_01JZZZZZZZZZZZZZZZZZZZZZZZ`;
  const ask = (slug: string, token: string, language?: string) =>
    staffClient(system, slug, token, language)
      .getMember({ path: { memberId } })
      .then(
        () => '',
        (error) => error.problem.detail as string,
      );
  const inGerman = 'Das wurde nicht gefunden.';
  expect(await ask(salon.slug, salon.owner.token, 'de')).toContain(inGerman);
  expect(await ask(salon.slug, salon.owner.token, 'de-AT,de;q=0.9,en;q=0.5')).toContain(inGerman);
  expect(await ask(german.slug, german.owner.token, 'fr')).toContain(inGerman);
  expect(await ask(german.slug, german.owner.token)).toContain(inGerman);
  expect(await ask(german.slug, german.owner.token, 'en')).not.toContain(inGerman);
});

test('the function refuses what did not come through CloudFront', async () => {
  const routeKey = 'GET /api/{business}/public/business';
  const event = (headers: Record<string, string>) => ({
    version: '2.0',
    routeKey,
    rawPath: `/api/${salon.slug}/public/business`,
    rawQueryString: '',
    headers,
    pathParameters: { business: salon.slug },
    requestContext: { requestId: 'direct', routeKey, timeEpoch: Date.now(), http: { method: 'GET' } },
    isBase64Encoded: false,
  });
  for (const headers of [{}, { 'x-origin-verify': '' }, { 'x-origin-verify': 'a guess' }]) {
    const answer = (await system.invoke('api-public', event(headers))) as { statusCode: number; body: string };
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('Test Salon');
  }
});

test('nothing that a caller sends makes the answer come from a cache', async () => {
  const answer = await rawCall(system, { path: `/${salon.slug}/public/business` });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
});
