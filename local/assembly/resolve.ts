import { conditionHolds, resolveIntrinsic } from './intrinsics.ts';
import type { Physical } from './names.ts';
import { describePhysical, isDescribed } from './physical.ts';
import { type Assembly, isRecord, type Placed, type Stack, type Value } from './template.ts';

/** Turns template values into the values that the local services and functions use. */
export interface Resolver {
  readonly assembly: Assembly;
  /** Every resource whose condition holds, in template order; with `type` only those of that type. */
  resources(type?: string): Placed[];
  /** Properties of a resource with every intrinsic function resolved. Dynamic references stay as text. */
  properties(placed: Placed): Record<string, unknown>;
  /** What `Ref` answers for the resource. */
  refOf(placed: Placed): string;
  /** What `Fn::GetAtt` answers for the resource. */
  attributeOf(placed: Placed, attribute: string): unknown;
  /** Resolves any value of a stack's template. */
  resolve(stack: Stack, value: Value): unknown;
}

export interface ResolverOptions {
  /** Address of a queue by its name. Called when a queue's `Ref` is read, never before. */
  readonly queueUrl: (name: string) => string;
}

function find<T>(items: Iterable<T>, test: (item: T) => boolean, missing: string): T {
  for (const item of items) if (test(item)) return item;
  throw new Error(missing);
}

/** Makes the resolver of an assembly. Values are resolved when asked for, so services may start in any order. */
export function createResolver(assembly: Assembly, { queueUrl }: ResolverOptions): Resolver {
  const named = new Map<string, Physical>();

  function place(stack: Stack, logicalId: string): Placed {
    const resource = stack.template.Resources?.[logicalId];
    if (resource === undefined) throw new Error(`Stack ${stack.name} has no resource ${logicalId}.`);
    return { stack, logicalId, resource };
  }

  function physical(placed: Placed): Physical {
    const key = `${placed.stack.region}/${placed.stack.name}/${placed.logicalId}`;
    const known = named.get(key);
    if (known !== undefined) return known;
    const read = (property: string) => resolve(placed.stack, placed.resource.Properties?.[property]);
    const made = describePhysical(placed, read, queueUrl);
    named.set(key, made);
    return made;
  }

  /** The stack that writes a value for other regions is found by the path under which the reader asks for it. */
  function crossRegionExport(path: string): unknown {
    for (const placed of resources('Custom::CrossRegionExportWriter')) {
      const writer = placed.resource.Properties?.WriterProps;
      const exported = isRecord(writer) && isRecord(writer.exports) ? writer.exports[path] : undefined;
      if (exported !== undefined) return resolve(placed.stack, exported);
    }
    throw new Error(`No stack exports ${path} to other regions.`);
  }

  function attributeOf(placed: Placed, attribute: string): unknown {
    const { Type } = placed.resource;
    if (Type === 'Custom::CrossRegionExportReader') return crossRegionExport(attribute);
    const value = physical(placed).attributes[attribute];
    if (value !== undefined) return value;
    if (isDescribed(Type)) throw new Error(`The attribute ${attribute} of ${Type} has no local value.`);
    return `local-${placed.logicalId}-${attribute}`;
  }

  function ref(stack: Stack, name: string): unknown {
    const parameter = stack.template.Parameters?.[name];
    if (parameter !== undefined) return resolve(stack, parameter.Default);
    return physical(place(stack, name)).ref;
  }

  function importValue(name: string): unknown {
    const outputs = assembly.stacks.flatMap((stack) =>
      Object.values(stack.template.Outputs ?? {}).map((output) => ({ stack, output })),
    );
    const { stack, output } = find(
      outputs,
      (candidate) => resolve(candidate.stack, candidate.output.Export?.Name) === name,
      `No stack exports ${name}.`,
    );
    return resolve(stack, output.Value);
  }

  function stackOutput(stackName: string, outputName: string, region: string): unknown {
    const isWanted = (stack: Stack) => stack.name === stackName && stack.region === region;
    const stack = find(assembly.stacks, isWanted, `There is no stack ${stackName} in ${region}.`);
    const output = stack.template.Outputs?.[outputName];
    if (output === undefined) throw new Error(`The stack ${stackName} has no output ${outputName}.`);
    return resolve(stack, output.Value);
  }

  function resolve(stack: Stack, value: Value): unknown {
    return resolveIntrinsic(value, {
      stack,
      ref: (name) => ref(stack, name),
      attribute: (logicalId, attribute) => attributeOf(place(stack, logicalId), attribute),
      importValue,
      stackOutput,
    });
  }

  function resources(type?: string): Placed[] {
    return assembly.stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources ?? {})
        .filter(([, resource]) => type === undefined || resource.Type === type)
        .filter(([, resource]) => conditionHolds(stack, resource.Condition, (name) => ref(stack, name)))
        .map(([logicalId, resource]) => ({ stack, logicalId, resource })),
    );
  }

  return {
    assembly,
    resources,
    properties: (placed) => {
      const resolved = resolve(placed.stack, placed.resource.Properties ?? {});
      return isRecord(resolved) ? resolved : {};
    },
    refOf: (placed) => physical(placed).ref,
    attributeOf,
    resolve,
  };
}
