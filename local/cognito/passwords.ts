import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordPolicy } from './definition.ts';
import { CognitoFailure } from './failure.ts';

const saltBytes = 16;
const keyBytes = 32;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, keyBytes, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** `salt.key`, both base64url: a laptop's data file must not hold a password that somebody also uses elsewhere. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return `${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
}

/** Without a hash (nobody has that name) it works just as long, so that the answer's time tells nothing. */
export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
  const [salt = '', key = ''] = hash?.split('.') ?? [];
  const derived = await derive(password, hash === undefined ? randomBytes(saltBytes) : Buffer.from(salt, 'base64url'));
  const expected = Buffer.from(key, 'base64url');
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}

const lowercase = 'abcdefghijklmnopqrstuvwxyz';
const numbers = '0123456789';
const symbols = '^$*.[]{}()?"!@#%&/\\,><\':;|_~`=+-';

const has = (password: string, characters: string): boolean => [...password].some((c) => characters.includes(c));

/** @throws {CognitoFailure} InvalidPasswordException for the first rule that the password breaks. */
export function enforcePolicy(policy: PasswordPolicy, password: string): void {
  const rules: readonly (readonly [broken: boolean, message: string])[] = [
    [password.length < policy.minimumLength, 'Password not long enough'],
    [policy.requireUppercase && !has(password, lowercase.toUpperCase()), 'Password must have uppercase characters'],
    [policy.requireLowercase && !has(password, lowercase), 'Password must have lowercase characters'],
    [policy.requireNumbers && !has(password, numbers), 'Password must have numeric characters'],
    [policy.requireSymbols && !has(password.trim(), `${symbols} `), 'Password must have symbol characters'],
  ];
  const first = rules.find(([broken]) => broken);
  if (first) {
    throw new CognitoFailure('InvalidPasswordException', `Password did not conform with policy: ${first[1]}`);
  }
}

/** A password that nobody is told, for people created without one: it only keeps the account closed. */
export const unknownPassword = (): string => randomBytes(48).toString('base64url');

/** Six digits, as in Cognito's mails. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');
