import type { Call, Reply } from '../protocol/serve.ts';
import { S3Refusal } from './refusal.ts';

/** One CorsRule of `AWS::S3::Bucket`. */
export interface CorsRule {
  readonly AllowedOrigins: readonly string[];
  readonly AllowedMethods: readonly string[];
  readonly AllowedHeaders?: readonly string[];
  readonly ExposedHeaders?: readonly string[];
}

/** What a bucket named without rules allows: uploads and downloads by the pages of any origin. */
export const anyOrigin: readonly CorsRule[] = [
  {
    AllowedOrigins: ['*'],
    AllowedMethods: ['GET', 'HEAD', 'PUT', 'POST'],
    AllowedHeaders: ['*'],
    ExposedHeaders: ['ETag'],
  },
];

/** Answers a preflight, or refuses it as S3 does. */
export function preflight(call: Call, rules: readonly CorsRule[]): Reply {
  const method = String(call.headers['access-control-request-method'] ?? '');
  const asked = String(call.headers['access-control-request-headers'] ?? '').split(',');
  const names = asked.map((name) => name.trim()).filter((name) => name !== '');
  const rule = ruleFor(call, method, rules);
  if (!rule || !names.every((name) => allows(rule.AllowedHeaders ?? [], name.toLowerCase()))) {
    throw new S3Refusal('AccessForbidden', 403, 'CORSResponse: This CORS request is not allowed.');
  }
  const headers = { ...headersOf(call, rule), 'access-control-allow-methods': rule.AllowedMethods.join(', ') };
  return {
    status: 200,
    headers: names.length > 0 ? { ...headers, 'access-control-allow-headers': names.join(', ') } : headers,
  };
}

/** The headers that let the calling page read the answer; none when no rule covers it. */
export function corsHeaders(call: Call, rules: readonly CorsRule[]): Record<string, string> {
  const rule = ruleFor(call, call.method, rules);
  return rule ? headersOf(call, rule) : {};
}

function ruleFor(call: Call, method: string, rules: readonly CorsRule[]): CorsRule | undefined {
  const { origin } = call.headers;
  if (origin === undefined) return undefined;
  return rules.find((rule) => allows(rule.AllowedOrigins, origin) && rule.AllowedMethods.includes(method));
}

function headersOf(call: Call, rule: CorsRule): Record<string, string> {
  return {
    'access-control-allow-origin': rule.AllowedOrigins.includes('*') ? '*' : String(call.headers.origin),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    ...(rule.ExposedHeaders ? { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') } : {}),
  };
}

/** A pattern may hold one star. */
function allows(patterns: readonly string[], value: string): boolean {
  return patterns.some((pattern) => {
    const [head = '', tail] = pattern.toLowerCase().split('*');
    if (tail === undefined) return value === head;
    return value.length >= head.length + tail.length && value.startsWith(head) && value.endsWith(tail);
  });
}
