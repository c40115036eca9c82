import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { withDeadline } from './calls.ts';

/** Seconds for which values are taken from memory; a rotation waits longer than that before the old one is dropped. */
const freshForSeconds = 300;

/**
 * Reads a secret from Secrets Manager and remembers it: the current value, then the one before while it rotates.
 * `uptime` is in seconds.
 */
export function secretValues(secretId: string, uptime: () => number): () => Promise<readonly string[]> {
  const client = new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  });
  const read = async (stage: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<string[]> => {
    try {
      const { SecretString } = await client.send(
        new GetSecretValueCommand({ SecretId: secretId, VersionStage: stage }),
        withDeadline(),
      );
      return SecretString === undefined ? [] : [SecretString];
    } catch (error) {
      // Before the first rotation there is no previous value.
      if (stage === 'AWSPREVIOUS' && error instanceof ResourceNotFoundException) return [];
      throw error;
    }
  };
  let known: { values: Promise<readonly string[]>; since: number } | undefined;
  return () => {
    if (known === undefined || uptime() - known.since > freshForSeconds) {
      const values = Promise.all([read('AWSCURRENT'), read('AWSPREVIOUS')]).then((both) => both.flat());
      known = { values, since: uptime() };
      values.catch(() => {
        known = undefined;
      });
    }
    return known.values;
  };
}
