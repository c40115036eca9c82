import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
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
  const said = JSON.parse(answer.payload) as { ok: boolean; detail?: string };
  if (!said.ok) throw new Error(said.detail ?? 'It was refused without a reason.');
  return `${request.name} is there. Its owner gets a mail at ${request.ownerEmail} to set a password.`;
}
