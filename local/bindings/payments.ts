import type { Resolver } from '../assembly/resolve.ts';
import { isRecord } from '../assembly/template.ts';

/** The secret in which functions look for the payment provider's keys. @throws when no function takes payments. */
export function readStripeSecretId(resolver: Resolver): string {
  for (const { stack, resource } of resolver.resources('AWS::Lambda::Function')) {
    const { Environment } = resource.Properties ?? {};
    const variables = isRecord(Environment) && isRecord(Environment.Variables) ? Environment.Variables : {};
    if (variables.STRIPE_SECRET_ID !== undefined) return String(resolver.resolve(stack, variables.STRIPE_SECRET_ID));
  }
  throw new Error('No function of the assembly knows a STRIPE_SECRET_ID.');
}
