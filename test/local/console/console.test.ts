import { beforeEach, expect, test } from '@jest/globals';
import { createConsole } from '../../../local/console/console.ts';
import type { ConsoleModel } from '../../../local/console/model.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');
let now = noon;
let idled = 0;

const payment = {
  id: 'pi_1',
  at: '2026-11-22T06:15:00.000Z',
  business: 'glow',
  amount: 5900,
  currency: 'eur',
  status: 'failed',
  description: 'Gold',
  reason: 'insufficient_funds',
};
const model: ConsoleModel = {
  salons: () => [
    {
      slug: 'glow',
      name: 'Glow & Co',
      site: 'http://glow.localhost:4000',
      portal: 'http://glow.localhost:4000/portal',
      admin: 'http://glow.localhost:4000/admin',
    },
  ],
  accounts: () => ({ glow: { owner: { name: 'Anna', email: 'anna@example.com', password: 'a "long" one' } } }),
  inbox: 'http://127.0.0.1:8000',
  now: () => now,
  journey: () => undefined,
  nextDue: async () => ({ kind: 'credit expiry', at: noon + 1 }),
  travelTo: async (instant) => {
    now = instant;
  },
  idle: async () => {
    idled += 1;
  },
  logs: (filter) => [{ at: now, functionName: 'api-member', requestId: filter.requestId ?? '', text: '{}' }],
  events: () => [],
  mails: async () => [],
  payments: () => [payment],
};
const handle = createConsole(model);

beforeEach(() => {
  now = noon;
  idled = 0;
});

async function ask(method: string, target: string, body?: unknown, headers: Record<string, string> = {}) {
  const [path = '', query = ''] = target.split('?');
  const response = await handle({
    method,
    path,
    query,
    headers: { host: 'localhost:4000', ...headers },
    body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    remoteAddress: '127.0.0.1',
  });
  return { status: response.status, text: response.body.toString(), headers: response.headers };
}
const json = async (...args: Parameters<typeof ask>) => JSON.parse((await ask(...args)).text);

test('the page links the salons and shows the demo accounts, whatever characters they have', async () => {
  const { status, text } = await ask('GET', '/');
  expect(status).toBe(200);
  expect(text).toContain('Glow &amp; Co');
  expect(text).toContain('href="http://glow.localhost:4000/portal"');
  expect(text).toContain('data-copy="a &quot;long&quot; one"');
  expect(text).toContain('No payments yet');
});

test('the clock tells the salon’s time and moves forward only', async () => {
  expect(await json('GET', '/_local/clock')).toMatchObject({
    iso: '2026-11-22T12:00:00.000Z',
    nextDue: { kind: 'credit expiry' },
  });
  expect(await json('POST', '/_local/clock', { advanceMs: 3_600_000 })).toMatchObject({
    iso: '2026-11-22T13:00:00.000Z',
  });
  expect(await json('POST', '/_local/clock', { to: '2026-12-01T00:00:00Z' })).toMatchObject({
    iso: '2026-12-01T00:00:00.000Z',
  });
  expect(await json('POST', '/_local/clock', { to: '2026-11-01T00:00:00Z' })).toMatchObject({
    code: 'clock_moves_forward',
  });
});

test('a move that makes no sense is refused in words', async () => {
  for (const body of [
    {},
    { advanceMs: -1 },
    { advanceMs: 1e15 },
    { to: 'tomorrow' },
    { to: '2099-01-01T00:00:00Z' },
    { advanceMs: 1, more: 2 },
    undefined,
  ]) {
    expect(await ask('POST', '/_local/clock', body)).toMatchObject({
      status: 400,
      text: expect.stringContaining('invalid_move'),
    });
  }
  expect(now).toBe(noon);
});

test('a page of a salon, or of anybody else, cannot move the clock', async () => {
  for (const headers of [
    { origin: 'http://glow.localhost:4000' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    expect(await ask('POST', '/_local/clock', { advanceMs: 1 }, headers)).toMatchObject({ status: 403 });
  }
  expect(now).toBe(noon);
  const own = { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' };
  expect(await ask('POST', '/_local/clock', { advanceMs: 1 }, own)).toMatchObject({ status: 200 });
});

test('a program can read what the payment provider was asked for', async () => {
  expect(await json('GET', '/_local/payments')).toEqual({ payments: [payment] });
});

test('a program can read the log of one request and wait until all is quiet', async () => {
  expect(await json('GET', '/_local/logs?requestId=abc')).toMatchObject({ lines: [{ requestId: 'abc' }] });
  expect(await json('POST', '/_local/idle')).toEqual({ idle: true });
  expect(idled).toBe(1);
  expect(await ask('GET', '/_local/nothing')).toMatchObject({ status: 404 });
});
