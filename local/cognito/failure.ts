/** A refusal as Cognito answers it: its exception name and its message, with status 400. */
export class CognitoFailure extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export const notAuthorized = (message: string): CognitoFailure => new CognitoFailure('NotAuthorizedException', message);

export const invalidParameter = (message: string): CognitoFailure =>
  new CognitoFailure('InvalidParameterException', message);

export const resourceNotFound = (message: string): CognitoFailure =>
  new CognitoFailure('ResourceNotFoundException', message);

/** The one answer for an unknown person and for a wrong password, so that neither can be told from the other. */
export const incorrectCredentials = (): CognitoFailure => notAuthorized('Incorrect username or password.');

export const userNotFound = (): CognitoFailure => new CognitoFailure('UserNotFoundException', 'User does not exist.');

export const emailTaken = (type: 'UsernameExistsException' | 'AliasExistsException'): CognitoFailure =>
  new CognitoFailure(type, 'An account with the given email already exists.');

export const attemptLimitExceeded = (): CognitoFailure =>
  new CognitoFailure('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

/** Something that AWS does and the emulator does not: never AWS's name, so that nobody takes it for AWS's answer. */
export const notEmulated = (message: string): CognitoFailure =>
  new CognitoFailure('NotEmulatedException', `The local user pools do not know this: ${message}`);
