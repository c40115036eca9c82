/** A CloudFormation value before its intrinsic functions are resolved. */
export type Value = unknown;

export interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, Value>;
  readonly Condition?: string;
}

/** The parts of a CloudFormation template that decide what exists and what it is called. */
export interface Template {
  readonly Resources?: Record<string, Resource>;
  readonly Outputs?: Record<string, { readonly Value: Value; readonly Export?: { readonly Name: Value } }>;
  readonly Parameters?: Record<string, { readonly Type: string; readonly Default?: Value }>;
  readonly Mappings?: Record<string, Record<string, Record<string, Value>>>;
  readonly Conditions?: Record<string, Value>;
}

export interface Stack {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly template: Template;
  /** Absolute path of each published asset by its object key, for example `<hash>.zip` → the folder with the code. */
  readonly assets: ReadonlyMap<string, string>;
}

export interface Assembly {
  readonly folder: string;
  readonly stacks: readonly Stack[];
}

/** One resource together with the stack that declares it. */
export interface Placed {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly resource: Resource;
}

/** True for a JSON object: not null, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
