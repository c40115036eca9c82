import { cognitoLockout } from './attempts.ts';
import type { Audience, Context } from './context.ts';
import { incorrectCredentials, notAuthorized, userNotFound } from './failure.ts';
import { passwordMatches } from './passwords.ts';
import type { User } from './store.ts';
import { findUser, personKey } from './users.ts';

/**
 * Checks a password under the pool's lockout.
 * @throws {CognitoFailure} NotAuthorizedException for wrong credentials, a lockout or, to those who know the password,
 * a disabled account; UserNotFoundException where the client does not hide that nobody has the name.
 */
export function checkPassword(
  context: Context,
  { pool, client }: Audience,
  name: string,
  password: string,
): Promise<User> {
  const person = personKey(pool, name);
  return context.inTurn(person, async () => {
    context.lockout.refuseWhileLocked(person);
    const user = findUser(pool, name);
    if (user === undefined && !client.preventUserExistenceErrors) throw userNotFound();
    const matches = await passwordMatches(password, user?.passwordHash);
    if (!matches || user === undefined) {
      context.lockout.fail(person, pool.definition.lockout ?? cognitoLockout);
      throw incorrectCredentials();
    }
    if (!user.enabled) throw notAuthorized('User is disabled.');
    context.lockout.forgive(person);
    return user;
  });
}
