import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { entry } from '../../functions/http/entry.ts';
import { publicHandlers } from '../../functions/public/handlers.ts';
import { memoryTable, type TableCall } from '../../functions/store/memory-table.ts';
import { salonWorld } from '../support/salon-world.ts';

/** Keeps the secret between CloudFront and the API, or fails. */
let status = 200;
const vault = createServer((_, response) => {
  const type = { 'content-type': 'application/x-amz-json-1.1' };
  response.writeHead(status, type).end(JSON.stringify(status === 200 ? { SecretString: 'the value' } : {}));
});
const environment = { ...process.env };
const lines: { level: string; error?: string; status: number }[] = [];
let spy: ReturnType<typeof jest.spyOn>;

beforeAll(async () => {
  await new Promise<void>((resolve) => vault.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    ORIGIN_SECRET_ID: 'origin',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(vault.address() as AddressInfo).port}`,
  });
});
afterAll(() => {
  process.env = environment;
  vault.closeAllConnections();
  vault.close();
});
beforeEach(() => {
  status = 200;
  lines.length = 0;
  spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
});
afterEach(() => spy.mockRestore());

async function ask(verify = 'the value', before: (call: TableCall) => void = () => undefined) {
  const handler = entry('public', publicHandlers, { ...salonWorld().instance, table: memoryTable({ before }) });
  const event = {
    routeKey: 'GET /api/{business}/public/business',
    headers: { 'x-origin-verify': verify },
    pathParameters: { business: 'aurora' },
    requestContext: { requestId: 'r-1', timeEpoch: 0 },
  } as unknown as APIGatewayProxyEventV2;
  const answer = await handler(event, {} as Context);
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body ?? '') };
}

test('a call is let in by the value that only CloudFront knows', async () => {
  expect((await ask()).body.code).toBe('not_found');
  expect((await ask('a guess')).status).toBe(403);
});

test('when that value cannot be read nobody is let in, and everybody is asked to come back', async () => {
  status = 500;
  let calls = 0;
  const answer = await ask('the value', () => {
    calls += 1;
  });
  expect(answer).toMatchObject({
    status: 503,
    headers: { 'retry-after': '2', 'content-type': 'application/problem+json; charset=utf-8' },
    body: { code: 'try_again_later', requestId: 'r-1' },
  });
  expect(calls).toBe(0);
  expect(lines).toMatchObject([{ level: 'error', status: 503, error: expect.any(String) }]);
});

test('an outage of the table is an error in the log, by its name', async () => {
  const error = Object.assign(new Error('not for the log'), { name: 'ThrottlingException' });
  const answer = await ask('the value', () => {
    throw error;
  });
  expect(answer.status).toBe(503);
  expect(lines).toMatchObject([{ level: 'error', status: 503, error: 'ThrottlingException' }]);
  expect(JSON.stringify(lines)).not.toContain('not for the log');
});
