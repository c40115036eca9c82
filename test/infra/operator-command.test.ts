import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const args = [
  ['stage', 'prod-us'],
  ['slug', 'willow'],
  ['name', 'Willow Spa'],
  ['owner-email', 'owner@example.com'],
  ['owner-name', 'Olive Owner'],
  ['time-zone', 'America/New_York'],
  ['currency', 'USD'],
  ['locale', 'en-US'],
].flatMap(([name, value]) => [`--${name}`, String(value)]);

/** Runs the operator's command line against a Lambda that gives one answer. */
async function operate(answer: string, headers: Record<string, string> = {}) {
  const lambda = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(answer);
  });
  await new Promise<void>((resolve) => lambda.listen(0, '127.0.0.1', resolve));
  const { port } = lambda.address() as AddressInfo;
  const child = spawn(process.execPath, ['infra/operator.ts', 'create-business', ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve));
  lambda.close();
  return { exit, ...said };
}

test('an operator reads that the business is there', async () => {
  const { exit, out } = await operate(JSON.stringify({ ok: true, slug: 'willow', staffId: 'stf_1' }));
  expect([exit, out]).toEqual([0, expect.stringContaining('Willow Spa is there.')]);
});

test.each([
  [
    'the refusal’s own words',
    JSON.stringify({ ok: false, code: 'slug_taken', detail: 'Another business has this slug.' }),
    {},
    'Another business has this slug.\n',
  ],
  [
    'where to look when it failed',
    '{"errorMessage":"x"}',
    { 'x-amz-function-error': 'Unhandled' },
    'docs/operating.md',
  ],
  ['that it is not known what came of it', 'null', {}, 'Whether Willow Spa was created is not known'],
])('an operator reads %s, and the command counts as failed', async (_, answer, headers, sentence) => {
  const { exit, out, err } = await operate(answer, headers);
  expect([exit, out, err]).toEqual([1, '', expect.stringContaining(sentence)]);
});
