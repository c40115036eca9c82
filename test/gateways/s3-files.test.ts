import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, test } from '@jest/globals';
import { attachmentNamed, s3Files } from '../../functions/gateways/s3-files.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const client = () => new S3Client({ region: 'eu-central-1', credentials });
const files = s3Files({ bucket: 'documents', client: client() });

describe('an upload', () => {
  test('is for one name, one kind of file and a greatest size', async () => {
    const { url, fields } = await files.uploadForm('documents/a/b', 'application/pdf', 1000);
    expect(url).toContain('documents');
    expect(fields).toMatchObject({ key: 'documents/a/b', 'Content-Type': 'application/pdf' });
    const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString('utf8'));
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['eq', '$key', 'documents/a/b'],
        ['eq', '$Content-Type', 'application/pdf'],
        ['content-length-range', 1, 1000],
        { bucket: 'documents' },
      ]),
    );
    const minutes = (Date.parse(policy.expiration) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThanOrEqual(10);
  });

  const answering = (answer: (command: string, input: object) => object) => {
    const aws = client();
    aws.middlewareStack.add(
      (_, context) => async (args) => ({
        response: {},
        output: { $metadata: {}, ...answer(String(context.commandName), args.input) },
      }),
      { step: 'initialize', priority: 'high' },
    );
    return s3Files({ bucket: 'documents', client: aws });
  };

  test('that has arrived is looked at: its size and how it begins', async () => {
    const ranges: unknown[] = [];
    const arrived = answering((command, input) => {
      if (command === 'HeadObjectCommand') return { ContentLength: 5000 };
      ranges.push((input as { Range?: string }).Range);
      return { Body: { transformToByteArray: async () => new TextEncoder().encode('%PDF-1.7') } };
    });
    const file = await arrived.peek('documents/a/b');
    expect(file?.bytes).toBe(5000);
    expect(new TextDecoder().decode(file?.first)).toBe('%PDF-1.7');
    expect(ranges).toEqual(['bytes=0-63']);
  });

  test.each([403, 404])('that has not arrived is none (S3 answers %s)', async (httpStatusCode) => {
    const missing = answering(() => {
      throw new S3ServiceException({ name: 'Any', $fault: 'client', $metadata: { httpStatusCode } });
    });
    expect(await missing.peek('documents/a/b')).toBeUndefined();
  });

  test('whose storage is broken is an error, not a missing file', async () => {
    const broken = answering(() => {
      throw new S3ServiceException({ name: 'Any', $fault: 'server', $metadata: { httpStatusCode: 500 } });
    });
    await expect(broken.peek('documents/a/b')).rejects.toThrow();
  });
});

describe('a whole file', () => {
  const stored = (answer: () => object) => {
    const aws = client();
    aws.middlewareStack.add(() => async () => ({ response: {}, output: { $metadata: {}, ...answer() } }), {
      step: 'initialize',
      priority: 'high',
    });
    return s3Files({ bucket: 'media', client: aws }).read('media/a/b.png');
  };
  const failing = (httpStatusCode: number) => () => {
    throw new S3ServiceException({ name: 'Any', $fault: 'server', $metadata: { httpStatusCode } });
  };

  test('is read with all its bytes', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(await stored(() => ({ Body: { transformToByteArray: async () => bytes } }))).toEqual(bytes);
  });

  test('that is not there is none; broken storage is an error', async () => {
    expect(await stored(failing(404))).toBeUndefined();
    expect(await stored(failing(403))).toBeUndefined();
    await expect(stored(failing(500))).rejects.toThrow();
  });
});

describe('a download', () => {
  test('is saved under its name for five minutes', async () => {
    const url = new URL(await files.downloadUrl('documents/a/b', 'Vertrag “Müller”.pdf'));
    expect(url.searchParams.get('X-Amz-Expires')).toBe('300');
    expect(url.searchParams.get('response-content-disposition')).toBe(attachmentNamed('Vertrag “Müller”.pdf'));
  });

  test.each([
    ['plain.pdf', `attachment; filename="plain.pdf"; filename*=UTF-8''plain.pdf`],
    ['Müller (1).pdf', `attachment; filename="Muller (1).pdf"; filename*=UTF-8''M%C3%BCller%20%281%29.pdf`],
    ['a"b\\c;d.pdf', `attachment; filename="a_b_c_d.pdf"; filename*=UTF-8''a%22b_c%3Bd.pdf`],
    ['../../etc/passwd', `attachment; filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`],
    ['契約.pdf', `attachment; filename=".pdf"; filename*=UTF-8''%E5%A5%91%E7%B4%84.pdf`],
    ['契約', `attachment; filename="file"; filename*=UTF-8''%E5%A5%91%E7%B4%84`],
    ['a\r\nSet-Cookie: x', `attachment; filename="aSet-Cookie_ x"; filename*=UTF-8''a__Set-Cookie%3A%20x`],
    ['broken \ud83d', `attachment; filename="broken"; filename*=UTF-8''broken%20%EF%BF%BD`],
  ])('is named %j in a header that cannot be broken', (name, header) => {
    expect(attachmentNamed(name)).toBe(header);
  });
});
