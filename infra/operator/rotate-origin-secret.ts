import { GetRandomPasswordCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { originSecretName } from '../stages.ts';
import { readOptions, stageNamed } from './options.ts';

/**
 * Puts a new value into the secret between CloudFront and the API. The API accepts the one before as well, so nobody
 * notices until CloudFront sends the new one.
 */
export async function rotateOriginSecret(args: readonly string[]): Promise<string> {
  const stage = stageNamed(readOptions(args, ['stage']).stage);
  const client = new SecretsManagerClient({ region: stage.region });
  const { RandomPassword } = await client.send(
    new GetRandomPasswordCommand({ PasswordLength: 48, ExcludePunctuation: true }),
  );
  await client.send(new PutSecretValueCommand({ SecretId: originSecretName(stage), SecretString: RandomPassword }));
  return [
    'The API accepts the new value and the one before.',
    `Now raise originSecretGeneration of ${stage.name} to ${stage.originSecretGeneration + 1} in infra/stages.ts and deploy:`,
    'CloudFront then sends the new value.',
  ].join('\n');
}
