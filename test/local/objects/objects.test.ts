import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, expect, test } from '@jest/globals';
import { type ObjectsOptions, startObjects } from '../../../local/objects/start.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const Bucket = 'documents';

async function open(options: Partial<ObjectsOptions> = {}) {
  const service = await startObjects({ buckets: [Bucket], ...options });
  const s3 = new S3Client({ endpoint: service.endpoint, region: 'eu-west-1', credentials });
  cleanups.push(
    () => service.close(),
    () => s3.destroy(),
  );
  const read = async (Key: string, more: object = {}) => {
    const answer = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
    return { ...answer, text: await answer.Body?.transformToString() };
  };
  const put = (Key: string, Body: string | Uint8Array, more: object = {}) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  return { service, s3, read, put };
}

test('an object is put, read whole and in part, described and deleted', async () => {
  const { s3, read, put } = await open();
  await put('agreements/m 1.txt', 'Guten Tag', { ContentType: 'text/plain', Metadata: { member: 'm1' } });
  expect(await read('agreements/m 1.txt')).toMatchObject({
    text: 'Guten Tag',
    ContentType: 'text/plain',
    Metadata: { member: 'm1' },
    ETag: '"54c22cfeaca6671fa732e67a00e6b185"',
  });
  expect(await read('agreements/m 1.txt', { Range: 'bytes=0-4' })).toMatchObject({
    text: 'Guten',
    ContentRange: 'bytes 0-4/9',
  });
  expect(await read('agreements/m 1.txt', { Range: 'bytes=-3' })).toMatchObject({ text: 'Tag' });
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'agreements/m 1.txt' }));
  expect(head).toMatchObject({ ContentLength: 9, ContentType: 'text/plain' });
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'agreements/m 1.txt' }));
  await expect(read('agreements/m 1.txt')).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'agreements/m 1.txt' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('an object sent as a stream arrives without the SDK’s chunk marks', async () => {
  const { s3, read } = await open();
  const Body = Readable.from([Buffer.from('a'.repeat(70_000)), Buffer.from('b')]);
  await s3.send(new PutObjectCommand({ Bucket, Key: 'big', Body, ContentLength: 70_001 }));
  expect((await read('big')).text).toBe(`${'a'.repeat(70_000)}b`);
});

test('a listing goes page by page, and folder by folder', async () => {
  const { s3, put } = await open();
  for (const key of ['logos/b.png', 'logos/a.png', 'agreements/1/a.pdf', 'agreements/2/a.pdf', 'top.txt'])
    await put(key, 'x');
  const list = (more: object) => s3.send(new ListObjectsV2Command({ Bucket, ...more }));
  const first = await list({ MaxKeys: 3 });
  const second = await list({ MaxKeys: 3, ContinuationToken: first.NextContinuationToken });
  expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false]);
  expect([...(first.Contents ?? []), ...(second.Contents ?? [])].map((each) => each.Key)).toEqual([
    'agreements/1/a.pdf',
    'agreements/2/a.pdf',
    'logos/a.png',
    'logos/b.png',
    'top.txt',
  ]);
  const folders = await list({ Delimiter: '/' });
  expect(folders.CommonPrefixes).toEqual([{ Prefix: 'agreements/' }, { Prefix: 'logos/' }]);
  expect(folders.Contents).toMatchObject([{ Key: 'top.txt', Size: 1 }]);
  expect((await list({ Prefix: 'logos/' })).KeyCount).toBe(2);
});

test('a presigned address works without credentials until it expires, and for nothing else', async () => {
  const { s3, put, service } = await open();
  await put('a b.pdf', 'PDF', { ContentType: 'application/pdf' });
  await put('secret.pdf', 'other');
  const command = new GetObjectCommand({
    Bucket,
    Key: 'a b.pdf',
    ResponseContentDisposition: 'attachment; filename="é (1).pdf"',
  });
  const url = await getSignedUrl(s3, command, { expiresIn: 60 });
  const answer = await fetch(url);
  expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
    200,
    'PDF',
    'application/pdf',
  ]);
  expect(answer.headers.get('content-disposition')).toContain('attachment');

  const refusal = async (address: string, init?: RequestInit) => {
    const refused = await fetch(address, init);
    return [
      refused.status,
      /<Code>(.*?)<\/Code><Message>(.*?)<\/Message>/
        .exec(await refused.text())
        ?.slice(1)
        .join(': '),
    ];
  };
  expect(await refusal(url.replace('a%20b.pdf', 'secret.pdf'))).toEqual([
    403,
    expect.stringContaining('SignatureDoesNotMatch'),
  ]);
  expect(await refusal(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'))).toEqual([
    403,
    expect.stringContaining('SignatureDoesNotMatch'),
  ]);
  expect(await refusal(url, { method: 'DELETE' })).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')]);
  expect(await refusal(`${service.endpoint}/${Bucket}/secret.pdf`)).toEqual([403, 'AccessDenied: Access Denied']);
  const signingDate = new Date(Date.now() - 120_000);
  const expired = await getSignedUrl(s3, command, { expiresIn: 60, signingDate });
  expect(await refusal(expired)).toEqual([403, 'AccessDenied: Request has expired']);
  const stranger = new S3Client({
    endpoint: service.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
  });
  cleanups.push(() => stranger.destroy());
  expect(await refusal(await getSignedUrl(stranger, command))).toEqual([
    403,
    expect.stringContaining('InvalidAccessKeyId'),
  ]);
});

