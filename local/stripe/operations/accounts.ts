import type Stripe from 'stripe';
import * as z from 'zod/mini';
import { given } from '../given.ts';
import { newId } from '../ids.ts';
import { newAccount, newBusinessProfile } from '../objects/account.ts';
import { address, flag, metadata, text } from '../parameters.ts';
import { invalid, StripeRefusal } from '../refusal.ts';
import { type Route, route } from '../route.ts';
import { booksOf, platform } from '../state.ts';
import { beginWork, emit, secondsNow, type Work } from '../work.ts';
import { currency } from './amount.ts';
import { changed } from './metadata.ts';

const asked = z.optional(z.strictObject({ requested: flag }));

const editable = {
  business_profile: z.optional(
    z.strictObject({
      mcc: z.optional(text),
      name: z.optional(text),
      product_description: z.optional(text),
      support_email: z.optional(text),
      support_phone: z.optional(text),
      support_url: z.optional(address),
      url: z.optional(address),
    }),
  ),
  business_type: z.optional(z.enum(['company', 'government_entity', 'individual', 'non_profit'])),
  capabilities: z.optional(z.strictObject({ card_payments: asked, transfers: asked })),
  default_currency: z.optional(currency),
  email: z.optional(text),
  metadata: z.optional(metadata),
};

const payer = <Names extends string[]>(...names: Names) => z.optional(z.enum(names));

const Creation = z.strictObject({
  ...editable,
  controller: z.optional(
    z.strictObject({
      fees: z.optional(z.strictObject({ payer: payer('account', 'application') })),
      losses: z.optional(z.strictObject({ payments: payer('stripe', 'application') })),
      requirement_collection: payer('stripe', 'application'),
      stripe_dashboard: z.optional(z.strictObject({ type: payer('express', 'full', 'none') })),
    }),
  ),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  type: z.optional(z.enum(['custom', 'express', 'standard'])),
});

const Link = z.strictObject({
  account: text,
  type: z.enum(['account_onboarding', 'account_update']),
  refresh_url: address,
  return_url: address,
  collection_options: z.optional(z.strictObject({ fields: z.enum(['currently_due', 'eventually_due']) })),
});

const linkSeconds = 300;

export const accountRoutes: readonly Route[] = [
  route('POST', '/v1/accounts', Creation, (work, { type, country, controller: _, ...fields }) => {
    if (work.account !== platform) throw invalid('Only the platform can create accounts.');
    const fresh = newAccount(secondsNow(work.world), {
      ...(country === undefined ? {} : { country }),
      type: type ?? 'none',
    });
    const account = { ...fresh, ...edit(fresh, fields) };
    work.world.state.accounts.set(account.id, account);
    booksOf(work.world.state, account.id);
    return account;
  }),
  route('GET', '/v1/account', z.strictObject({}), (work) => accountNamed(work, work.account)),
  route('GET', '/v1/accounts/:id', z.strictObject({}), (work, _, id) => accountNamed(work, id)),
  route('POST', '/v1/accounts/:id', z.strictObject(editable), (work, fields, id) => {
    const account = accountNamed(work, id);
    return saveAccount(work, account, edit(account, fields));
  }),
  route('POST', '/v1/account_links', Link, (work, { account, refresh_url, return_url }) => {
    accountNamed(work, account);
    const created = secondsNow(work.world);
    const token = newId('onboard');
    const expiresAt = work.world.clock.now() + linkSeconds * 1000;
    work.world.state.links.set(token, { account, expiresAt, refreshUrl: refresh_url, returnUrl: return_url });
    return {
      object: 'account_link',
      created,
      expires_at: created + linkSeconds,
      url: `${work.world.endpoint()}/setup/${token}`,
    } satisfies Stripe.AccountLink;
  }),
];

/** Replaces an account and tells the platform. */
export function saveAccount(work: Work, account: Stripe.Account, changes: Partial<Stripe.Account>): Stripe.Account {
  const { world } = work;
  const next = { ...account, ...changes };
  world.state.accounts.set(next.id, next);
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, Reflect.get(account, name)]));
  emit(beginWork(world, next.id, work.request), 'account.updated', next, before);
  return next;
}

/** @throws {StripeRefusal} 403 `account_invalid`: Stripe says no more about accounts that are not the platform's. */
export function accountNamed({ world }: Pick<Work, 'world'>, id: string): Stripe.Account {
  const found = world.state.accounts.get(id);
  if (found !== undefined) return found;
  throw new StripeRefusal(403, 'invalid_request_error', {
    code: 'account_invalid',
    message: `The provided key does not have access to account '${id}' (or that account does not exist).`,
  });
}

function edit(account: Stripe.Account, fields: z.output<z.ZodMiniObject<typeof editable>>): Partial<Stripe.Account> {
  const { business_profile: profile, capabilities: _, metadata: pairs, ...rest } = fields;
  return {
    ...given(rest),
    ...(profile === undefined
      ? {}
      : { business_profile: newBusinessProfile({ ...account.business_profile, ...given(profile) }) }),
    ...(pairs === undefined ? {} : { metadata: changed(account.metadata ?? {}, pairs) }),
  };
}
