import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';

const Keys = z.object({ apiKey: z.string(), webhookSecret: z.string() });

/** What the simulator of the payment provider must know: its clients' key and what it signs with. */
export interface StripeSecret {
  readonly apiKey: string;
  /** The current one, and the one before while it is being changed. */
  readonly webhookSecrets: readonly string[];
}

/** Reads the keys where functions read theirs, each time anew: whoever changes the secret has changed both sides. */
export function createStripeSecret(secretId: string, endpoint: string) {
  const client = new SecretsManagerClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

  async function version(VersionStage: 'AWSCURRENT' | 'AWSPREVIOUS') {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId, VersionStage }));
    return Keys.parse(JSON.parse(SecretString));
  }

  async function previous() {
    try {
      return await version('AWSPREVIOUS');
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  return {
    async read(): Promise<StripeSecret> {
      const [now, before] = await Promise.all([version('AWSCURRENT'), previous()]);
      const secrets = [now.webhookSecret, ...(before === undefined ? [] : [before.webhookSecret])];
      return { apiKey: now.apiKey, webhookSecrets: [...new Set(secrets)] };
    },
    close: () => client.destroy(),
  };
}
