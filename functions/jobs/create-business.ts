import { Refusal, type RefusalCode } from '../../shared/domain/refusal.ts';
import { refusalSentence } from '../../shared/wording/refusals.ts';
import { chance } from '../runtime/chance.ts';
import { now } from '../runtime/clock.ts';
import { env } from '../runtime/environment.ts';
import type { Instance } from '../runtime/instance.ts';
import { log } from '../runtime/log.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { createBusiness, NewBusiness } from './new-business.ts';

/** What the operator reads: what was created, or why nothing was. */
export type Answer =
  | { readonly ok: true; readonly slug: string; readonly staffId: string }
  | { readonly ok: false; readonly code: RefusalCode; readonly detail: string };

/** Runs an operator's call. `now` is for payloads that name no instant. Bugs throw; refusals are answered. */
export async function answerOperator(
  instance: Instance,
  payload: unknown,
  now: number,
  requestId: string,
): Promise<Answer> {
  const parsed = NewBusiness.safeParse(payload);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.') || 'payload',
    );
    return refused('malformed_request', ` (${[...new Set(fields)].join(', ')})`);
  }
  try {
    return { ok: true, ...(await createBusiness(instance, parsed.data, parsed.data.at ?? now, requestId)) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code);
    throw error;
  }
}

const refused = (code: RefusalCode, which = ''): Answer => ({
  ok: false,
  code,
  detail: `${refusalSentence(code, 'en')}${which}`,
});

let instance: Instance | undefined;

/** Lambda entry, invoked by an operator. An invocation has no time of its own, so this entry reads the clock. */
export async function handler(payload: unknown, context: { awsRequestId: string }): Promise<Answer> {
  instance ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), chance };
  const answer = await answerOperator(instance, payload, now(), context.awsRequestId);
  const outcome = answer.ok ? { outcome: 'created', business: answer.slug } : { outcome: 'refused', code: answer.code };
  log('info', 'create-business', { requestId: context.awsRequestId, ...outcome });
  return answer;
}
