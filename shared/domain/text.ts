import * as z from 'zod/mini';

/** Control characters other than line feed and tab are refused: they break mail headers, CSV and PDF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point
const noControlCharacters = z.regex(/^[^\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]*$/);
const singleLine = z.regex(/^[^\n\t]*$/);

/** One line of a person's text, trimmed, 1 to `longest` characters. */
export const Line = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), noControlCharacters, singleLine);

/** Several lines of a person's text, trimmed, 1 to `longest` characters. */
export const Lines = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), noControlCharacters);

/** An e-mail address in lower case, so that one person is one address. */
export const Email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email());

/** A telephone number in E.164: a plus sign and 7 to 15 digits. */
export const Phone = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));

/** A web address that may be shown to people: https only. */
export const WebAddress = z.string().check(z.maxLength(500), z.regex(/^https:\/\/[^\s"'<>\\]+$/));
