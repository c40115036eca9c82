import { isRecord } from '../assembly/template.ts';
import { type Headers, type HttpResponse, json } from './message.ts';

/** What API Gateway says when a function failed or answered something it cannot use. */
export const internalError = json(500, { message: 'Internal Server Error' });

function headersOf(value: unknown): Headers {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name.toLowerCase(), String(item)]));
}

function bodyOf(body: unknown, isBase64: boolean): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), isBase64 ? 'base64' : 'utf8');
}

/**
 * Turns a function's answer of payload format 2.0 into an HTTP response. An answer without `statusCode` is a body of
 * its own: status 200, JSON.
 */
export function replyOf(payload: unknown): HttpResponse {
  if (!isRecord(payload) || payload.statusCode === undefined) {
    if (payload === undefined || payload === null) return { status: 200, headers: {}, body: Buffer.alloc(0) };
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
  }
  const status = Number(payload.statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return internalError;
  const cookies = Array.isArray(payload.cookies) ? payload.cookies.map(String) : [];
  const headers = headersOf(payload.headers);
  return {
    status,
    headers: {
      ...(headers['content-type'] === undefined ? { 'content-type': 'text/plain;charset=utf-8' } : {}),
      ...headers,
      ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
    },
    body: bodyOf(payload.body, payload.isBase64Encoded === true),
  };
}
