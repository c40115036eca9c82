import type { SeedCard } from './salon.ts';

/** Numbers of the simulator's test cards (local/stripe/test-cards.ts). */
export const numberOf: Readonly<Record<SeedCard, string>> = {
  works: '4242424242424242',
  declines: '4000000000000341',
  expires_soon: '4242424242424242',
};

/** Fills in the provider's card page as its holder would. Answers the page's id. Throws when the page refuses. */
export async function enterCard(url: string, card: SeedCard, name: string, today: string): Promise<string> {
  const soon = today.slice(5, 7);
  const year = Number(today.slice(2, 4));
  return submitCard(url, numberOf[card], card === 'expires_soon' ? `${soon} / ${year}` : `12 / ${year + 4}`, name);
}

/** The same with any number; the bank's question is answered with yes. `expiry` as on a card, e.g. `12 / 30`. */
export async function submitCard(url: string, number: string, expiry: string, name: string): Promise<string> {
  const entered = await submit(url, { number, expiry, cvc: '123', name, email: '' });
  const asked = entered.headers.get('location') ?? '';
  const answer = asked.includes('/3ds/') ? await submit(asked, { outcome: 'complete' }) : entered;
  const session = new URL(answer.headers.get('location') ?? url).searchParams.get('session');
  if (session === null) throw new Error(`The card page of ${name} answered ${answer.status}.`);
  return session;
}

/** Presses “Finish” on the page on which a business sets up taking cards. */
export async function finishOnboarding(url: string): Promise<void> {
  const answer = await submit(url, {});
  if (answer.status !== 303) throw new Error(`The onboarding page answered ${answer.status}.`);
}

const submit = (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
