import type { Call, Reply } from '../../protocol/serve.ts';
import type { Books } from '../books.ts';
import { accountHolding } from '../payments.ts';
import { beginWork, type Work, type World } from '../work.ts';
import { answerAuthentication } from './authentication.ts';
import { answerCheckout } from './checkout.ts';
import { notice, styles } from './frame.ts';
import { answerOnboarding } from './onboarding.ts';

/** Answers what people see: the card page, the bank's question and the onboarding. */
export function answerPages(world: World, call: Call): Reply {
  if (call.method !== 'GET' && call.method !== 'POST') return { status: 405 };
  const [, kind, first = '', second = ''] = call.url.pathname.split('/');
  if (kind === 'hosted.css') return styles();
  if (kind === 'setup') return answerOnboarding(world, call, first);
  const checkout = kind === 'c' && first === 'pay' ? workOn(world, 'sessions', second) : undefined;
  if (checkout !== undefined) return answerCheckout(checkout, call, second);
  const collection = first.startsWith('seti_') ? 'setupIntents' : 'paymentIntents';
  const authentication = kind === '3ds' ? workOn(world, collection, first) : undefined;
  if (authentication !== undefined) return answerAuthentication(authentication, call, first);
  return notice(404, 'en', 'There is no such page.');
}

function workOn(world: World, collection: keyof Books, id: string): Work | undefined {
  const account = accountHolding(world.state, collection, id);
  return account === undefined ? undefined : beginWork(world, account);
}
