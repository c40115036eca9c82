import { createHash } from 'node:crypto';
import type { Placed } from './template.ts';

/** Reads a resolved property of the resource being named. */
export type Read = (property: string) => unknown;

/** What CloudFormation would answer for `Ref` and `Fn::GetAtt` of one resource. */
export interface Physical {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Names one resource. */
export type Describe = (placed: Placed, read: Read, queueUrl: (name: string) => string) => Physical;

/** A stable pseudo-random name part, derived from where the resource stands. */
export function digest(placed: Placed, alphabet: string, length: number): string {
  const bytes = createHash('sha256').update(`${placed.stack.region}/${placed.stack.name}/${placed.logicalId}`).digest();
  return Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length]).join('');
}

export const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
export const upper = lower.toUpperCase();

/** The name the template gives, or one made of stack and logical id. */
export function named(placed: Placed, read: Read, property: string, limit = 64): string {
  const given = read(property);
  if (typeof given === 'string' && given !== '') return given;
  const generated = `${placed.stack.name}-${placed.logicalId}`;
  return generated.length <= limit ? generated : `${generated.slice(0, limit - 7)}-${digest(placed, lower, 6)}`;
}

/** An ARN in the resource's own region and account; global services leave the region empty. */
export function arn(placed: Placed, service: string, path: string, { global = false } = {}): string {
  return `arn:aws:${service}:${global ? '' : placed.stack.region}:${placed.stack.account}:${path}`;
}