const pdf: PresignedPostOptions = {
  Bucket,
  Key: 'agreements/m1.pdf',
  Fields: { 'Content-Type': 'application/pdf' },
  Conditions: [
    ['eq', '$Content-Type', 'application/pdf'],
    ['content-length-range', 1, 10],
  ],
  Expires: 600,
};

async function upload(s3: S3Client, options: PresignedPostOptions, body: string, changes: Record<string, string> = {}) {
  const { url, fields } = await createPresignedPost(s3, options);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value);
  form.append('file', new Blob([body], { type: 'image/gif' }), 'scan.pdf');
  const answer = await fetch(url, { method: 'POST', body: form, headers: { origin: 'http://localhost:4000' } });
  const [, code, message] = /<Code>(.*?)<\/Code><Message>(.*?)<\/Message>/s.exec(await answer.text()) ?? [];
  return {
    status: answer.status,
    refusal: code === undefined ? undefined : `${code}: ${message}`,
    headers: answer.headers,
  };
}

test('a browser uploads within the policy it was given', async () => {
  const { s3, read } = await open();
  const answer = await upload(s3, pdf, '0123456789');
  expect(answer).toMatchObject({ status: 204, refusal: undefined });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await read('agreements/m1.pdf')).toMatchObject({ text: '0123456789', ContentType: 'application/pdf' });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is S3’s, not JavaScript’s.
  const named = { Bucket, Key: 'agreements/${filename}', Fields: { success_action_status: '201' } };
  expect(await upload(s3, named, 'x')).toMatchObject({ status: 201 });
  expect((await read('agreements/scan.pdf')).text).toBe('x');
});

test.each<[string, string, Record<string, string>, string]>([
  [
    'a file that is too large',
    '0123456789+',
    {},
    'EntityTooLarge: Your proposed upload exceeds the maximum allowed size',
  ],
  ['an empty file', '', {}, 'EntityTooSmall: Your proposed upload is smaller than the minimum allowed size'],
  [
    'another key',
    'x',
    { key: 'agreements/m2.pdf' },
    'AccessDenied: Invalid according to Policy: Policy Condition failed: ["eq", "$key", "agreements/m1.pdf"]',
  ],
  [
    'another type',
    'x',
    { 'Content-Type': 'text/html' },
    'AccessDenied: Invalid according to Policy: Policy Condition failed: ["eq", "$Content-Type", "application/pdf"]',
  ],
  [
    'a field nobody signed',
    'x',
    { 'x-amz-meta-owner': 'me' },
    'AccessDenied: Invalid according to Policy: Extra input fields: x-amz-meta-owner',
  ],
  [
    'another policy',
    'x',
    { Policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64') },
    'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
  ['no policy', 'x', { Policy: '' }, 'AccessDenied: Access Denied'],
])('an upload with %s is refused in S3’s words, and nothing is stored', async (_, body, changes, refusal) => {
  const { s3, read } = await open();
  const answer = await upload(s3, pdf, body, changes);
  expect(answer.refusal).toBe(refusal);
  expect(answer.status).toBe(refusal.startsWith('Entity') ? 400 : 403);
  await expect(read(changes.key ?? 'agreements/m1.pdf')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('an upload with an expired policy is refused', async () => {
  const { s3 } = await open();
  const { refusal } = await upload(s3, { ...pdf, Expires: -5 }, 'x');
  expect(refusal).toBe('AccessDenied: Invalid according to Policy: Policy expired.');
});

test('a page may upload only from the origins of the bucket’s rules', async () => {
  const cors = [
    { AllowedOrigins: ['https://*.example.com'], AllowedMethods: ['POST'], AllowedHeaders: ['content-type'] },
  ];
  const { service } = await open({ buckets: [{ name: Bucket, cors }] });
  const ask = (origin: string) =>
    fetch(`${service.endpoint}/${Bucket}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
  const allowed = await ask('https://portal.example.com');
  expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([
    200,
    'https://portal.example.com',
  ]);
  const refused = await ask('https://example.org');
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});

test('objects survive a restart, and an unknown bucket does not exist', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'objects-'));
  cleanups.push(() => rmSync(dataFolder, { recursive: true }));
  const before = await open({ dataFolder });
  await before.put('kept', 'yes');
  await before.service.close();
  cleanups.splice(1);
  const after = await open({ dataFolder });
  expect((await after.read('kept')).text).toBe('yes');
  const command = new GetObjectCommand({ Bucket: 'other', Key: 'kept' });
  await expect(after.s3.send(command)).rejects.toMatchObject({ name: 'NoSuchBucket' });
});
