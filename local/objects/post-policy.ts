import * as z from 'zod/mini';
import { S3Refusal } from './refusal.ts';

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
  z.record(z.string(), z.string()),
]);
const Policy = z.object({ expiration: z.iso.datetime(), conditions: z.array(Condition) });

/** The form of an upload: its fields by lower-case name, and the size of its file in bytes. */
export interface UploadForm {
  readonly bucket: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly size: number;
}

const needNoCondition = ['policy', 'x-amz-signature', 'file'];

/**
 * Refuses an upload that its signed policy does not allow: expired, a field that differs or that no condition names, a
 * file too small or too large. `now` in milliseconds.
 */
export function refuseAgainstPolicy(encoded: string, form: UploadForm, now: number): void {
  const policy = parse(encoded);
  if (now > Date.parse(policy.expiration)) throw violated('Policy expired.');
  // The bucket is the one in the address, whatever the form says.
  const fieldValue = (name: string) => (name === 'bucket' ? form.bucket : form.fields.get(name)) ?? '';
  const named = new Set(needNoCondition);
  for (const condition of policy.conditions.flatMap(unfold)) {
    if (condition[0] === 'content-length-range') continue;
    const [operator, variable, wanted] = condition;
    const name = variable.replace(/^\$/, '').toLowerCase();
    named.add(name);
    const holds = operator === 'eq' ? fieldValue(name) === wanted : fieldValue(name).startsWith(wanted);
    if (!holds) throw violated(`Policy Condition failed: ${JSON.stringify(condition).replaceAll(',', ', ')}`);
  }
  const extra = [...form.fields.keys()].filter((name) => !named.has(name) && !name.startsWith('x-ignore-'));
  if (extra.length > 0) throw violated(`Extra input fields: ${extra.join(', ')}`);
  for (const condition of policy.conditions) refuseSize(condition, form.size);
}

function parse(encoded: string): z.infer<typeof Policy> {
  try {
    return z.parse(Policy, JSON.parse(Buffer.from(encoded, 'base64').toString()));
  } catch {
    throw new S3Refusal('InvalidPolicyDocument', 400, 'Invalid Policy: Invalid JSON.');
  }
}

type Triple = readonly ['eq' | 'starts-with', string, string] | readonly ['content-length-range', number, number];

/** `{ "key": "x" }` is short for `["eq", "$key", "x"]`. */
function unfold(condition: z.infer<typeof Condition>): Triple[] {
  if (Array.isArray(condition)) return [condition];
  return Object.entries(condition).map(([name, value]) => ['eq', `$${name}`, value]);
}

function refuseSize(condition: z.infer<typeof Condition>, size: number): void {
  if (!Array.isArray(condition) || condition[0] !== 'content-length-range') return;
  const [, smallest, largest] = condition;
  if (size > largest) {
    throw new S3Refusal('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: size,
      MaxSizeAllowed: largest,
    });
  }
  if (size < smallest) {
    throw new S3Refusal('EntityTooSmall', 400, 'Your proposed upload is smaller than the minimum allowed size', {
      ProposedSize: size,
      MinSizeAllowed: smallest,
    });
  }
}

function violated(detail: string): S3Refusal {
  return new S3Refusal('AccessDenied', 403, `Invalid according to Policy: ${detail}`);
}
