import { randomUUID } from 'node:crypto';
import { createContext, Script } from 'node:vm';
import { isRecord } from '../assembly/template.ts';
import type { Headers, HttpRequest, HttpResponse } from '../http/message.ts';
import type { EdgeFunctionDefinition } from './definition.ts';

/** Runs one CloudFront Function. The code may only use the language itself and `console`. */
export interface EdgeFunction {
  /** The changed request, or the response that the function gave instead. */
  onRequest(request: HttpRequest): Promise<{ request: HttpRequest } | { response: HttpResponse }>;
  onResponse(request: HttpRequest, response: HttpResponse): Promise<HttpResponse>;
}

export interface EdgeContext {
  readonly distributionId: string;
  readonly distributionDomainName: string;
  readonly onLog: (name: string, text: string) => void;
}

interface EdgeValue {
  readonly value: string;
  readonly multiValue?: readonly { readonly value: string }[];
}
type EdgeValues = Record<string, EdgeValue>;

function edgeHeaders(headers: Headers): EdgeValues {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      { value: typeof value === 'string' ? value : value.join(',') },
    ]),
  );
}

function edgeQuery(query: string): EdgeValues {
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

function edgeCookies(cookie: string | undefined): EdgeValues {
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

function requestOf(answer: Record<string, unknown>, original: HttpRequest): HttpRequest {
  const cookies = valuesOf(answer.cookies).flatMap(([name, list]) => list.map((one) => `${name}=${one}`));
  return {
    ...original,
    path: String(answer.uri),
    query: queryOf(answer.querystring),
    headers: { ...headersOf(answer.headers), ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}) },
  };
}

function responseOf(answer: Record<string, unknown>, original?: HttpResponse): HttpResponse {
  const body = isRecord(answer.body) ? answer.body : { data: answer.body };
  const encoding = body.encoding === 'base64' ? 'base64' : 'utf8';
  const cookies = valuesOf(answer.cookies).flatMap(([name, list]) => list.map((one) => `${name}=${one}`));
  return {
    status: Number(answer.statusCode),
    headers: { ...headersOf(answer.headers), ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) },
    body: typeof body.data === 'string' ? Buffer.from(body.data, encoding) : (original?.body ?? Buffer.alloc(0)),
  };
}

/** Compiles a CloudFront Function (runtime cloudfront-js-2.0). @throws when the code does not parse. */
export function createEdgeFunction({ name, code }: EdgeFunctionDefinition, edge: EdgeContext): EdgeFunction {
  const console = { log: (...parts: unknown[]) => edge.onLog(name, parts.map(String).join(' ')) };
  const context = createContext({ console }, { codeGeneration: { strings: false, wasm: false } });
  new Script(code, { filename: `${name}.js` }).runInContext(context);
  // Events go in and come out as JSON: what the function gets are objects of its own world.
  const call = new Script('Promise.resolve(handler(JSON.parse(event))).then((answer) => JSON.stringify(answer))');

  async function run(
    eventType: string,
    request: HttpRequest,
    response?: HttpResponse,
  ): Promise<Record<string, unknown>> {
    const { cookie, ...headers } = request.headers;
    context.event = JSON.stringify({
      version: '1.0',
      context: {
        distributionDomainName: edge.distributionDomainName,
        distributionId: edge.distributionId,
        eventType,
        requestId: randomUUID(),
      },
      viewer: { ip: request.remoteAddress },
      request: {
        method: request.method,
        uri: request.path,
        querystring: edgeQuery(request.query),
        headers: edgeHeaders(headers),
        cookies: edgeCookies(cookie),
      },
      ...(response === undefined
        ? {}
        : { response: { statusCode: response.status, headers: edgeHeaders(response.headers), cookies: {} } }),
    });
    const answer: unknown = JSON.parse(await call.runInContext(context, { timeout: 1000 }));
    if (!isRecord(answer)) throw new Error(`The CloudFront function ${name} returned no object.`);
    return answer;
  }

  return {
    async onRequest(request) {
      const answer = await run('viewer-request', request);
      return answer.statusCode === undefined
        ? { request: requestOf(answer, request) }
        : { response: responseOf(answer) };
    },
    async onResponse(request, response) {
      const { 'set-cookie': cookies, ...headers } = response.headers;
      const changed = responseOf(await run('viewer-response', request, { ...response, headers }), response);
      // A joined list of cookies could not be taken apart again, so they pass by the function.
      return cookies === undefined ? changed : { ...changed, headers: { ...changed.headers, 'set-cookie': cookies } };
    },
  };
}
