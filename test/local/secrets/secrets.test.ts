import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, expect, test } from '@jest/globals';
import { generateSecret } from '../../../local/secrets/generate.ts';
import { type SecretDefinition, startSecrets } from '../../../local/secrets/start.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(secrets: SecretDefinition[], dataFile?: string) {
  const service = await startSecrets({ secrets, ...(dataFile ? { dataFile } : {}) });
  const client = new SecretsManagerClient({
    endpoint: service.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  cleanups.push(
    () => service.close(),
    () => client.destroy(),
  );
  const get = (SecretId: string, more: object = {}) => client.send(new GetSecretValueCommand({ SecretId, ...more }));
  const rotate = (SecretId: string, SecretString: string, more: object = {}) =>
    client.send(new PutSecretValueCommand({ SecretId, SecretString, ...more }));
  return { service, get, rotate };
}

test('a secret is found by its name, its ARN, and its ARN without the suffix', async () => {
  const { service, get } = await open([{ name: 'stripe/key', value: 'sk_test' }]);
  const arn = service.arnOf('stripe/key');
  expect(arn).toMatch(/^arn:aws:secretsmanager:eu-west-1:000000000000:secret:stripe\/key-[0-9a-f]{6}$/);
  for (const id of ['stripe/key', arn, arn.slice(0, -7)]) {
    expect(await get(id)).toMatchObject({
      ARN: arn,
      Name: 'stripe/key',
      SecretString: 'sk_test',
      VersionStages: ['AWSCURRENT'],
    });
  }
});

test('a rotation makes the old value the previous one, and the one before that goes', async () => {
  const { get, rotate } = await open([{ name: 'key', value: 'one' }]);
  const { VersionId } = await get('key');
  await rotate('key', 'two');
  expect(await get('key')).toMatchObject({ SecretString: 'two' });
  expect(await get('key', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'one', VersionId });
  await rotate('key', 'three');
  expect(await get('key', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'two' });
  await expect(get('key', { VersionId })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a pending value is not handed out before it becomes the current one', async () => {
  const { get, rotate } = await open([{ name: 'key', value: 'one' }]);
  await rotate('key', 'two', { VersionStages: ['AWSPENDING'] });
  expect(await get('key')).toMatchObject({ SecretString: 'one' });
  expect(await get('key', { VersionStage: 'AWSPENDING' })).toMatchObject({ SecretString: 'two' });
});

test('repeating a rotation changes nothing, with another value it is refused', async () => {
  const { rotate } = await open([{ name: 'key', value: 'one' }]);
  const ClientRequestToken = '11111111-1111-4111-8111-111111111111';
  const first = await rotate('key', 'two', { ClientRequestToken });
  expect((await rotate('key', 'two', { ClientRequestToken })).VersionId).toBe(first.VersionId);
  await expect(rotate('key', 'three', { ClientRequestToken })).rejects.toMatchObject({
    name: 'ResourceExistsException',
  });
});

test('what does not exist is refused in AWS’s words', async () => {
  const { get, rotate } = await open([{ name: 'key', value: 'one' }, { name: 'empty' }]);
  const missing = { name: 'ResourceNotFoundException', message: "Secrets Manager can't find the specified secret." };
  await expect(get('other')).rejects.toMatchObject(missing);
  await expect(rotate('other', 'x')).rejects.toMatchObject(missing);
  await expect(get('empty')).rejects.toMatchObject({
    message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
  });
});

test('generated and rotated values survive a restart, in a file for their owner alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'secrets.json');
  const definitions = [
    { name: 'generated', generate: { PasswordLength: 40 } },
    { name: 'key', value: 'one' },
  ];
  const before = await open(definitions, file);
  const { SecretString } = await before.get('generated');
  await before.rotate('key', 'two');
  const after = await open(definitions, file);
  expect(await after.get('generated')).toMatchObject({ SecretString });
  expect(await after.get('key')).toMatchObject({ SecretString: 'two' });
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a generated value has the wanted length and kinds of characters', () => {
  expect(generateSecret({})).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^a-zA-Z0-9]).{32}$/);
  expect(generateSecret({ PasswordLength: 64, ExcludePunctuation: true })).toMatch(/^[a-zA-Z0-9]{64}$/);
  expect(generateSecret({ ExcludeCharacters: 'abc', ExcludeUppercase: true, ExcludeNumbers: true })).not.toMatch(
    /[abcA-Z0-9]/,
  );
  const inTemplate: unknown = JSON.parse(
    generateSecret({ PasswordLength: 20, SecretStringTemplate: '{"user":"app"}', GenerateStringKey: 'token' }),
  );
  expect(inTemplate).toEqual({ user: 'app', token: expect.stringMatching(/^.{20}$/) });
  expect(generateSecret({})).not.toBe(generateSecret({}));
  expect(() => generateSecret({ Length: 20 })).toThrow();
});
