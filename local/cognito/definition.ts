import type { Invoker } from '../ports.ts';

/** The Lambda triggers that the emulator runs; a pool with any other one is refused at the start. */
export const supportedTriggers = [
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'PreTokenGeneration',
] as const;

export type TriggerName = (typeof supportedTriggers)[number];

/** `Policies.PasswordPolicy` of the template. */
export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  readonly temporaryPasswordValidityDays: number;
}

/** An app client without a secret. All validities are in seconds. */
export interface ClientDefinition {
  readonly id: string;
  readonly name: string;
  /** `ALLOW_…` values; a flow that is not listed is refused. */
  readonly explicitAuthFlows: readonly string[];
  readonly accessTokenValidity: number;
  readonly idTokenValidity: number;
  readonly refreshTokenValidity: number;
  readonly preventUserExistenceErrors: boolean;
  readonly enableTokenRevocation: boolean;
  /** Attributes that GetUser and the ID token show; absent means all. */
  readonly readAttributes?: readonly string[];
}

/** When wrong passwords start to lock a person out, and for how long (milliseconds). Cognito's own numbers by default. */
export interface LockoutSettings {
  readonly failuresBeforeLockout: number;
  readonly firstLockout: number;
  readonly longestLockout: number;
}

/** One user pool of the template. */
export interface PoolDefinition {
  /** `<region>_<letters and digits>`. */
  readonly id: string;
  readonly name: string;
  readonly usernameAttributes: readonly ['email'];
  /** `UsernameConfiguration.CaseSensitive`; true by default, as in CloudFormation. */
  readonly usernameCaseSensitive?: boolean;
  readonly passwordPolicy: PasswordPolicy;
  readonly adminCreateUserOnly: boolean;
  /** Local function name of each trigger. */
  readonly triggers: { readonly [Name in TriggerName]?: string };
  /** `PreTokenGenerationConfig.LambdaVersion`; V1_0 by default. */
  readonly preTokenGenerationVersion?: 'V1_0' | 'V2_0';
  /** `custom:…` attributes of the schema. */
  readonly customAttributes?: readonly string[];
  readonly lockout?: LockoutSettings;
  readonly clients: readonly ClientDefinition[];
}

/** A code on its way to a person. `destination` is their e-mail address. */
export interface CodeDelivery {
  readonly poolId: string;
  readonly destination: string;
  readonly code: string;
  readonly purpose: 'forgot_password';
}

export interface CognitoOptions {
  readonly region: string;
  /** JSON file that keeps people, sign-ins and keys across restarts; absent means memory only. */
  readonly dataFile?: string;
  readonly pools: readonly PoolDefinition[];
  readonly invoker: Invoker;
  readonly sendCode?: (delivery: CodeDelivery) => Promise<void>;
  /** Milliseconds since 1970. Real time by default: travelling in the virtual clock must not sign anybody out. */
  readonly now?: () => number;
}

/**
 * Holds the definitions against what the emulator can honour.
 * @throws {Error} naming the pool and the setting that it would have to ignore.
 */
export function checkDefinitions(region: string, pools: readonly PoolDefinition[]): void {
  for (const pool of pools) {
    if (!new RegExp(`^${region}_[0-9a-zA-Z]+$`).test(pool.id)) {
      throw new Error(`User pool id ${pool.id} must be ${region}_ followed by letters and digits.`);
    }
    const attributes: readonly string[] = pool.usernameAttributes;
    if (attributes.length !== 1 || attributes[0] !== 'email') {
      throw new Error(`User pool ${pool.name} must have e-mail as its only username attribute.`);
    }
    const known: readonly string[] = supportedTriggers;
    const unknown = Object.keys(pool.triggers).filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new Error(`User pool ${pool.name} has triggers that never run here: ${unknown}.`);
  }
  const clients = pools.flatMap((pool) => pool.clients.map((client) => client.id));
  if (new Set(clients).size !== clients.length) throw new Error('Two user pool clients share an id.');
}
