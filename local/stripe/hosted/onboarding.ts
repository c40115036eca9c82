import { html } from '../../console/html.ts';
import type { Call, Reply } from '../../protocol/serve.ts';
import { onboarded } from '../objects/account.ts';
import { accountNamed, saveAccount } from '../operations/accounts.ts';
import { platform } from '../state.ts';
import { beginWork, type World } from '../work.ts';
import { notice, page, seeOther } from './frame.ts';

/** Answers the page on which the owner of a connected account tells Stripe about the business. */
export function answerOnboarding(world: World, call: Call, token: string): Reply {
  const link = world.state.links.get(token);
  if (link === undefined) return notice(404, 'en', 'There is no such page.');
  if (world.clock.now() >= link.expiresAt) return seeOther(link.refreshUrl);
  const account = accountNamed({ world }, link.account);
  if (call.method === 'POST') {
    world.state.links.delete(token);
    if (!account.details_submitted) saveAccount(beginWork(world, platform), account, onboarded);
    return seeOther(link.returnUrl);
  }
  const name = account.business_profile?.name ?? account.email ?? account.id;
  return page(
    200,
    'en',
    `Onboarding – ${name}`,
    html`<main class="notice"><h1>Take payments with ${name}</h1><p>On this page the owner would tell Stripe about the business, its people and its bank account. The simulator takes all of that as given.</p><form method="post" action="/setup/${token}" class="answers"><button class="primary">Finish</button></form><p><a href="${link.returnUrl}">Not now</a></p></main>`,
  );
}
