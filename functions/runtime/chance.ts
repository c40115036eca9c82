import { randomBytes, randomInt } from 'node:crypto';
import { idPrefixes } from '../../shared/domain/ids.ts';
import type { Chance } from './instance.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const randomLength = 16;

/** 48 bits of time and 80 of chance in Crockford's base 32 (the ULID layout): sorts by time. */
function ulid(at: number): string {
  let time = '';
  let left = at;
  for (let i = 0; i < timeLength; i += 1) {
    time = alphabet.charAt(left % 32) + time;
    left = Math.floor(left / 32);
  }
  const chance = [...randomBytes(randomLength)].map((byte) => alphabet.charAt(byte % 32)).join('');
  return time + chance;
}

const shortestPauseMs = 5;
const longestPauseMs = 250;

export const chance: Chance = {
  newId: (kind, at) => `${idPrefixes[kind]}_${ulid(at)}`,
  newToken: () => randomBytes(32).toString('base64url'),
  pause: (attempt) =>
    new Promise((resolve) => {
      setTimeout(resolve, randomInt(shortestPauseMs, Math.min(longestPauseMs, shortestPauseMs * 2 ** attempt) + 1));
    }),
};
