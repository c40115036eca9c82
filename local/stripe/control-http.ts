import * as z from 'zod/mini';
import type { Call, Reply } from '../protocol/serve.ts';
import type { StripeControl } from './control.ts';
import { faultKinds } from './faults.ts';
import { given } from './given.ts';
import type { ShownPayment } from './payments.ts';
import { StripeRefusal } from './refusal.ts';

interface Controlled {
  readonly control: StripeControl;
  readonly payments: () => readonly ShownPayment[];
  readonly idle: () => Promise<void>;
}

const count = z.int().check(z.gte(0));
const text = z.string().check(z.minLength(1));
const shown = 200;

const command = <Schema extends z.ZodMiniType>(
  schema: Schema,
  run: (controlled: Controlled, input: z.output<Schema>) => unknown,
) => ({ schema, run: (controlled: Controlled, input: unknown) => run(controlled, schema.parse(input)) });

const commands = new Map<string, { run(controlled: Controlled, input: unknown): unknown }>(
  Object.entries({
    'fail-next': command(
      z.strictObject({ count, kind: z.enum(faultKinds), endpoint: z.optional(text) }),
      ({ control }, input) => control.failNext(input.count, input.kind, input.endpoint),
    ),
    delay: command(z.strictObject({ ms: count }), ({ control }, { ms }) => control.delay(ms)),
    'rate-limit': command(z.strictObject({ perSecond: z.nullable(count) }), ({ control }, { perSecond }) =>
      control.rateLimit(perSecond ?? undefined),
    ),
    'search-lag': command(z.strictObject({ ms: count }), ({ control }, { ms }) => control.searchLag(ms)),
    webhooks: command(
      z.strictObject({
        duplicates: z.optional(count),
        shuffle: z.optional(z.boolean()),
        hold: z.optional(z.boolean()),
        delayMs: z.optional(count),
      }),
      ({ control }, behaviour) => control.webhooks(given(behaviour)),
    ),
    'release-webhooks': command(z.strictObject({}), ({ control }) => control.releaseWebhooks()),
    'open-dispute': command(z.strictObject({ id: text }), ({ control }, { id }) => control.openDispute(id)),
    'close-dispute': command(z.strictObject({ id: text, outcome: z.enum(['won', 'lost']) }), ({ control }, input) =>
      control.closeDispute(input.id, input.outcome),
    ),
    'update-card': command(
      z.strictObject({
        paymentMethod: text,
        last4: z.optional(text),
        expMonth: z.optional(count),
        expYear: z.optional(count),
        number: z.optional(text),
      }),
      ({ control }, { paymentMethod, ...news }) => control.updateCard(paymentMethod, given(news)),
    ),
    refund: command(z.strictObject({ paymentIntent: text, amount: z.optional(count) }), ({ control }, input) =>
      control.refundFromDashboard(input.paymentIntent, input.amount),
    ),
    'open-account': command(
      z.strictObject({
        id: z.optional(text),
        name: text,
        country: z.optional(text),
        currency: z.optional(text),
      }),
      ({ control }, { name, ...more }) => control.openAccount({ name, ...given(more) }),
    ),
    'finish-onboarding': command(z.strictObject({ account: text }), ({ control }, { account }) =>
      control.finishOnboarding(account),
    ),
    idle: command(z.strictObject({}), ({ idle }) => idle()),
  }),
);

/**
 * The controls for another process: `POST /_control/fail-next` and so on with a JSON body, `GET /_control/payments` and
 * `/_control/counters`. A body of any other type is refused: web pages can send those without asking first.
 */
export async function answerControl(call: Call, controlled: Controlled): Promise<Reply> {
  const name = call.url.pathname.split('/')[2] ?? '';
  if (call.method === 'GET' && name === 'payments') return json(200, controlled.payments().slice(0, shown));
  if (call.method === 'GET' && name === 'counters') return json(200, controlled.control.counters());
  const found = call.method === 'POST' ? commands.get(name) : undefined;
  if (found === undefined) return json(404, { message: `There is no control ${call.method} ${name}.` });
  if (call.headers['content-type']?.split(';')[0] !== 'application/json') {
    return json(415, { message: 'Send application/json.' });
  }
  try {
    return json(200, (await found.run(controlled, JSON.parse(call.body.toString() || '{}'))) ?? {});
  } catch (error) {
    if (error instanceof StripeRefusal) return json(error.status, { message: error.message });
    if (error instanceof z.core.$ZodError || error instanceof SyntaxError) return json(400, { message: error.message });
    throw error;
  }
}

function json(status: number, body: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
