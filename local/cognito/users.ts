import { createHash } from 'node:crypto';
import { attributeList } from './attributes.ts';
import type { Pool } from './context.ts';
import { userNotFound } from './failure.ts';
import { own, type User } from './store.ts';

const fold = (pool: Pool, name: string): string =>
  pool.definition.usernameCaseSensitive === false ? name.toLowerCase() : name;

export function findByEmail(pool: Pool, email: string): User | undefined {
  const wanted = fold(pool, email);
  return Object.values(pool.state.users).find(({ attributes }) => fold(pool, attributes.email ?? '') === wanted);
}

/** People are found by e-mail and by `sub`. */
export const findUser = (pool: Pool, name: string): User | undefined =>
  own(pool.state.users, name) ?? findByEmail(pool, name);

/** @throws {CognitoFailure} UserNotFoundException. */
export function userByName(pool: Pool, name: string): User {
  const user = findUser(pool, name);
  if (user === undefined) throw userNotFound();
  return user;
}

/** One key for a person whichever name they are called by; a name that nobody has counts its tries alike. */
export const personKey = (pool: Pool, name: string): string =>
  `${pool.definition.id}/${findUser(pool, name)?.sub ?? fold(pool, name)}`;

/** The id shown for somebody who does not exist: always the same for the same name, and a believable `sub`. */
export function simulatedSub(pool: Pool, name: string): string {
  const digest = createHash('sha256')
    .update(`${pool.key.id}/${fold(pool, name)}`)
    .digest('hex');
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

/** The instant from which a temporary password that is set now no longer works. */
export const temporaryUntil = (pool: Pool, now: number): number =>
  now + pool.definition.passwordPolicy.temporaryPasswordValidityDays * 86_400_000;

/** The person as AdminCreateUser and ListUsers answer it. Instants are in seconds, as the protocol has them. */
export const describeUser = (user: User) => ({
  Username: user.sub,
  Attributes: attributeList({ ...user.attributes, sub: user.sub }),
  UserCreateDate: user.createdAt / 1000,
  UserLastModifiedDate: user.modifiedAt / 1000,
  Enabled: user.enabled,
  UserStatus: user.status,
});
