import type { Call } from '../protocol/serve.ts';
import { accountNamed } from './operations/accounts.ts';
import { invalid, StripeRefusal } from './refusal.ts';
import { platform } from './state.ts';
import { apiVersion, type World } from './work.ts';

const bearer = 'Bearer ';

/**
 * The account that a request speaks for.
 * @throws {StripeRefusal} 401 without the secret key, 403 for an account that is not the platform's, 400 for a version
 *   of the API whose shapes are not offered here.
 */
export async function authorize(
  call: Call,
  world: World,
  isApiKey: (key: string) => Promise<boolean>,
): Promise<string> {
  const { authorization = '' } = call.headers;
  if (authorization === '') {
    throw new StripeRefusal(401, 'invalid_request_error', {
      message: 'You did not provide an API key in the Authorization header (Bearer).',
    });
  }
  if (!authorization.startsWith(bearer) || !(await isApiKey(authorization.slice(bearer.length)))) {
    throw new StripeRefusal(401, 'invalid_request_error', { message: 'Invalid API Key provided.' });
  }
  const version = call.headers['stripe-version'];
  if (version !== undefined && version !== apiVersion) {
    throw invalid(`Invalid Stripe API version: ${String(version)}. The simulator speaks ${apiVersion}.`);
  }
  const account = call.headers['stripe-account'];
  if (account === undefined) return platform;
  return accountNamed({ world }, String(account)).id;
}
