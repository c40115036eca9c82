import * as z from 'zod/mini';
import type { Form } from './form.ts';
import { invalid, type StripeRefusal } from './refusal.ts';

/** A text that says something, at most 5000 characters. */
export const text = z.string().check(z.minLength(1), z.maxLength(5000));

export const integer = z.pipe(
  z.string().check(z.refine((value) => /^-?\d{1,15}$/.test(value), 'integer')),
  z.transform(Number),
);

export const flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((value) => value === 'true'),
);

/** Forms know no lists: `a[0]`, `a[1]` arrive as an object with numbers for names. */
export const list = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    z.transform((value: unknown) =>
      typeof value === 'object' && value !== null && Object.keys(value).every((name) => /^\d+$/.test(name))
        ? Object.values(value)
        : value,
    ),
    z.array(item),
  );

/** Up to 50 pairs; an empty value takes a key away, an empty text takes all away. */
export const metadata = z.union([
  z.literal(''),
  z
    .record(z.string().check(z.minLength(1), z.maxLength(40)), z.string().check(z.maxLength(500)))
    .check(z.refine((pairs) => Object.keys(pairs).length <= 50)),
]);

const instant = {
  gt: z.optional(integer),
  gte: z.optional(integer),
  lt: z.optional(integer),
  lte: z.optional(integer),
};

/** An exact second or bounds of one. */
export const created = z.union([integer, z.strictObject(instant)]);

/** What every list takes. */
export const page = {
  limit: z.optional(integer.check(z.refine((value) => value >= 1 && value <= 100))),
  starting_after: z.optional(text),
  ending_before: z.optional(text),
};

/** A web address that a browser may be sent to. */
export const address = text.check(
  z.refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'url'),
);

/**
 * Reads the parameters of a request.
 * @throws {StripeRefusal} 400 `parameter_unknown`, `parameter_missing`, `parameter_invalid_…`, naming the parameter.
 */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, form: Form): z.output<Schema> {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  // A misspelt name is reported as such, not as the absence of the right one.
  throw refuse(issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0], form);
}

function refuse(issue: z.core.$ZodIssue | undefined, form: Form): StripeRefusal {
  if (issue === undefined) return invalid('Invalid request.');
  const param = named(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const unknown = named([...issue.path, ...issue.keys.slice(0, 1)]);
    return invalid(`Received unknown parameter: ${unknown} (or one that Stripe knows and this simulator does not)`, {
      code: 'parameter_unknown',
      param: unknown,
    });
  }
  const value = valueAt(form, issue.path);
  if (value === undefined) {
    return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  if (value === '') {
    return invalid(`The parameter ${param} is an empty string.`, { code: 'parameter_invalid_empty', param });
  }
  if (issue.message === 'integer') {
    return invalid(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param });
  }
  if (issue.message === 'url') return invalid('Not a valid URL', { code: 'url_invalid', param });
  const shown = typeof value === 'string' ? value : 'an object';
  const offered = issue.code === 'invalid_value' ? `; must be one of ${issue.values.join(', ')}` : '';
  return invalid(`Invalid ${param}: ${shown}${offered}`, { param });
}

/** Stripe writes `line_items[0][quantity]`. */
function named(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join('');
}

function valueAt(form: Form, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    form,
  );
}
