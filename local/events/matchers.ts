import { BlockList, isIP } from 'node:net';
import { InvalidEventPatternException } from './invalid-pattern.ts';

/** Tests one value of an event (a string, number, boolean or null). */
export type ValueTest = (value: unknown) => boolean;

/** What a leaf of a pattern asks of a field: some value passes, or the field's mere presence. */
export type LeafTest =
  | { readonly kind: 'value'; readonly test: ValueTest }
  | { readonly kind: 'exists'; readonly expected: boolean };

type Compile = (argument: unknown) => ValueTest;

const matchers: Readonly<Record<string, Compile>> = {
  prefix: (argument) => affix('prefix', argument, (value, part) => value.startsWith(part)),
  suffix: (argument) => affix('suffix', argument, (value, part) => value.endsWith(part)),
  'equals-ignore-case': (argument) => {
    const wanted = requireText('equals-ignore-case', argument).toLowerCase();
    return (value) => typeof value === 'string' && value.toLowerCase() === wanted;
  },
  wildcard,
  numeric,
  cidr,
  'anything-but': anythingBut,
};

/** Compiles one member of a pattern's array: a literal, or an object with exactly one matcher. */
export function compileLeaf(member: unknown): LeafTest {
  if (typeof member !== 'object' || member === null) return { kind: 'value', test: literal(member) };
  const [entry, second] = Object.entries(member);
  if (Array.isArray(member))
    throw new InvalidEventPatternException('Match value must be String, number, true, false, or null');
  if (!entry) throw new InvalidEventPatternException('Empty objects are not allowed');
  if (second) throw new InvalidEventPatternException('Only one key allowed in match expression');
  const [name, argument] = entry;
  if (name === 'exists') {
    if (typeof argument !== 'boolean') {
      throw new InvalidEventPatternException('exists match pattern must be either true or false.');
    }
    return { kind: 'exists', expected: argument };
  }
  return { kind: 'value', test: compileMatcher(name, argument) };
}

function compileMatcher(name: string, argument: unknown): ValueTest {
  const compile = Object.hasOwn(matchers, name) ? matchers[name] : undefined;
  if (!compile) throw new InvalidEventPatternException(`Unrecognized match type ${name}`);
  return compile(argument);
}

function literal(wanted: unknown): ValueTest {
  return (value) => value === wanted;
}

function affix(name: string, argument: unknown, holds: (value: string, part: string) => boolean): ValueTest {
  if (typeof argument === 'object' && argument !== null && 'equals-ignore-case' in argument) {
    const part = requireText(name, argument['equals-ignore-case']).toLowerCase();
    return (value) => typeof value === 'string' && holds(value.toLowerCase(), part);
  }
  const part = requireText(name, argument);
  return (value) => typeof value === 'string' && holds(value, part);
}

function wildcard(argument: unknown): ValueTest {
  const text = requireText('wildcard', argument);
  if (/(?<!\\)\*\*/.test(text)) throw new InvalidEventPatternException('Consecutive wildcard characters');
  if (/\\(?![*\\])/.test(text)) throw new InvalidEventPatternException('Invalid escape character at pos');
  const parts = text.match(/\\[*\\]|\*|[^\\*]+/g) ?? [];
  const source = parts
    .map((part) => (part === '*' ? '[^]*' : part.replace(/^\\/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  const expression = new RegExp(`^${source}$`);
  return (value) => typeof value === 'string' && expression.test(value);
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function numeric(argument: unknown): ValueTest {
  if (!Array.isArray(argument)) throw new InvalidEventPatternException('Value of numeric must be an array.');
  if (argument.length !== 2 && argument.length !== 4) {
    throw new InvalidEventPatternException('Invalid member in numeric match: expected one or two comparisons');
  }
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < argument.length; index += 2) {
    const compare = comparisons[String(argument[index])];
    if (!compare) throw new InvalidEventPatternException(`Unrecognized numeric range operator: ${argument[index]}`);
    const bound: unknown = argument[index + 1];
    if (typeof bound !== 'number')
      throw new InvalidEventPatternException(`Value of ${argument[index]} must be numeric`);
    tests.push((value) => compare(value, bound));
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function cidr(argument: unknown): ValueTest {
  const [address = '', bits = ''] = requireText('cidr', argument).split('/');
  const version = isIP(address);
  if (version === 0 || !/^\d+$/.test(bits)) throw new InvalidEventPatternException(`Malformed CIDR: ${argument}`);
  const list = new BlockList();
  list.addSubnet(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
  return (value) =>
    typeof value === 'string' && isIP(value) === version && list.check(value, version === 4 ? 'ipv4' : 'ipv6');
}

function anythingBut(argument: unknown): ValueTest {
  if (typeof argument === 'object' && argument !== null && !Array.isArray(argument)) {
    const [entry, second] = Object.entries(argument);
    if (!entry || second) throw new InvalidEventPatternException('Only one key allowed in match expression');
    const [name, inner] = entry;
    if (!['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(name)) {
      throw new InvalidEventPatternException(`Unsupported anything-but pattern: ${name}`);
    }
    const refused = (Array.isArray(inner) ? inner : [inner]).map((each) => compileMatcher(name, each));
    return (value) => !refused.some((test) => test(value));
  }
  const refused: unknown[] = Array.isArray(argument) ? argument : [argument];
  const listed = refused.every((each) => typeof each === 'string' || typeof each === 'number');
  if (refused.length === 0 || !listed) {
    throw new InvalidEventPatternException('Inside anything but list, start|null|boolean is not supported.');
  }
  return (value) => !refused.some((each) => each === value);
}

function requireText(name: string, argument: unknown): string {
  if (typeof argument === 'string' && argument !== '') return argument;
  throw new InvalidEventPatternException(`${name} match pattern must be a string`);
}
