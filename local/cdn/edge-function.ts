import { randomUUID } from 'node:crypto';
import { createContext, Script } from 'node:vm';
import { isRecord } from '../assembly/template.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { EdgeFunctionDefinition } from './definition.ts';
import { edgeCookies, edgeHeaders, edgeQuery, requestOf, responseOf } from './edge-event.ts';

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
