import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Context } from './context.ts';
import { CognitoFailure } from './failure.ts';
import { operations } from './operations/index.ts';

const service = 'AWSCognitoIdentityProviderService.';
const mediaType = 'application/x-amz-json-1.1';

/** Answers one HTTP request: the AWS JSON 1.1 protocol on `POST /`, the issuers' documents on GET. */
export async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST' && request.url === '/') return answerAction(context, request, response);
  const document = request.method === 'GET' ? issuerDocument(context, request.url ?? '') : undefined;
  if (document === undefined) return send(response, 404, 'application/json', { message: 'Not Found' });
  send(response, 200, 'application/json', document);
}

async function answerAction(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('x-amzn-requestid', randomUUID());
  try {
    send(response, 200, mediaType, await run(context, request));
  } catch (error) {
    const known = error instanceof CognitoFailure;
    if (!known) console.error('The local user pools failed:', error);
    const type = known ? error.type : 'InternalErrorException';
    response.setHeader('x-amzn-errortype', `${type}:`);
    send(response, known ? 400 : 500, mediaType, { __type: type, message: known ? error.message : 'Internal error' });
  }
}

async function run(context: Context, request: IncomingMessage): Promise<object> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const body = await text(request);
  const operation = target.startsWith(service) ? operations.get(target.slice(service.length)) : undefined;
  if (operation === undefined) {
    throw new CognitoFailure('UnknownOperationException', `The local user pools do not know the action ${target}.`);
  }
  if (operation.signed && !request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) {
    throw new CognitoFailure('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  return operation.run(context, parseJson(body));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new CognitoFailure('SerializationException', 'The request body is not JSON.');
  }
}

function issuerDocument(context: Context, path: string): object | undefined {
  const [, poolId, document] = /^\/([\w-]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(path) ?? [];
  const pool = context.pools.get(poolId ?? '');
  if (pool === undefined) return undefined;
  if (document === 'jwks.json') return { keys: [pool.key.published] };
  return {
    issuer: pool.issuer,
    jwks_uri: `${pool.issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'token'],
    subject_types_supported: ['public'],
  };
}

function send(response: ServerResponse, status: number, type: string, body: object): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}
