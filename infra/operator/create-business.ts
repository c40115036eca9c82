import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod/mini';
import { work } from '../../shared/contract/work.ts';
import { workFunction } from '../functions.ts';
import { physicalName } from '../stages.ts';
import { readOptions, stageNamed } from './options.ts';

const options = ['stage', 'slug', 'name', 'owner-email', 'owner-name', 'time-zone', 'currency', 'locale'] as const;

/** The part of Lambda that this needs; a test hands in its own. */
export type Invoke = (
  functionName: string,
  payload: string,
  region: string,
) => Promise<{ failed: boolean; payload: string }>;

const invokeInAws: Invoke = async (functionName, payload, region) => {
  const answer = await new LambdaClient({ region }).send(
    new InvokeCommand({ FunctionName: functionName, Payload: new TextEncoder().encode(payload) }),
  );
  return { failed: answer.FunctionError !== undefined, payload: new TextDecoder().decode(answer.Payload) };
};

/**
 * Creates a business and invites its first owner, as the operator whose AWS credentials these are.
 * Throws an Error with the refusal's own sentence when the business cannot be created.
 */
export async function createBusiness(args: readonly string[], invoke: Invoke = invokeInAws): Promise<string> {
  const given = readOptions(args, options);
  const stage = stageNamed(given.stage);
  const request = {
    slug: given.slug,
    name: given.name,
    ownerEmail: given['owner-email'],
    ownerName: given['owner-name'],
    timeZone: given['time-zone'],
    currency: given.currency,
    locale: given.locale,
  };
  const { name } = workFunction('createBusiness', work.createBusiness);
  const answer = await invoke(physicalName(stage, name), JSON.stringify(request), stage.region);
  if (answer.failed)
    throw new Error('It failed. The log of the function says why: docs/operating.md#a-function-fails.');
  const said = answerIn(answer.payload);
  if (!said)
    throw new Error(`Whether ${request.name} was created is not known: the function’s answer is not one of ours.`);
  if (!said.ok) throw new Error(said.detail);
  return `${request.name} is there. Its owner gets a mail at ${request.ownerEmail} to set a password.`;
}

/** What the function says (functions/jobs/create-business.ts), as far as an operator reads it. */
const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), detail: z.string() }),
]);

/** Undefined for anything else: only an answer that says so is a success. */
function answerIn(payload: string): z.infer<typeof Answer> | undefined {
  try {
    return Answer.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
