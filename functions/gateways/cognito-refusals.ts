import { Refusal, type RefusalCode } from '../../shared/domain/refusal.ts';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** The name of Cognito's error is one of these. */
export const isNamed = (error: unknown, ...names: readonly string[]): boolean => names.includes(nameOf(error));

/** Cognito tells a lockout from a wrong password by its message alone. */
const isLockout = (error: unknown): boolean =>
  error instanceof Error && error.name === 'NotAuthorizedException' && /attempts exceeded/i.test(error.message);

const refusalOf: Readonly<Record<string, RefusalCode>> = {
  InvalidPasswordException: 'password_too_weak',
  LimitExceededException: 'try_again_later',
};

const notSignedIn = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
];

/** What a failed sign-in says: nothing about why, except that trying on is useless for now. Bugs and outages
 * stay what they are: that Cognito is busy is nobody's wrong password. */
export function signInRefusal(error: unknown): unknown {
  if (isLockout(error) || isNamed(error, 'LimitExceededException')) return new Refusal('sign_in_locked');
  return isNamed(error, ...notSignedIn) ? new Refusal('sign_in_failed') : error;
}

export function renewalRefusal(error: unknown): unknown {
  return isNamed(error, ...notSignedIn) ? new Refusal('session_ended') : administrationRefusal(error);
}

export function administrationRefusal(error: unknown): unknown {
  const code = refusalOf[nameOf(error)];
  return code === undefined ? error : new Refusal(code);
}
