import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { bundle } from '../../infra/bundle.ts';
import { hashOf, unlessFresh } from '../../infra/stamp.ts';

let root = '';
const write = (file: string, text: string): void => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'regulars-build-'));
});

describe('building only what changed', () => {
  const fresh = async (inputs: string, force = false) => {
    const made: string[] = [];
    const paths = { stamp: join(root, 'stamps', 'part'), output: join(root, 'part'), inputs, force };
    const result = await unlessFresh(paths, async () => {
      made.push('made');
      mkdirSync(join(root, 'part'), { recursive: true });
    });
    return [result, made.length];
  };

  test('the same sources are built once, and again when asked or changed', async () => {
    expect(await fresh('a')).toEqual(['made', 1]);
    expect(await fresh('a')).toEqual(['fresh', 0]);
    expect(await fresh('a', true)).toEqual(['made', 1]);
    expect(await fresh('b')).toEqual(['made', 1]);
  });

  test('a build that broke off is done again', async () => {
    const paths = { stamp: join(root, 'stamp'), output: root, inputs: 'a', force: false };
    await expect(
      unlessFresh(paths, async () => {
        throw new Error('does not compile');
      }),
    ).rejects.toThrow('does not compile');
    expect(existsSync(paths.stamp)).toBe(false);
  });

  test('a hash changes with a file’s text and with its name, and with nothing else', () => {
    write('functions/a.ts', 'one');
    write('other/b.ts', 'two');
    const before = hashOf(root, ['functions', 'missing.json']);
    write('other/b.ts', 'three');
    expect(hashOf(root, ['functions', 'missing.json'])).toBe(before);
    write('functions/a.ts', 'two');
    const changed = hashOf(root, ['functions', 'missing.json']);
    write('functions/sub/c.ts', '');
    expect(new Set([before, changed, hashOf(root, ['functions', 'missing.json'])]).size).toBe(3);
  });
});

describe('a bundle', () => {
  const spec = {
    name: 'one',
    summary: '',
    entry: 'http/one',
    needs: [],
    timeoutSeconds: 1,
    memoryMegabytes: 128,
    errorImpact: '',
  };

  test('is one module that also holds what CommonJS packages require', async () => {
    write('functions/http/one.ts', "import { kind } from './old.cjs';\nexport const handler = (): string => kind();\n");
    write(
      'functions/http/old.cjs',
      "const { extname } = require('node:path');\nexports.kind = () => extname('a.txt');\n",
    );
    const [result] = await bundle(root, join(root, 'dist'), [spec]);
    const file = join(root, 'dist', 'one', 'index.mjs');
    expect(result).toEqual({ name: 'one', bytes: readFileSync(file).length });
    expect(existsSync(`${file}.map`)).toBe(true);
    const { handler } = await import(pathToFileURL(file).href);
    expect(handler()).toBe('.txt');
  });

  test('signs its calls to AWS with the credentials of its environment', async () => {
    symlinkSync(new URL('../../node_modules', import.meta.url), join(root, 'node_modules'));
    write(
      'functions/http/one.ts',
      "import { SQSClient } from '@aws-sdk/client-sqs';\n" +
        "export const handler = () => new SQSClient({ region: 'eu-central-1' }).config.credentials();\n",
    );
    await bundle(root, join(root, 'dist'), [spec]);
    const { handler } = await import(pathToFileURL(join(root, 'dist', 'one', 'index.mjs')).href);
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, ...others } = process.env;
    process.env = { ...others };
    await expect(handler()).rejects.toThrow('no AWS credentials');
    process.env = { ...others, AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key', AWS_SESSION_TOKEN: 'token' };
    expect(await handler()).toMatchObject({ accessKeyId: 'id', secretAccessKey: 'key', sessionToken: 'token' });
    process.env = others;
  });

  test('is the same for the same sources', async () => {
    write('functions/http/one.ts', 'export const handler = (): number => 1;\n');
    const bundled = async () => {
      await bundle(root, join(root, 'dist'), [spec]);
      return ['index.mjs', 'index.mjs.map'].map((file) => readFileSync(join(root, 'dist', 'one', file), 'utf8'));
    };
    expect(await bundled()).toEqual(await bundled());
  });
});
