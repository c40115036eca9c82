import * as z from 'zod/mini';
import { type Handle, type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import type { ConsoleModel } from './model.ts';

const mostForward = 400 * 24 * 3_600_000;
const Move = z.union([
  z.strictObject({ advanceMs: z.number().check(z.int(), z.positive(), z.lte(mostForward)) }),
  z.strictObject({ to: z.union([z.number().check(z.int()), z.iso.datetime({ offset: true })]) }),
]);

function refuse(status: number, code: string, sentence: string): HttpResponse {
  return json(status, { code, detail: sentence });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** A page of another origin may send a form here, but it cannot hide where it comes from. */
function isFromElsewhere({ headers }: HttpRequest): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return true;
  return headers['sec-fetch-site'] !== undefined && !['same-origin', 'none'].includes(headers['sec-fetch-site']);
}

async function moveClock(model: ConsoleModel, body: Buffer): Promise<HttpResponse> {
  const move = Move.safeParse(parse(body));
  const help = 'Send { "advanceMs": milliseconds } or { "to": "2027-01-31T09:00:00Z" }, at most 400 days ahead.';
  if (!move.success) return refuse(400, 'invalid_move', help);
  const now = model.now();
  const to = 'advanceMs' in move.data ? now + move.data.advanceMs : new Date(move.data.to).getTime();
  if (to < now)
    return refuse(409, 'clock_moves_forward', 'The clock only moves forward. Start with --fresh to begin again.');
  if (to > now + mostForward) return refuse(400, 'invalid_move', help);
  await model.travelTo(to);
  return json(200, { now: model.now(), iso: new Date(model.now()).toISOString() });
}

type Endpoint = (model: ConsoleModel, request: HttpRequest) => Promise<HttpResponse>;

const endpoints: Record<string, Endpoint> = {
  'GET /_local/clock': async (model) => {
    const journey = model.journey();
    const nextDue = await model.nextDue();
    return json(200, {
      now: model.now(),
      iso: new Date(model.now()).toISOString(),
      journey: journey ?? null,
      nextDue: nextDue ?? null,
    });
  },
  'POST /_local/clock': (model, { body }) => moveClock(model, body),
  'GET /_local/logs': async (model, { query }) => {
    const asked = new URLSearchParams(query);
    const limit = asked.get('limit');
    const lines = model.logs({
      requestId: asked.get('requestId') ?? undefined,
      functionName: asked.get('function') ?? undefined,
      limit: limit === null ? 500 : Math.max(1, Number(limit) || 500),
    });
    return json(200, { lines });
  },
  'GET /_local/events': async (model) => json(200, { events: model.events() }),
  'GET /_local/mails': async (model) => json(200, { mails: await model.mails() }),
  'GET /_local/payments': async (model) => json(200, { payments: model.payments() }),
  'POST /_local/idle': async (model) => {
    await model.idle();
    return json(200, { idle: true });
  },
};

/** The JSON API of the console, below `/_local/`. */
export function createConsoleApi(model: ConsoleModel): Handle {
  return async (request) => {
    const endpoint = endpoints[`${request.method} ${request.path}`];
    if (endpoint === undefined) {
      return refuse(
        404,
        'not_found',
        `There is no ${request.method} ${request.path}. Known: ${Object.keys(endpoints).join(', ')}.`,
      );
    }
    if (request.method !== 'GET' && isFromElsewhere(request)) {
      return refuse(
        403,
        'other_origin',
        'Only the console itself and programs on this machine may change anything here.',
      );
    }
    return endpoint(model, request);
  };
}
