import { Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { SettledStage } from '../stages.ts';
import { stripeSecretName } from '../stages.ts';
import { removalOf } from './removal.ts';

/**
 * The keys to Stripe: `{ "apiKey": …, "webhookSecret": … }`. A stage is deployed before it has any, so the first
 * value only has the right shape, with a key that Stripe refuses; docs/operating.md says how to put in the real ones.
 * CloudFormation makes a new value when what is generated changes, so a change here would replace the real keys.
 */
export function stripeSecret(scope: Construct, stage: SettledStage, key: IKey): Secret {
  const secret = new Secret(scope, 'StripeSecret', {
    secretName: stripeSecretName(stage),
    description: 'Keys to Stripe: apiKey and webhookSecret',
    encryptionKey: key,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ apiKey: 'not-connected-yet' }),
      generateStringKey: 'webhookSecret',
      passwordLength: 48,
      excludePunctuation: true,
    },
    removalPolicy: removalOf(stage),
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'Stripe makes these keys, so only an operator can change them; docs/operating.md says how, without a gap.',
  });
  return secret;
}
