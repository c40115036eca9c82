import type Stripe from 'stripe';
import { type Books, find, idOf, replace } from './books.ts';
import { closeDispute, openDispute } from './dispute.ts';
import type { Faults } from './faults.ts';
import { newAccount, newBusinessProfile, onboarded } from './objects/account.ts';
import { cardOf } from './objects/payment-method.ts';
import { accountNamed, saveAccount } from './operations/accounts.ts';
import { accountHolding } from './payments.ts';
import { refund } from './refund.ts';
import { missing } from './refusal.ts';
import { booksOf, platform } from './state.ts';
import { testCardByNumber } from './test-cards.ts';
import type { Counters, Traffic } from './traffic.ts';
import type { WebhookBehaviour, Webhooks } from './webhooks/delivery.ts';
import { beginWork, emit, secondsNow, type Work, type World } from './work.ts';

/** What a card issuer has changed about a saved card. `number` is one of the test cards: how the new one behaves. */
export interface CardNews {
  readonly last4?: string;
  readonly expMonth?: number;
  readonly expYear?: number;
  readonly number?: string;
}

/** Everything that a test or the console may do to the simulator beside using it. */
export interface StripeControl extends Pick<Faults, 'failNext' | 'delay'> {
  /** Allows so many requests a second for each account and endpoint, in real time; without a number, all. */
  rateLimit(perSecond: number | undefined): void;
  /** How late search finds new payments, in milliseconds of the clock. */
  searchLag(milliseconds: number): void;
  webhooks(behaviour: Partial<WebhookBehaviour>): void;
  /** Sends everything that is held or delayed, now. */
  releaseWebhooks(): void;
  /** The cardholder disputes a charge, named by itself or by its payment. */
  openDispute(chargeOrPayment: string): Stripe.Dispute;
  closeDispute(id: string, outcome: 'won' | 'lost'): Stripe.Dispute;
  /** The card issuer sends news about a card, as the networks' updater does. */
  updateCard(paymentMethod: string, news: CardNews): Stripe.PaymentMethod;
  /** Somebody refunds in Stripe's dashboard; without an amount, all that is left. */
  refundFromDashboard(paymentIntent: string, amount?: number): Stripe.Refund;
  /** A connected account that can take money at once, under the id that is given or a new one. */
  openAccount(account: {
    readonly id?: string;
    readonly name: string;
    readonly country?: string;
    readonly currency?: string;
  }): Stripe.Account;
  /** The account's owner finishes the onboarding without the page. */
  finishOnboarding(account: string): Stripe.Account;
  /** Requests by endpoint, and how many were told to slow down. */
  counters(): Counters;
}

interface Parts {
  readonly world: World;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly webhooks: Webhooks;
  readonly setSearchLag: (milliseconds: number) => void;
  readonly changed: () => void;
}

/** @throws {StripeRefusal} from every operation that names an object which does not exist or does not allow it. */
export function createControl({ world, faults, traffic, webhooks, setSearchLag, changed }: Parts): StripeControl {
  function workOn(collection: keyof Books, id: string): Work {
    const account = accountHolding(world.state, collection, id);
    if (account === undefined) throw missing('object', id);
    return beginWork(world, account);
  }
  const saved = <Value>(value: Value): Value => {
    changed();
    return value;
  };
  return {
    failNext: faults.failNext,
    delay: faults.delay,
    rateLimit: traffic.limit,
    searchLag: setSearchLag,
    webhooks: webhooks.behave,
    releaseWebhooks: webhooks.release,
    counters: traffic.counters,
    openDispute(id) {
      const isPayment = id.startsWith('pi_');
      const work = workOn(isPayment ? 'paymentIntents' : 'charges', id);
      const charge = isPayment ? idOf(find(work.books.paymentIntents, 'payment_intent', id).latest_charge) : id;
      return saved(openDispute(work, find(work.books.charges, 'charge', charge ?? id)));
    },
    closeDispute: (id, outcome) => saved(closeDispute(workOn('disputes', id), id, outcome)),
    updateCard: (id, news) => saved(updateCard(workOn('paymentMethods', id), id, news)),
    refundFromDashboard(id, amount) {
      const work = workOn('paymentIntents', id);
      const charge = idOf(find(work.books.paymentIntents, 'payment_intent', id).latest_charge) ?? '';
      return saved(refund(work, find(work.books.charges, 'charge', charge), { amount }));
    },
    openAccount({ id, name, country = 'DE', currency = 'eur' }) {
      const fresh = newAccount(secondsNow(world), {
        ...onboarded,
        ...(id === undefined ? {} : { id }),
        business_profile: newBusinessProfile({ name }),
        country,
        default_currency: currency,
      });
      const account = world.state.accounts.get(fresh.id) ?? fresh;
      world.state.accounts.set(account.id, account);
      booksOf(world.state, account.id);
      return saved(account);
    },
    finishOnboarding: (id) => saved(saveAccount(beginWork(world, platform), accountNamed({ world }, id), onboarded)),
  };
}

function updateCard(work: Work, id: string, news: CardNews): Stripe.PaymentMethod {
  const method = find(work.books.paymentMethods, 'PaymentMethod', id);
  const before = cardOf(method);
  const card = {
    ...before,
    last4: news.last4 ?? news.number?.slice(-4) ?? before.last4,
    exp_month: news.expMonth ?? before.exp_month,
    exp_year: news.expYear ?? before.exp_year,
  };
  if (news.number !== undefined) {
    if (testCardByNumber(news.number) === undefined) throw missing('test card', news.number, 'number');
    work.books.cards.set(id, { ...find(work.books.cards, 'PaymentMethod', id), number: news.number });
  }
  const next = replace(work.books.paymentMethods, method, { card });
  emit(work, 'payment_method.automatically_updated', next, { card: before });
  return next;
}
