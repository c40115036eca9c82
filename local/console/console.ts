import { readFileSync } from 'node:fs';
import type { Handle, HttpRequest, HttpResponse } from '../http/message.ts';
import { createConsoleApi } from './api.ts';
import type { ConsoleModel } from './model.ts';
import { renderPage } from './page.ts';

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

function file(name: string, type: string): HttpResponse {
  const body = readFileSync(new URL(`./${name}`, import.meta.url));
  return { status: 200, headers: { ...headers, 'content-type': type }, body };
}

/** Whether a request to plain `localhost` is for the console. */
export function isForTheConsole({ path }: HttpRequest): boolean {
  return path === '/' || path.startsWith('/_local/');
}

/** The console: its page, the page's files, and the JSON API. */
export function createConsole(model: ConsoleModel): Handle {
  const api = createConsoleApi(model);
  return async (request) => {
    if (request.path === '/_local/console.css') return file('console.css', 'text/css; charset=utf-8');
    if (request.path === '/_local/console.js') return file('console.js', 'text/javascript; charset=utf-8');
    if (request.path === '/') {
      const body = Buffer.from(renderPage(model));
      return { status: 200, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body };
    }
    const response = await api(request);
    return { ...response, headers: { ...headers, ...response.headers } };
  };
}
