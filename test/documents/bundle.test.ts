import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bundle } from '../../infra/bundle.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { memberId, monthOf, paidInvoice } from '../support/invoices.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'regulars-documents-'));
const invoice = paidInvoice([monthOf('Glow', 8900)], 'USD');
const loginId = 'a0000000-0000-4000-8000-000000000001';

/** A value as DynamoDB writes it. */
const attribute = (value: unknown): object => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  return { M: item(value as object) };
};
const item = (value: object): object =>
  Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, attribute(one)]])));

/** Secrets and the table, as far as one PDF needs them. */
const rows = (await invoiceDesk([invoice])).table.rows();
const aws = createServer(async (request, response) => {
  const asked = await bodyOf(request);
  const call = String(request.headers['x-amz-target']).split('.').at(-1);
  const reply = (body: object) =>
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  if (call === 'GetSecretValue') return reply({ SecretString: 'the value' });
  const one = rows.find(({ pk, sk }) => pk === asked.Key?.pk.S && sk === asked.Key?.sk.S);
  if (call === 'GetItem') return reply(one ? { Item: item(one) } : {});
  const values = Object.values(asked.ExpressionAttributeValues ?? {}).map(({ S = '' }) => S);
  const listed = rows.filter(
    ({ pk, sk }) => values.includes(pk) && values.some((text) => text === pk || sk.startsWith(text)),
  );
  const found = listed.filter(({ sk }) => values.length === 1 || values.some((text) => sk.startsWith(text)));
  return reply({ Items: found.map(item), Count: found.length });
});

type Asked = {
  Key?: { pk: { S: string }; sk: { S: string } };
  ExpressionAttributeValues?: Record<string, { S?: string }>;
};
async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

beforeAll(() => new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  aws.closeAllConnections();
  aws.close();
});

const event = {
  routeKey: 'GET /api/{business}/member/members/{memberId}/invoices/{invoiceId}/pdf',
  headers: { 'x-origin-verify': 'the value', 'accept-language': 'de' },
  pathParameters: { business: 'aurora', memberId, invoiceId: invoice.invoiceId },
  requestContext: {
    requestId: 'r-1',
    timeEpoch: Date.UTC(2026, 3, 1),
    authorizer: { jwt: { claims: { sub: loginId, token_use: 'access' } } },
  },
};

/** Runs the bundle as Lambda would: its one file, nothing beside it, an empty folder to stand in. */
function run(file: string, cwd: string): Promise<{ statusCode: number; body: string }> {
  const endpoint = `http://127.0.0.1:${(aws.address() as AddressInfo).port}`;
  const script = `
    const { handler } = await import(${JSON.stringify(file)});
    const answer = await handler(${JSON.stringify(event)}, {});
    process.stderr.write(JSON.stringify(answer), () => process.exit(0));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd,
    env: {
      TABLE_NAME: 'table',
      MEDIA_BUCKET: 'media',
      SITE_ORIGIN: 'https://{business}.example.org',
      ORIGIN_SECRET_ID: 'origin',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_SESSION_TOKEN: 'test',
      AWS_ENDPOINT_URL: endpoint,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      try {
        resolve(JSON.parse(said));
      } catch {
        reject(new Error(said));
      }
    });
  });
}

test('the bundled function makes the PDF with nothing beside it on the disk', async () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(join(folder, 'package.json'), '{}');
  const spec = { summary: '', needs: [], timeoutSeconds: 1, memoryMegabytes: 128, errorImpact: '' };
  const specs = ['member', 'staff'].map((audience) => ({
    ...spec,
    name: `api-${audience}-documents`,
    entry: `http/${audience}-documents`,
  }));
  const [result] = await bundle(root, join(folder, 'dist'), specs);
  const answer = await run(join(folder, 'dist', 'api-member-documents', 'index.mjs'), empty);
  expect(answer.statusCode).toBe(200);
  const { fileName, base64 } = JSON.parse(answer.body);
  expect(fileName).toBe('Beleg AURORA-000123.pdf');
  const pdf = Buffer.from(base64, 'base64').toString('latin1');
  expect(pdf.slice(0, 8)).toBe('%PDF-1.7');
  expect(pdf).toContain('+Inter-Regular');
  expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
  expect(result?.bytes).toBeLessThan(4_000_000);
});
