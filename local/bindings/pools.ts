import type { Resolver } from '../assembly/resolve.ts';
import type { Placed } from '../assembly/template.ts';
import { functionNameOf, list, numberOr, record, records, textOrNothing, texts } from '../assembly/values.ts';
import { standardAttributes } from '../cognito/attributes.ts';
import type { ClientDefinition, PoolDefinition } from '../cognito/definition.ts';

const seconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

function validity(properties: Record<string, unknown>, token: string, unit: string, fallback: number): number {
  const amount = properties[`${token}Validity`];
  if (amount === undefined) return fallback;
  const given = textOrNothing(record(properties.TokenValidityUnits)[token]) ?? unit;
  return Number(amount) * (seconds[given] ?? 1);
}

function clientOf(resolver: Resolver, placed: Placed): ClientDefinition {
  const properties = resolver.properties(placed);
  if (properties.GenerateSecret === true) throw new Error('A user pool client with a secret is not offered locally.');
  return {
    id: resolver.refOf(placed),
    name: String(resolver.attributeOf(placed, 'Name')),
    explicitAuthFlows: texts(properties.ExplicitAuthFlows),
    accessTokenValidity: validity(properties, 'AccessToken', 'hours', 3_600),
    idTokenValidity: validity(properties, 'IdToken', 'hours', 3_600),
    refreshTokenValidity: validity(properties, 'RefreshToken', 'days', 30 * 86_400),
    preventUserExistenceErrors: properties.PreventUserExistenceErrors === 'ENABLED',
    enableTokenRevocation: properties.EnableTokenRevocation !== false,
    ...(properties.ReadAttributes === undefined ? {} : { readAttributes: texts(properties.ReadAttributes) }),
  };
}

function triggersOf(config: Record<string, unknown>): PoolDefinition['triggers'] {
  const { PreTokenGenerationConfig, ...plain } = config;
  const arns: Record<string, unknown> = { ...plain };
  const preToken = record(PreTokenGenerationConfig).LambdaArn;
  if (preToken !== undefined) arns.PreTokenGeneration = preToken;
  // Names that the emulator does not run are refused by it, with the pool's name.
  return Object.fromEntries(Object.entries(arns).map(([name, arn]) => [name, functionNameOf(String(arn))]));
}

function poolOf(resolver: Resolver, placed: Placed, clients: readonly ClientDefinition[]): PoolDefinition {
  const properties = resolver.properties(placed);
  const policy = record(record(properties.Policies).PasswordPolicy);
  const config = record(properties.LambdaConfig);
  const version = textOrNothing(record(config.PreTokenGenerationConfig).LambdaVersion);
  const id = resolver.refOf(placed);
  const custom = records(properties.Schema)
    .map(({ Name }) => `custom:${String(Name).replace(/^custom:/, '')}`)
    .filter((name) => !standardAttributes.includes(name.slice('custom:'.length)));
  return {
    id,
    name: textOrNothing(properties.UserPoolName) ?? id,
    usernameAttributes: list(properties.UsernameAttributes) as unknown as PoolDefinition['usernameAttributes'],
    usernameCaseSensitive: record(properties.UsernameConfiguration).CaseSensitive !== false,
    passwordPolicy: {
      minimumLength: numberOr(policy.MinimumLength, 8),
      requireLowercase: policy.RequireLowercase === true,
      requireUppercase: policy.RequireUppercase === true,
      requireNumbers: policy.RequireNumbers === true,
      requireSymbols: policy.RequireSymbols === true,
      temporaryPasswordValidityDays: numberOr(policy.TemporaryPasswordValidityDays, 7),
    },
    adminCreateUserOnly: record(properties.AdminCreateUserConfig).AllowAdminCreateUserOnly === true,
    triggers: triggersOf(config),
    ...(version === 'V2_0' ? { preTokenGenerationVersion: version } : {}),
    customAttributes: custom,
    clients,
  };
}

/** The user pools of the assembly with their clients and triggers. */
export function readPools(resolver: Resolver): PoolDefinition[] {
  const clients = resolver.resources('AWS::Cognito::UserPoolClient').map((placed) => ({
    poolId: String(resolver.properties(placed).UserPoolId),
    client: clientOf(resolver, placed),
  }));
  return resolver.resources('AWS::Cognito::UserPool').map((placed) => {
    const own = clients.filter(({ poolId }) => poolId === resolver.refOf(placed)).map(({ client }) => client);
    return poolOf(resolver, placed, own);
  });
}
