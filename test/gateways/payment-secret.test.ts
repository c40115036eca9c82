import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { paymentSecret } from '../../functions/gateways/payment-secret.ts';
import { type Secrets, startSecrets } from '../../local/secrets/start.ts';

const keys = (n: number) => JSON.stringify({ apiKey: `sk_test_${n}`, webhookSecret: `whsec_${n}` });
const environment = { ...process.env };
let vault: Secrets;
let client: SecretsManagerClient;

beforeAll(async () => {
  vault = await startSecrets({
    secrets: [
      { name: 'rotating', value: keys(1) },
      { name: 'mended', value: '{"apiKey": "sk_test_1"' },
      { name: 'formless', value: '{"apiKey":"sk_test_1"}' },
    ],
  });
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: vault.endpoint,
  });
  client = new SecretsManagerClient({});
});
afterAll(async () => {
  process.env = environment;
  client.destroy();
  await vault.close();
});

const put = (SecretId: string, SecretString: string) =>
  client.send(new PutSecretValueCommand({ SecretId, SecretString }));

test('while it rotates, webhooks of both secrets count, and calls go out with the new key', async () => {
  let seconds = 0;
  const secret = paymentSecret('rotating', () => seconds);
  expect(await secret()).toEqual({ apiKey: 'sk_test_1', webhookSecrets: ['whsec_1'] });
  await put('rotating', keys(2));
  seconds = 300;
  expect((await secret()).apiKey).toBe('sk_test_1');
  seconds = 301;
  expect(await secret()).toEqual({ apiKey: 'sk_test_2', webhookSecrets: ['whsec_2', 'whsec_1'] });
  // A new API key alone: one webhook secret, not two.
  await put('rotating', JSON.stringify({ apiKey: 'sk_test_3', webhookSecret: 'whsec_2' }));
  seconds = 700;
  expect(await secret()).toEqual({ apiKey: 'sk_test_3', webhookSecrets: ['whsec_2'] });
});

test('a value that was put in wrongly is refused without being quoted; corrected, it does no harm', async () => {
  const secret = paymentSecret('mended', () => 0);
  const wrong = await secret().catch((error: unknown) => String(error));
  expect(wrong).toMatch(/does not have its form/);
  expect(wrong).not.toContain('sk_test_1');
  await put('mended', keys(2));
  expect(await paymentSecret('mended', () => 0)()).toEqual({ apiKey: 'sk_test_2', webhookSecrets: ['whsec_2'] });
  await expect(paymentSecret('formless', () => 0)()).rejects.toThrow('does not have its form');
});
