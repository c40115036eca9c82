import * as z from 'zod/mini';
import { refusalCodes } from '../domain/refusal.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { type PathParameterName, pathParameters } from './path-parameters.ts';
import { Problem } from './problem.ts';
import { statusOf } from './refusal-status.ts';
import { type Work, work } from './work.ts';

type Json = Record<string, unknown>;

/** JSON Schema of what a caller sends (`input`) or receives (`output`). */
const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

/** Refusals that any operation of the audience may answer. */
const common = {
  public: ['malformed_request', 'body_too_large', 'too_many_requests', 'try_again_later'],
  member: ['malformed_request', 'body_too_large', 'too_many_requests', 'try_again_later', 'not_signed_in'],
  staff: [
    'malformed_request',
    'body_too_large',
    'too_many_requests',
    'try_again_later',
    'not_signed_in',
    'not_permitted',
    'not_found',
  ],
} as const;

/** The API as an OpenAPI 3.1 document, derived from the operations. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const group of Object.values(operations)) {
    for (const [name, operation] of Object.entries(group as Record<string, Operation>)) {
      const path = `/api${operation.path}`;
      paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(name, operation) };
    }
  }
  for (const [name, one] of Object.entries<Work>(work)) {
    if (one.trigger.kind === 'webhook') paths[one.trigger.path] = { post: describeWebhook(name, one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Regulars',
      version: '1',
      description:
        'The membership system of salons, spas and studios. Every refusal is application/problem+json with a code for programs and a sentence for people.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'https://{business}.regulars.example', variables: { business: { default: 'aurora' } } }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        member: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token of a member' },
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of a member of staff',
        },
      },
    },
  };
}

/** What the payment provider calls; the body is its own affair and is told by its signature. */
function describeWebhook(name: string, { summary, errorImpact }: Work): Json {
  return {
    operationId: name,
    summary,
    tags: ['provider'],
    'x-error-impact': errorImpact,
    parameters: [{ name: 'stripe-signature', in: 'header', required: true, schema: { type: 'string' } }],
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
    responses: {
      200: {
        description: 'Taken; it is worked on afterwards',
        content: {
          'application/json': {
            schema: { type: 'object', properties: { received: { type: 'boolean', const: true } } },
          },
        },
      },
      400: {
        description: 'malformed_request: not signed with a secret of ours, or not in the last five minutes',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function describe(name: string, operation: Operation): Json {
  return {
    operationId: name,
    summary: operation.summary,
    tags: [operation.audience],
    ...(operation.audience === 'public' ? {} : { security: [{ [operation.audience]: [] }] }),
    ...(operation.permission === undefined ? {} : { 'x-permission': operation.permission }),
    'x-error-impact': operation.errorImpact,
    parameters: parametersOf(operation),
    ...(operation.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(operation.body, 'input') } },
          },
        }),
    responses: responsesOf(operation),
  };
}

function parametersOf(operation: Operation): Json[] {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as PathParameterName);
  const inPath = names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(pathParameters[name], 'input'),
  }));
  const query = operation.query === undefined ? {} : schemaOf(operation.query, 'input');
  const inQuery = Object.entries((query.properties ?? {}) as Record<string, Json>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: ((query.required ?? []) as string[]).includes(name),
    schema,
  }));
  const key = {
    name: 'idempotency-key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 16, maxLength: 64 },
  };
  return [...inPath, ...inQuery, ...(operation.idempotent ? [key] : [])];
}

/** API Gateway refuses a missing or wrong token itself, before our code runs and in its own shape. */
const notSignedIn = {
  description: 'not_signed_in',
  content: {
    'application/json': {
      schema: { type: 'object', properties: { message: { type: 'string', const: 'Unauthorized' } } },
    },
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  },
};

function responsesOf(operation: Operation): Json {
  const codes = new Set([...common[operation.audience], ...operation.refusals]);
  const byStatus = new Map<number, string[]>();
  for (const code of refusalCodes.filter((candidate) => codes.has(candidate))) {
    byStatus.set(statusOf[code], [...(byStatus.get(statusOf[code]) ?? []), code]);
  }
  const refused: [string, Json][] = [...byStatus].map(([status, list]) => [
    String(status),
    {
      description: list.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  if (operation.audience !== 'public') refused.push(['401', notSignedIn]);
  return {
    [String(operation.status ?? 200)]: {
      description: 'Done',
      content: { 'application/json': { schema: schemaOf(operation.reply, 'output') } },
    },
    ...Object.fromEntries(refused),
  };
}
