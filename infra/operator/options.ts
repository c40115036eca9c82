import { parseArgs } from 'node:util';
import type { Stage } from '../stages.ts';
import { isStageName, stageNames, stages } from '../stages.ts';

/**
 * Reads `--name value` pairs, each of them required, and none besides. Throws an Error that names what is missing or
 * unknown.
 */
export function readOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Record<Name, string> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const missing = names.filter((name) => !values[name]);
  if (missing.length > 0) throw new Error(`Please add: ${missing.map((name) => `--${name} …`).join(' ')}`);
  return values as Record<Name, string>;
}

/** The stage of that name, or an Error that lists those there are. */
export function stageNamed(name: string): Stage {
  if (!isStageName(name)) throw new Error(`There is no stage "${name}". There are: ${stageNames.join(', ')}.`);
  return stages[name];
}
