import { randomBytes } from 'node:crypto';
import type { Handle, HttpRequest, HttpResponse } from '../http/message.ts';
import { createCompressor } from './compress.ts';
import type { Behaviour, DistributionDefinition, Origin } from './definition.ts';
import { createEdgeFunction, type EdgeFunction } from './edge-function.ts';
import { toOrigin } from './forwarding.ts';
import { applyHeadersPolicy } from './headers-policy.ts';

export interface DistributionPorts {
  /** Whoever answers for the origin. */
  readonly originOf: (origin: Origin) => Handle;
  /** Puts the values of secrets in place of dynamic references. */
  readonly reveal: (text: string) => Promise<string>;
  readonly onLog: (functionName: string, text: string) => void;
}

function pathMatches(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(path) || new RegExp(`^${source}$`).test(path.slice(1));
}

function refusal(status: number, sentence: string): HttpResponse {
  const body = `<!DOCTYPE html>\n<title>${status}</title>\n<p>${sentence}</p>\n`;
  return { status, headers: { 'content-type': 'text/html' }, body: Buffer.from(body) };
}

/** Answers a viewer's request as the distribution does: behaviours, functions, origins, error pages, headers. */
export function createDistribution(definition: DistributionDefinition, ports: DistributionPorts): Handle {
  const compress = createCompressor();
  const edgeFunctions = new Map<string, EdgeFunction>();
  const origins = new Map<string, Promise<{ handle: Handle; customHeaders: Record<string, string> }>>();

  function edge(code: Behaviour['viewerRequest']): EdgeFunction | undefined {
    if (code === undefined) return undefined;
    const known = edgeFunctions.get(code.name);
    if (known !== undefined) return known;
    const made = createEdgeFunction(code, {
      distributionId: definition.id,
      distributionDomainName: definition.domainName,
      onLog: ports.onLog,
    });
    edgeFunctions.set(code.name, made);
    return made;
  }

  async function open(origin: Origin) {
    const headers = Object.entries(origin.customHeaders).map(
      async ([name, value]) => [name.toLowerCase(), await ports.reveal(value)] as const,
    );
    return { handle: ports.originOf(origin), customHeaders: Object.fromEntries(await Promise.all(headers)) };
  }

  async function ask(request: HttpRequest, behaviour: Behaviour): Promise<HttpResponse> {
    const origin = definition.origins.get(behaviour.originId);
    if (origin === undefined) throw new Error(`The distribution ${definition.id} has no origin ${behaviour.originId}.`);
    const opened = origins.get(origin.id) ?? open(origin);
    origins.set(origin.id, opened);
    const { handle, customHeaders } = await opened;
    return handle(toOrigin(request, behaviour, { host: origin.domainName, path: origin.path, customHeaders }));
  }

  function behaviourFor(path: string): Behaviour {
    const found = definition.behaviours.find(({ pathPattern }) => pathMatches(pathPattern, path));
    if (found === undefined) throw new Error(`The distribution ${definition.id} has no default behaviour.`);
    return found;
  }

  /** An error page replaces an origin's answer for the whole distribution, the API's included: as on AWS. */
  async function withErrorPage(request: HttpRequest, response: HttpResponse): Promise<HttpResponse> {
    const rule = definition.errorResponses.find(({ errorCode }) => errorCode === response.status);
    if (rule?.pagePath === undefined) return response;
    const pageRequest = { ...request, method: 'GET', path: rule.pagePath, query: '', body: Buffer.alloc(0) };
    const page = await ask(pageRequest, behaviourFor(rule.pagePath));
    return page.status === 200 ? { ...page, status: rule.responseCode ?? response.status } : response;
  }

  async function answer(viewer: HttpRequest, behaviour: Behaviour): Promise<HttpResponse> {
    if (!behaviour.allowedMethods.includes(viewer.method)) {
      return refusal(403, 'This distribution is not configured to allow the HTTP request method that was used.');
    }
    const changed = await edge(behaviour.viewerRequest)?.onRequest(viewer);
    if (changed !== undefined && 'response' in changed) return changed.response;
    const request = changed?.request ?? viewer;
    const isRoot = request.path === '/' && definition.defaultRootObject !== '';
    const wanted = isRoot ? { ...request, path: `/${definition.defaultRootObject}` } : request;
    const response = await withErrorPage(wanted, await ask(wanted, behaviour));
    const after = await edge(behaviour.viewerResponse)?.onResponse(request, response);
    return after ?? response;
  }

  return async (viewer) => {
    const behaviour = behaviourFor(viewer.path);
    const response = await answer(viewer, behaviour).catch((error: unknown) => {
      ports.onLog(definition.id, String(error));
      return refusal(502, 'The distribution could not get an answer from its origin or its function.');
    });
    const headers = applyHeadersPolicy(behaviour.headersPolicy, {
      ...response.headers,
      via: '1.1 local.cloudfront.net (CloudFront)',
      'x-amz-cf-id': randomBytes(24).toString('base64url'),
    });
    const complete = { ...response, headers };
    return behaviour.compress ? compress(viewer, complete) : complete;
  };
}
