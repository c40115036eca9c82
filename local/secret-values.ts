import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { revealSecrets } from './assembly/dynamic-references.ts';

/** Reads secrets for dynamic references, each time anew: a rotated value counts at the next start of a function. */
export function createReveal(endpoint: () => string | undefined) {
  let client: SecretsManagerClient | undefined;

  async function read(secretId: string, jsonKey: string): Promise<string> {
    const address = endpoint();
    if (address === undefined) throw new Error('Secrets can be read only after their service listens.');
    client ??= new SecretsManagerClient({
      endpoint: address,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (jsonKey === '') return SecretString;
    const fields = JSON.parse(SecretString) as Record<string, unknown>;
    if (fields[jsonKey] === undefined) throw new Error(`The secret ${secretId} has no field ${jsonKey}.`);
    return String(fields[jsonKey]);
  }

  return {
    /** Puts the values of secrets in place of dynamic references. */
    reveal: (text: string) => revealSecrets(text, read),
    close: () => client?.destroy(),
  };
}
