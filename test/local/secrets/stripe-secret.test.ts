import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from '@jest/globals';
import { startSecrets } from '../../../local/secrets/start.ts';
import { createStripeSecret } from '../../../local/stripe-secret.ts';

test('the payment provider’s simulator signs with the changed key and the one before, as functions expect it', async () => {
  const secrets = await startSecrets({
    secrets: [
      {
        name: 'stripe',
        generate: { SecretStringTemplate: '{"apiKey":"not-connected-yet"}', GenerateStringKey: 'webhookSecret' },
      },
    ],
  });
  const client = new SecretsManagerClient({
    endpoint: secrets.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const keys = createStripeSecret(secrets.arnOf('stripe'), secrets.endpoint);
  try {
    const first = await keys.read();
    expect(first).toEqual({ apiKey: 'not-connected-yet', webhookSecrets: [expect.stringMatching(/^.{32}$/)] });
    const SecretString = JSON.stringify({ apiKey: 'key-two', webhookSecret: 'secret-two' });
    await client.send(new PutSecretValueCommand({ SecretId: 'stripe', SecretString }));
    expect(await keys.read()).toEqual({
      apiKey: 'key-two',
      webhookSecrets: ['secret-two', ...first.webhookSecrets],
    });
  } finally {
    keys.close();
    client.destroy();
    await secrets.close();
  }
});
