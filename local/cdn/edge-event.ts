import { isRecord } from '../assembly/template.ts';
import type { Headers, HttpRequest, HttpResponse } from '../http/message.ts';

interface EdgeValue {
  readonly value: string;
  readonly multiValue?: readonly { readonly value: string }[];
}
type EdgeValues = Record<string, EdgeValue>;

/** Headers as a CloudFront Function sees them. */
export function edgeHeaders(headers: Headers): EdgeValues {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      { value: typeof value === 'string' ? value : value.join(',') },
    ]),
  );
}

/** The query as a CloudFront Function sees it; a repeated name has `multiValue`. */
export function edgeQuery(query: string): EdgeValues {
  const values: Record<string, { value: string; multiValue?: { value: string }[] }> = {};
  for (const pair of query === '' ? [] : query.split('&')) {
    const [name = '', ...rest] = pair.split('=');
    const value = rest.join('=');
    const known = values[name];
    if (known === undefined) values[name] = { value };
    else known.multiValue = [...(known.multiValue ?? [{ value: known.value }]), { value }];
  }
  return values;
}

/** Cookies as a CloudFront Function sees them. */
export function edgeCookies(cookie: string | undefined): EdgeValues {
  const pairs = cookie === undefined ? [] : cookie.split(/;\s*/).map((pair) => pair.split('='));
  return Object.fromEntries(pairs.map(([name = '', ...rest]) => [name, { value: rest.join('=') }]));
}

function valuesOf(value: unknown): [string, string[]][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, item]): [string, string[]][] => {
    if (!isRecord(item)) return [];
    const several = Array.isArray(item.multiValue) ? item.multiValue.filter(isRecord) : [item];
    return [[name.toLowerCase(), several.map((one) => String(one.value))]];
  });
}

const headersOf = (value: unknown) => Object.fromEntries(valuesOf(value).map(([name, list]) => [name, list.join(',')]));

function queryOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return '';
  return Object.entries(value)
    .flatMap(([name, item]) =>
      isRecord(item) ? valuesOf({ [name]: item }).flatMap(([, list]) => list.map((one) => [name, one])) : [],
    )
    .map(([name, one]) => (one === '' ? name : `${name}=${one}`))
    .join('&');
}

/** The request that a function returned, over the one it was given. */
export function requestOf(answer: Record<string, unknown>, original: HttpRequest): HttpRequest {
  const cookies = valuesOf(answer.cookies).flatMap(([name, list]) => list.map((one) => `${name}=${one}`));
  return {
    ...original,
    path: String(answer.uri),
    query: queryOf(answer.querystring),
    headers: { ...headersOf(answer.headers), ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}) },
  };
}

/** The response that a function returned; without a body it keeps the original’s. */
export function responseOf(answer: Record<string, unknown>, original?: HttpResponse): HttpResponse {
  const body = isRecord(answer.body) ? answer.body : { data: answer.body };
  const encoding = body.encoding === 'base64' ? 'base64' : 'utf8';
  const cookies = valuesOf(answer.cookies).flatMap(([name, list]) => list.map((one) => `${name}=${one}`));
  return {
    status: Number(answer.statusCode),
    headers: { ...headersOf(answer.headers), ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) },
    body: typeof body.data === 'string' ? Buffer.from(body.data, encoding) : (original?.body ?? Buffer.alloc(0)),
  };
}
