import { availableParallelism } from 'node:os';
import type { Resolver } from '../assembly/resolve.ts';
import { isRecord } from '../assembly/template.ts';
import { numberOr, record, text } from '../assembly/values.ts';
import type { FunctionDefinition } from '../lambda/definition.ts';
import { type Surroundings, standardEnvironment } from '../lambda/standard-environment.ts';

// More than the machine's processors gain nothing; fewer than four would hide races that AWS has.
const mostWorkers = Math.max(4, Math.min(8, availableParallelism()));

/**
 * The functions of the assembly that Node runs. CDK's own Python handlers serve deployments only and are left out.
 *
 * @param surroundings read when a function starts: by then every service listens.
 * @param reveal puts the values of secrets in place of dynamic references.
 */
export function readFunctions(
  resolver: Resolver,
  surroundings: () => Surroundings,
  reveal: (value: string) => Promise<string>,
): FunctionDefinition[] {
  return resolver.resources('AWS::Lambda::Function').flatMap((placed): FunctionDefinition[] => {
    const raw = placed.resource.Properties ?? {};
    if (!String(raw.Runtime).startsWith('nodejs')) return [];
    const code = record(resolver.resolve(placed.stack, raw.Code));
    const name = resolver.refOf(placed);
    const folder = placed.stack.assets.get(text(code.S3Key, `The code of ${name}`));
    if (folder === undefined) throw new Error(`The code of ${name} is not among the assets of its stack.`);
    if (raw.Layers !== undefined) throw new Error(`${name} has a layer; layers are not offered locally.`);
    const reserved = numberOr(resolver.resolve(placed.stack, raw.ReservedConcurrentExecutions), mostWorkers);
    const base = {
      name,
      folder,
      handler: text(raw.Handler, `The handler of ${name}`),
      memoryMegabytes: numberOr(raw.MemorySize, 128),
    };
    return [
      {
        ...base,
        arn: String(resolver.attributeOf(placed, 'Arn')),
        timeoutSeconds: numberOr(raw.Timeout, 3),
        maximumWorkers: Math.max(1, Math.min(mostWorkers, reserved)),
        async environment() {
          const declared = isRecord(raw.Environment) ? raw.Environment.Variables : undefined;
          const variables = Object.entries(record(resolver.resolve(placed.stack, declared)));
          const revealed = variables.map(async ([key, value]) => [key, await reveal(String(value))] as const);
          return {
            ...standardEnvironment(base, placed.stack.region, surroundings()),
            ...Object.fromEntries(await Promise.all(revealed)),
          };
        },
      },
    ];
  });
}
