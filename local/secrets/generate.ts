import { randomInt } from 'node:crypto';
import * as z from 'zod/mini';

const flag = z.optional(z.boolean());

/** CloudFormation's GenerateSecretString. `SecretStringTemplate` is a JSON object that gets the text as `GenerateStringKey`. */
const GenerateSecretString = z.strictObject({
  PasswordLength: z.optional(z.number()),
  ExcludeCharacters: z.optional(z.string()),
  ExcludeLowercase: flag,
  ExcludeUppercase: flag,
  ExcludeNumbers: flag,
  ExcludePunctuation: flag,
  IncludeSpace: flag,
  RequireEachIncludedType: flag,
  SecretStringTemplate: z.optional(z.string()),
  GenerateStringKey: z.optional(z.string()),
});

const kinds = {
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  numbers: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

/**
 * Makes a secret value from the properties of GenerateSecretString; AWS's defaults are 32 characters of all kinds but
 * the space, at least one of each kind. Throws for a property that AWS does not know.
 */
export function generateSecret(properties: Readonly<Record<string, unknown>>): string {
  const wanted = z.parse(GenerateSecretString, properties);
  const chosen = [
    wanted.ExcludeLowercase ? '' : kinds.lowercase,
    wanted.ExcludeUppercase ? '' : kinds.uppercase,
    wanted.ExcludeNumbers ? '' : kinds.numbers,
    wanted.ExcludePunctuation ? '' : kinds.punctuation,
    wanted.IncludeSpace ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((character) => !wanted.ExcludeCharacters?.includes(character)))
    .filter((kind) => kind.length > 0);
  const length = wanted.PasswordLength ?? 32;
  if (chosen.length === 0 || length < chosen.length) {
    throw new Error('A generated secret needs at least one kind of characters, and room for one of each.');
  }
  const characters = wanted.RequireEachIncludedType === false ? [] : chosen.map(pick);
  const any = chosen.flat();
  // Inserted at random places, so that the required kinds do not always come first.
  while (characters.length < length) characters.splice(randomInt(characters.length + 1), 0, pick(any));
  const text = characters.join('');
  if (wanted.SecretStringTemplate === undefined || wanted.GenerateStringKey === undefined) return text;
  const template: object = JSON.parse(wanted.SecretStringTemplate);
  return JSON.stringify({ ...template, [wanted.GenerateStringKey]: text });
}

function pick(characters: readonly string[]): string {
  return characters[randomInt(characters.length)] ?? '';
}
