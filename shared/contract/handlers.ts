import type * as z from 'zod/mini';
import type { Operation, PathParameters } from './operation.ts';
import type { PathParameterName, pathParameters } from './path-parameters.ts';

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;
type Given<Schema> = Schema extends z.ZodMiniType ? z.input<Schema> : undefined;

export type PathOf<Op extends Operation> = {
  readonly [Name in PathParameters<Op['path']> & PathParameterName]: z.output<(typeof pathParameters)[Name]>;
};
export type QueryOf<Op extends Operation> = Op extends { query: infer Schema } ? Parsed<Schema> : undefined;
export type BodyOf<Op extends Operation> = Op extends { body: infer Schema } ? Parsed<Schema> : undefined;
export type GivenQueryOf<Op extends Operation> = Op extends { query: infer Schema } ? Given<Schema> : undefined;
export type GivenBodyOf<Op extends Operation> = Op extends { body: infer Schema } ? Given<Schema> : undefined;
/** What a handler returns and a client receives. */
export type ReplyOf<Op extends Operation> = z.output<Op['reply']>;
