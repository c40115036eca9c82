import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  UserPool,
  UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { IdentityHook } from '../../shared/contract/work.ts';
import type { Deployment } from '../constructs/function.ts';
import { ProductFunction } from '../constructs/function.ts';
import { removalOf } from '../constructs/removal.ts';
import type { Available, Pool } from '../constructs/resources.ts';
import { workFunctions } from '../functions.ts';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';

const operationOf: Readonly<Record<IdentityHook, UserPoolOperation>> = {
  defineAuthChallenge: UserPoolOperation.DEFINE_AUTH_CHALLENGE,
  createAuthChallenge: UserPoolOperation.CREATE_AUTH_CHALLENGE,
  verifyAuthChallengeResponse: UserPoolOperation.VERIFY_AUTH_CHALLENGE_RESPONSE,
};

/** Two pools, members and staff: nobody signs up by themselves, and who may do what is in the table, not here. */
export class IdentityStack extends Stack {
  readonly members: Pool;
  readonly staff: Pool;
  readonly functions: readonly ProductFunction[];

  constructor(scope: Construct, id: string, deployment: Deployment, has: Available, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: deployment.stage.retainsData });
    const { stage } = deployment;
    this.members = pool(this, stage, 'members', { session: Duration.days(30), signsInByLink: true });
    this.staff = pool(this, stage, 'staff', { session: Duration.hours(12), signsInByLink: false });

    this.functions = workFunctions.flatMap(({ work, spec }) => {
      if (work.trigger.kind !== 'identity') return [];
      const hook = new ProductFunction(this, deployment, spec, has);
      for (const name of work.trigger.hooks) this[work.trigger.pool].pool.addTrigger(operationOf[name], hook.lambda);
      return [hook];
    });
  }
}

function pool(
  scope: Construct,
  stage: SettledStage,
  name: 'members' | 'staff',
  { session, signsInByLink }: { readonly session: Duration; readonly signsInByLink: boolean },
): Pool {
  const userPool = new UserPool(scope, name, {
    userPoolName: physicalName(stage, name),
    signInAliases: { email: true },
    // Addresses are proved by our own links, never by a code that Cognito would mail.
    autoVerify: { email: false },
    signInCaseSensitive: false,
    selfSignUpEnabled: false,
    // Passwords are reset by our own mails, in the salon's name and language.
    accountRecovery: AccountRecovery.NONE,
    // Long rather than clever: rules on kinds of characters make passwords worse.
    passwordPolicy: {
      minLength: 12,
      requireLowercase: false,
      requireUppercase: false,
      requireDigits: false,
      requireSymbols: false,
      tempPasswordValidity: Duration.days(7),
    },
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    featurePlan: FeaturePlan.LITE,
    deletionProtection: stage.retainsData,
    removalPolicy: removalOf(stage),
  });
  Validations.of(userPool).acknowledge(
    {
      id: 'AwsSolutions-COG1',
      reason: 'At least twelve characters, of any kind: NIST SP 800-63B advises length and against composition rules.',
    },
    {
      id: 'AwsSolutions-COG2',
      reason: 'A second factor is offered, not forced: most members sign in twice a year, from a link in a mail.',
    },
    {
      id: 'AwsSolutions-COG8',
      reason:
        'Threat protection of the Plus plan is priced per active person, more than everything else together; WAF, Cognito and the API limit attempts.',
    },
  );
  const client = new UserPoolClient(scope, `${name}-client`, {
    userPool,
    generateSecret: false,
    authFlows: { adminUserPassword: true, custom: signsInByLink },
    disableOAuth: true,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.minutes(10),
    idTokenValidity: Duration.minutes(10),
    refreshTokenValidity: session,
    // An access token may call Cognito itself: it must not be able to change the address somebody signs in with.
    writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
  });
  return { pool: userPool, client };
}
