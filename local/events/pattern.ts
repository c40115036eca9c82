import { isObject } from '../protocol/aws-json.ts';
import { InvalidEventPatternException } from './invalid-pattern.ts';
import { compileLeaf, type LeafTest } from './matchers.ts';

export { InvalidEventPatternException };

/** Whether an event, as parsed JSON, passes a pattern. */
export type EventTest = (event: unknown) => boolean;

/**
 * Compiles an EventBridge rule pattern or a Lambda filter pattern: every key must match, an array holds alternatives,
 * `$or` holds alternative patterns. Throws InvalidEventPatternException where AWS refuses the deployment.
 */
export function compilePattern(pattern: unknown): EventTest {
  const parsed = typeof pattern === 'string' ? parse(pattern) : pattern;
  if (!isObject(parsed)) throw new InvalidEventPatternException('Filter is not an object');
  return compileObject(parsed);
}

/** Compiles Lambda filter criteria: an event passes when any of the patterns matches, or when there are none. */
export function compileFilters(patterns: readonly unknown[]): EventTest {
  const tests = patterns.map(compilePattern);
  return (event) => tests.length === 0 || tests.some((test) => test(event));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidEventPatternException('Filter is not an object');
  }
}

function compileObject(pattern: Readonly<Record<string, unknown>>): EventTest {
  const entries = Object.entries(pattern);
  if (entries.length === 0) throw new InvalidEventPatternException('Empty objects are not allowed');
  const tests = entries.map(([key, value]) => compileKey(key, value));
  return (event) => tests.every((test) => test(event));
}

function compileKey(key: string, value: unknown): EventTest {
  if (key === '$or') return compileOr(value);
  if (Array.isArray(value)) return compileField(key, value);
  if (!isObject(value)) throw new InvalidEventPatternException(`"${key}" must be an object or an array`);
  const test = compileObject(value);
  return (event) => {
    const inner = isObject(event) ? event[key] : undefined;
    return Array.isArray(inner) ? inner.some(test) : test(inner);
  };
}

function compileOr(value: unknown): EventTest {
  if (!Array.isArray(value) || value.length < 2 || !value.every(isObject)) {
    throw new InvalidEventPatternException('"$or" must be an array of at least two objects');
  }
  const tests = value.map(compileObject);
  return (event) => tests.some((test) => test(event));
}

function compileField(key: string, members: readonly unknown[]): EventTest {
  if (members.length === 0) throw new InvalidEventPatternException('Empty arrays are not allowed');
  const leaves = members.map(compileLeaf);
  return (event) => {
    const values = leafValues(isObject(event) ? event[key] : undefined);
    return leaves.some((leaf) => passes(leaf, values));
  };
}

function passes(leaf: LeafTest, values: readonly unknown[]): boolean {
  return leaf.kind === 'exists' ? values.length > 0 === leaf.expected : values.some(leaf.test);
}

// Matchers see leaves only: an object under the key counts as absent, an array as any of its values.
function leafValues(value: unknown): readonly unknown[] {
  if (value === undefined || isObject(value)) return [];
  return Array.isArray(value) ? value.flatMap(leafValues) : [value];
}
