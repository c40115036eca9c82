import { isRecord } from './template.ts';

/** Reads a resolved property that must be text. */
export function text(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`${what} is missing in the template.`);
}

/** A number, also when the template writes it as text; the fallback when it is absent. */
export function numberOr(value: unknown, fallback: number): number {
  return value === undefined ? fallback : Number(value);
}

export function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function records(value: unknown): Record<string, unknown>[] {
  return list(value).filter(isRecord);
}

export function texts(value: unknown): string[] {
  return list(value).map(String);
}

/** `arn:aws:sqs:region:account:name` → `name`; also what follows the last `/`. */
export function nameOfArn(arn: string): string {
  return arn.split(/[:/]/).at(-1) ?? arn;
}

/** A name, or an ARN with or without a version, as every AWS API accepts them. */
export function functionNameOf(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? (nameOrArn.split(':')[6] ?? nameOrArn) : (nameOrArn.split(':')[0] ?? nameOrArn);
}
