import * as z from 'zod/mini';
import { CognitoFailure, invalidParameter } from './failure.ts';

type Issue = z.core.$ZodIssue;

const limited = (pattern: RegExp, longest: number, shortest = 1) =>
  z.string().check(z.minLength(shortest), z.maxLength(longest), z.regex(pattern));

const anything = /^/;

export const userPoolId = limited(/^[\w-]+_[0-9a-zA-Z]+$/, 55);
export const clientId = limited(/^[\w+]+$/, 128);
export const username = limited(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, 128);
export const password = limited(/^\S+.*\S+$/, 256);
export const token = limited(/^[A-Za-z0-9-_=.]+$/, 8192);
export const session = limited(anything, 2048, 20);
export const confirmationCode = limited(/^\S+$/, 2048);
export const attributeName = limited(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, 32);
export const attributes = z.array(
  z.object({ Name: attributeName, Value: z.optional(z.string().check(z.maxLength(2048))) }),
);
export const stringMap = z.record(z.string(), z.string());
export const clientMetadata = z.optional(stringMap);

/**
 * Reads a request body with Cognito's constraints.
 * @throws {CognitoFailure} SerializationException for a value of the wrong type, InvalidParameterException otherwise.
 */
export function parseParameters<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => describe(issue, valueAt(body, issue.path)));
  const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw invalidParameter(`${count} detected: ${problems.join('; ')}`);
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
}

function describe(issue: Issue, value: unknown): string {
  const failed = `Value at '${placeOf(issue.path)}' failed to satisfy constraint: Member must`;
  if (value === undefined || value === null) return `${failed} not be null`;
  switch (issue.code) {
    case 'too_small':
      return `${failed} have length greater than or equal to ${issue.minimum}`;
    case 'too_big':
      return `${failed} have length less than or equal to ${issue.maximum}`;
    case 'invalid_format':
      return `${failed} satisfy regular expression pattern: ${String(issue.pattern).replace(/^\/\^?|\$?\/u?$/g, '')}`;
    case 'invalid_value':
      return `${failed} satisfy enum value set: [${issue.values.join(', ')}]`;
    default:
      throw new CognitoFailure('SerializationException', `Unexpected value at '${placeOf(issue.path)}'.`);
  }
}

/** Cognito writes `userAttributes.1.member.name` for `UserAttributes[0].Name`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `${key + 1}.member` : String(key).replace(/^./, (c) => c.toLowerCase())))
    .join('.');
}
