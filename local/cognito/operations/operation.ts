import type * as z from 'zod/mini';
import type { Context } from '../context.ts';
import { invalidParameter } from '../failure.ts';
import { parseParameters } from '../parameters.ts';

/** One action of the protocol: who may call it, and what it does with a request body. */
export interface Operation {
  /** True where AWS wants signed requests. */
  readonly signed: boolean;
  run(context: Context, body: unknown): Promise<object>;
}

interface Definition<Schema extends z.ZodMiniType> {
  readonly signed: boolean;
  readonly parameters: Schema;
  run(context: Context, parameters: z.output<Schema>): Promise<object> | object;
}

/** Ties an action to the constraints of its parameters. */
export const operation = <Schema extends z.ZodMiniType>(definition: Definition<Schema>): Operation => ({
  signed: definition.signed,
  run: async (context, body) => definition.run(context, parseParameters(definition.parameters, body)),
});

/** @throws {CognitoFailure} InvalidParameterException when an entry of AuthParameters or ChallengeResponses is missing. */
export function required(entries: Readonly<Record<string, string>>, name: string): string {
  const value = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (value === undefined || value === '') throw invalidParameter(`Missing required parameter ${name}`);
  return value;
}
