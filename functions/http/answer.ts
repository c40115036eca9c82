import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '../../shared/contract/problem.ts';
import { problemType } from '../../shared/contract/problem.ts';
import { statusOf } from '../../shared/contract/refusal-status.ts';
import type { Language } from '../../shared/domain/business.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { refusalSentence } from '../../shared/wording/refusals.ts';
import { isOutage } from './outage.ts';
import { MalformedRequest } from './parse.ts';

const headers = (type: string, requestId: string) => ({
  'content-type': `${type}; charset=utf-8`,
  // Everything here is somebody's: no cache may keep it.
  'cache-control': 'no-store',
  'x-request-id': requestId,
});

export function success(
  status: number,
  reply: unknown,
  requestId: string,
  cookie?: string,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: headers('application/json', requestId),
    body: JSON.stringify(reply),
    ...(cookie === undefined ? {} : { cookies: [cookie] }),
  };
}

function codeOf(error: unknown): Problem['code'] {
  if (error instanceof Refusal) return error.code;
  return isOutage(error) ? 'try_again_later' : 'internal_error';
}

/**
 * Any thrown error as problem+json. Only refusals say why; an outage asks to come back, and a bug says nothing but the
 * request's id.
 */
export function failure(error: unknown, requestId: string, language: Language): APIGatewayProxyStructuredResultV2 {
  const code = codeOf(error);
  const status = code === 'internal_error' ? 500 : statusOf[code];
  const details = error instanceof Refusal ? error.details : {};
  const problem: Problem = {
    type: problemType(code),
    title: code.replaceAll('_', ' '),
    status,
    detail: refusalSentence(code, language, details),
    code,
    requestId,
    ...(error instanceof MalformedRequest ? { errors: [...error.errors] } : {}),
    ...(Object.keys(details).length > 0 ? { details: { ...details } } : {}),
  };
  const retry = status === 503 || status === 429 ? { 'retry-after': '2' } : {};
  return {
    statusCode: status,
    headers: { ...headers('application/problem+json', requestId), ...retry },
    body: JSON.stringify(problem),
  };
}
