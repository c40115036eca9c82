import { randomInt } from 'node:crypto';

/** The parts of CloudFormation's GenerateSecretString that are honoured. Defaults are AWS's: 32 characters of all kinds. */
export interface GenerateSecret {
  readonly length?: number;
  readonly excludePunctuation?: boolean;
  readonly excludeCharacters?: string;
  readonly excludeNumbers?: boolean;
  readonly excludeUppercase?: boolean;
  readonly excludeLowercase?: boolean;
  /** A JSON object that receives the generated text under `key`. */
  readonly template?: string;
  readonly key?: string;
}

const kinds = {
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  numbers: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

/** Makes a secret value: at least one character of each kind that is not excluded. */
export function generateSecret(wanted: GenerateSecret): string {
  const chosen = [
    wanted.excludeLowercase ? '' : kinds.lowercase,
    wanted.excludeUppercase ? '' : kinds.uppercase,
    wanted.excludeNumbers ? '' : kinds.numbers,
    wanted.excludePunctuation ? '' : kinds.punctuation,
  ]
    .map((kind) => [...kind].filter((character) => !wanted.excludeCharacters?.includes(character)))
    .filter((kind) => kind.length > 0);
  const length = wanted.length ?? 32;
  if (chosen.length === 0 || length < chosen.length) {
    throw new Error('A generated secret needs at least one kind of characters, and room for one of each.');
  }
  const characters = chosen.map(pick);
  const any = chosen.flat();
  // Inserted at random places, so that the required kinds do not always come first.
  while (characters.length < length) characters.splice(randomInt(characters.length + 1), 0, pick(any));
  const text = characters.join('');
  if (wanted.template === undefined) return text;
  const template: object = JSON.parse(wanted.template);
  return JSON.stringify({ ...template, [wanted.key ?? 'password']: text });
}

function pick(characters: readonly string[]): string {
  return characters[randomInt(characters.length)] ?? '';
}
