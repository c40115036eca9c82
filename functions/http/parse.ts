import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Operation } from '../../shared/contract/operation.ts';
import { type PathParameterName, pathParameters } from '../../shared/contract/path-parameters.ts';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';

/** Longest accepted body, in bytes. */
const mostBodyBytes = 64 * 1024;

/** A malformed request, with what is wrong per field. */
export class MalformedRequest extends Refusal {
  readonly errors: readonly { field: string; problem: string }[];
  constructor(errors: MalformedRequest['errors']) {
    super('malformed_request');
    this.errors = errors;
  }
}

/** The ids in the path. One that is malformed cannot exist, so it is refused like one that does not. */
export function parsePath(event: APIGatewayProxyEventV2): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(event.pathParameters ?? {}).map(([name, raw]) => {
      const schema = pathParameters[name as PathParameterName];
      if (!schema) throw new Error(`no schema for the path parameter ${name}`);
      const parsed = schema.safeParse(raw);
      refuseUnless(parsed.success, 'not_found');
      return [name, parsed.data];
    }),
  );
}

export function parseQuery(event: APIGatewayProxyEventV2, operation: Operation): unknown {
  const given = event.queryStringParameters ?? {};
  if (operation.query) return parse(operation.query, given);
  const unknown = Object.keys(given);
  if (unknown.length > 0) throw new MalformedRequest(unknown.map((field) => ({ field, problem: 'is not known' })));
  return undefined;
}

/** Refusals: `body_too_large`, `malformed_request`. */
export function parseBody(event: APIGatewayProxyEventV2, operation: Operation): unknown {
  if (!operation.body) return undefined;
  // Another site's form or script can send any text, but to call it JSON it must ask first, and is told no.
  if (!isJson(event.headers['content-type'])) throw malformedHeader('content-type', 'must be application/json');
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  refuseUnless(bytes.length <= mostBodyBytes, 'body_too_large');
  return parse(operation.body, json(bytes));
}

/**
 * Refuses what a page of another origin started, where a session's cookie is read or set: it would act in somebody's
 * name, or sign them in as somebody else. Beside SameSite, for which all salons under one domain are one site.
 */
export function refuseForeignPages({ headers }: APIGatewayProxyEventV2, { cookie }: Operation): void {
  const origin = headers['sec-fetch-site'] ?? 'same-origin';
  if (cookie !== undefined && origin !== 'same-origin') throw malformedHeader('sec-fetch-site', 'must be same-origin');
}

const isJson = (contentType = ''): boolean => contentType.split(';')[0]?.trim().toLowerCase() === 'application/json';

const malformedHeader = (field: string, problem: string) => new MalformedRequest([{ field, problem }]);

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new MalformedRequest([{ field: '', problem: 'is not JSON' }]);
  }
}

function parse(schema: z.ZodMiniType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new MalformedRequest(parsed.error.issues.flatMap(describe));
}

function describe(issue: z.core.$ZodIssue): { field: string; problem: string }[] {
  const field = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), problem: 'is not known' }));
    case 'too_small':
      return [{ field, problem: `must be at least ${issue.minimum}` }];
    case 'too_big':
      return [{ field, problem: `must be at most ${issue.maximum}` }];
    case 'invalid_type':
      return [{ field, problem: `must be of type ${issue.expected}` }];
    case 'invalid_value':
      return [{ field, problem: `must be one of: ${issue.values.join(', ')}` }];
    case 'invalid_format':
      return [{ field, problem: 'does not have the right form' }];
    default:
      return [{ field, problem: 'is not valid' }];
  }
}
