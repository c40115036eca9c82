import type { PoolDefinition } from './definition.ts';
import { invalidParameter } from './failure.ts';

/** An attribute as requests and replies carry it. */
export interface Attribute {
  readonly Name: string;
  readonly Value?: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** The attributes that every pool has (OpenID Connect's standard claims). */
export const standardAttributes: readonly string[] = [
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
];

const flags = ['email_verified', 'phone_number_verified'];

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** The attributes as a list, `sub` with them. */
export const attributeList = (attributes: Attributes): Attribute[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

/**
 * What the request wants to set; an empty value stands for an attribute to remove.
 * @throws {CognitoFailure} InvalidParameterException for an attribute that the schema does not know or that is malformed.
 */
export function parseAttributes(pool: PoolDefinition, requested: readonly Attribute[]): Attributes {
  for (const { Name, Value = '' } of requested) {
    if (Name === 'sub') throw invalidParameter('user.sub: Attribute cannot be updated.');
    if (!standardAttributes.includes(Name) && !pool.customAttributes?.includes(Name)) {
      throw invalidParameter(
        `Attributes did not conform to the schema: ${Name}: Attribute does not exist in the schema.`,
      );
    }
    if (Name === 'email' && !isEmail(Value)) throw invalidParameter('Invalid email address format.');
    if (flags.includes(Name) && !/^(true|false)$/i.test(Value)) {
      throw invalidParameter(`Attributes did not conform to the schema: ${Name}: Attribute must be true or false.`);
    }
  }
  return Object.fromEntries(
    requested.map(({ Name, Value = '' }) => [Name, flags.includes(Name) ? Value.toLowerCase() : Value]),
  );
}

/** The attributes after an administrator's change: a new e-mail is unverified until it is said to be verified. */
export function changeAttributes(before: Attributes, change: Attributes): Record<string, string> {
  const emailChanged = change.email !== undefined && change.email !== before.email;
  const merged = { ...before, ...(emailChanged ? { email_verified: 'false' } : {}), ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}
