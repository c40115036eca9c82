import type { Resolver } from '../assembly/resolve.ts';
import { record, text } from '../assembly/values.ts';
import type { SecretDefinition } from '../secrets/start.ts';

/** The secrets of the assembly: with a given value, or with what CloudFormation would generate. */
export function readSecrets(resolver: Resolver): SecretDefinition[] {
  return resolver.resources('AWS::SecretsManager::Secret').map((placed) => {
    const { SecretString, GenerateSecretString } = resolver.properties(placed);
    const arn = resolver.refOf(placed);
    return {
      arn,
      // The six letters at the end of a secret's ARN are not part of its name.
      name: text(
        arn
          .split(':')
          .slice(6)
          .join(':')
          .replace(/-[a-z0-9]{6}$/, ''),
        'The name of a secret',
      ),
      ...(typeof SecretString === 'string' ? { value: SecretString } : {}),
      ...(GenerateSecretString === undefined ? {} : { generate: record(GenerateSecretString) }),
    };
  });
}
