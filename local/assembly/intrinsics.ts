import { isRecord, type Stack, type Value } from './template.ts';

/** What an intrinsic function may look at: its own stack, and the values of others. */
export interface Scope {
  readonly stack: Stack;
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  importValue(name: string): unknown;
  stackOutput(stackName: string, outputName: string, region: string): unknown;
}

const absent = Symbol('AWS::NoValue');

function pseudoParameter(stack: Stack, name: string): unknown {
  const values: Record<string, unknown> = {
    'AWS::Region': stack.region,
    'AWS::AccountId': stack.account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': absent,
  };
  return values[name];
}

function refer(scope: Scope, name: string): unknown {
  return pseudoParameter(scope.stack, name) ?? scope.ref(name);
}

function getAttribute(scope: Scope, argument: Value): unknown {
  const [logicalId = '', ...rest] =
    typeof argument === 'string'
      ? argument.split('.')
      : (argument as readonly unknown[]).map((part) => evaluate(part, scope));
  return scope.attribute(String(logicalId), rest.map(String).join('.'));
}

function substitute(scope: Scope, argument: Value): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const own = isRecord(variables) ? variables : {};
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in own) return String(evaluate(own[name], scope));
    return String(name.includes('.') ? getAttribute(scope, name) : refer(scope, name));
  });
}

function list(scope: Scope, argument: Value): unknown[] {
  const value = evaluate(argument, scope);
  if (!Array.isArray(value)) throw new Error(`A list was expected in stack ${scope.stack.name}.`);
  return value;
}

function lookUp(scope: Scope, argument: Value): unknown {
  const [map = '', top = '', second = ''] = list(scope, argument).map(String);
  const value = scope.stack.template.Mappings?.[map]?.[top]?.[second];
  if (value === undefined) throw new Error(`Stack ${scope.stack.name} maps nothing at ${map}.${top}.${second}.`);
  return value;
}

function choose(scope: Scope, argument: Value): unknown {
  const [condition, whenTrue, whenFalse] = argument as [string, Value, Value];
  const chosen = conditionHolds(scope.stack, condition, scope.ref) ? whenTrue : whenFalse;
  return evaluate(chosen, scope);
}

const functions: Record<string, (scope: Scope, argument: Value) => unknown> = {
  Ref: (scope, name) => refer(scope, String(name)),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': (scope, argument) => {
    const [separator, parts] = argument as [string, Value];
    return list(scope, parts).map(String).join(separator);
  },
  'Fn::Select': (scope, argument) => {
    const [index, values] = argument as [Value, Value];
    return list(scope, values)[Number(evaluate(index, scope))];
  },
  'Fn::Split': (scope, argument) => {
    const [separator, text] = argument as [string, Value];
    return String(evaluate(text, scope)).split(separator);
  },
  'Fn::ImportValue': (scope, argument) => scope.importValue(String(evaluate(argument, scope))),
  'Fn::GetStackOutput': (scope, argument) => {
    const given = evaluate(argument, scope);
    const { StackName, OutputName, Region } = isRecord(given) ? given : {};
    return scope.stackOutput(String(StackName), String(OutputName), String(Region ?? scope.stack.region));
  },
  'Fn::Base64': (scope, argument) => Buffer.from(String(evaluate(argument, scope))).toString('base64'),
  'Fn::FindInMap': lookUp,
  'Fn::If': choose,
  'Fn::GetAZs': (scope) => ['a', 'b', 'c'].map((zone) => `${scope.stack.region}${zone}`),
};

function evaluate(value: Value, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => evaluate(item, scope)).filter((item) => item !== absent);
  if (!isRecord(value)) return value;
  const [only, ...others] = Object.entries(value);
  if (only !== undefined && others.length === 0) {
    const [name, argument] = only;
    const run = functions[name];
    if (run !== undefined) return run(scope, argument);
    if (name.startsWith('Fn::')) throw new Error(`${name} in stack ${scope.stack.name} has no local meaning.`);
  }
  const entries = Object.entries(value).map(([key, item]) => [key, evaluate(item, scope)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== absent));
}

/** Resolves every intrinsic function inside a value; `AWS::NoValue` removes the property or list item that holds it. */
export function resolveIntrinsic(value: Value, scope: Scope): unknown {
  const resolved = evaluate(value, scope);
  return resolved === absent ? undefined : resolved;
}

/** Whether a template's named condition is true; a resource without a condition exists always. */
export function conditionHolds(stack: Stack, name: string | undefined, ref: (name: string) => unknown): boolean {
  if (name === undefined) return true;
  const test = (value: Value): boolean => {
    if (!isRecord(value)) return value === true || value === 'true';
    const [operator = '', argument] = Object.entries(value)[0] ?? [];
    const parts = Array.isArray(argument) ? argument : [argument];
    const plain = (part: Value) => {
      const refers = isRecord(part) && typeof part.Ref === 'string' ? part.Ref : undefined;
      return refers === undefined ? part : (pseudoParameter(stack, refers) ?? ref(refers));
    };
    if (operator === 'Fn::Equals') return String(plain(parts[0])) === String(plain(parts[1]));
    if (operator === 'Fn::Not') return !test(parts[0]);
    if (operator === 'Fn::And') return parts.every(test);
    if (operator === 'Fn::Or') return parts.some(test);
    if (operator === 'Condition') return conditionHolds(stack, String(argument), ref);
    throw new Error(`The condition ${name} of stack ${stack.name} uses ${operator}, which has no local meaning.`);
  };
  return test(stack.template.Conditions?.[name]);
}
