import type { Resolver } from '../assembly/resolve.ts';
import { record } from '../assembly/values.ts';

/** One secret with what CloudFormation would generate for it, or the value the template gives. */
export interface SecretSource {
  readonly arn: string;
  readonly name: string;
  readonly value?: string;
  readonly generate?: Record<string, unknown>;
}

/** The secrets of the assembly. */
export function readSecrets(resolver: Resolver): SecretSource[] {
  return resolver.resources('AWS::SecretsManager::Secret').map((placed) => {
    const { SecretString, GenerateSecretString } = resolver.properties(placed);
    const arn = resolver.refOf(placed);
    return {
      arn,
      // The six letters at the end of a secret's ARN are not part of its name.
      name: arn
        .split(':')
        .slice(6)
        .join(':')
        .replace(/-[a-z0-9]{6}$/, ''),
      ...(typeof SecretString === 'string' ? { value: SecretString } : {}),
      ...(GenerateSecretString === undefined ? {} : { generate: record(GenerateSecretString) }),
    };
  });
}
