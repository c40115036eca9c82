import type { Card } from '../../shared/domain/card.ts';
import type { DeclineClass } from '../../shared/domain/decline.ts';
import type { Currency } from '../../shared/domain/money.ts';

/** A card as the provider names it; when it was put on file is ours to say. */
export type ProviderCard = Omit<Card, 'since'>;

/** What we write on everything that we make at the provider, so that it can be found and told from others' (rule I5). */
export interface PaymentMetadata {
  readonly business: string;
  /** The hash of the mailed link that led to a hosted page. */
  readonly link?: string | undefined;
  readonly memberId?: string | undefined;
  readonly membershipId?: string | undefined;
  readonly invoiceId?: string | undefined;
  /** `<invoice>.<n>`. */
  readonly attempt?: string | undefined;
  /** Somebody who joins online has no record yet; what became of it tells whose the payment is. */
  readonly enrolmentId?: string | undefined;
}

/** What is known of money that was asked for. */
export type PaymentAnswer =
  | {
      readonly kind: 'succeeded';
      readonly paymentIntentId: string;
      readonly amount: number;
      readonly card?: ProviderCard | undefined;
      readonly metadata: PaymentMetadata;
    }
  | {
      readonly kind: 'declined';
      readonly paymentIntentId?: string | undefined;
      readonly declineClass: DeclineClass;
      readonly code: string;
      readonly metadata: PaymentMetadata;
    }
  /** The provider is still working on it. */
  | { readonly kind: 'processing'; readonly paymentIntentId: string; readonly metadata: PaymentMetadata };

/**
 * The answer to a charge. `unknown`: no answer, or one that says nothing; the money may have been taken. `busy`: the
 * provider did nothing and asks to come back.
 */
export type ChargeAnswer = PaymentAnswer | { readonly kind: 'unknown' } | { readonly kind: 'busy' };

export interface ChargeOrder {
  readonly amount: number;
  readonly currency: Currency;
  readonly customerId: string;
  readonly paymentMethodId: string;
  /** On the card statement beside the business's name. */
  readonly description: string;
  readonly metadata: PaymentMetadata & { readonly attempt: string };
  /** The same for every repetition of the same attempt. */
  readonly key: string;
}

/** What a hosted page is for. It stands in the page's metadata, so the way back needs no memory of ours. */
export type CheckoutPurpose = 'card_update' | 'enrolment' | 'payment' | 'account_credit';

export interface CheckoutOrder {
  readonly purpose: CheckoutPurpose;
  readonly customerId?: string | undefined;
  readonly email?: string | undefined;
  readonly language: 'en' | 'de';
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly metadata: PaymentMetadata;
  /** Absent: the page only takes a card. */
  readonly payment?: {
    readonly amount: number;
    readonly currency: Currency;
    /** What the page says it is for. */
    readonly label: string;
    /** Keep the card for renewals. */
    readonly savesCard: boolean;
  };
  readonly key: string;
}

/** A hosted page as it stands. */
export interface Checkout {
  readonly sessionId: string;
  readonly state: 'open' | 'complete' | 'expired';
  readonly purpose: CheckoutPurpose;
  readonly metadata: PaymentMetadata;
  readonly customerId?: string | undefined;
  /** The card that was entered, when complete. */
  readonly card?: ProviderCard | undefined;
  /** The money, on a page that takes some, at its end: an open page can be tried again after a decline. */
  readonly payment?: PaymentAnswer | undefined;
}

export interface RefundOrder {
  readonly paymentIntentId: string;
  readonly amount: number;
  readonly metadata: PaymentMetadata;
  readonly key: string;
}

export type RefundAnswer =
  | { readonly kind: 'done' | 'pending'; readonly refundId: string }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'unknown' };

export interface ProviderRefund {
  readonly refundId: string;
  readonly amount: number;
  readonly state: 'done' | 'pending' | 'failed';
  /** The key of our order, `<invoice>.refund.<n>`, when we made it. */
  readonly ours?: string | undefined;
}

export interface ProviderDispute {
  readonly disputeId: string;
  readonly paymentIntentId: string;
  readonly state: 'open' | 'won' | 'lost';
}

/** One payment of a day, for comparing books. */
export interface ProviderPayment {
  readonly paymentIntentId: string;
  readonly at: number;
  readonly amount: number;
  readonly refunded: number;
  readonly metadata: PaymentMetadata;
}

/**
 * The payment provider, for one connected account at a time (`account`, the business's own). Outcomes are values;
 * errors are bugs, refused requests and outages of calls that take no money. Amounts are minor units.
 */
export interface Payments {
  /** The provider's name for a business's account; made once for a key. */
  createAccount(business: { slug: string; name: string; email?: string | undefined; country: string }): Promise<string>;
  /** A page of the provider on which the business completes its account. */
  accountPage(account: string, urls: { returnUrl: string; refreshUrl: string }): Promise<string>;
  takesCharges(account: string): Promise<boolean>;

  createCustomer(
    account: string,
    person: { memberId: string; business: string; email?: string | undefined; name: string },
  ): Promise<string>;

  openCheckout(account: string, order: CheckoutOrder): Promise<{ sessionId: string; url: string }>;
  /** Undefined for one that this account does not have, or that is not ours. */
  readCheckout(account: string, sessionId: string): Promise<Checkout | undefined>;
  /** Makes an open page useless, so that it cannot be paid after the money came another way. */
  closeCheckout(account: string, sessionId: string): Promise<void>;

  /** Takes money from a card on file, without the member being there. Never throws for what may have happened. */
  charge(account: string, order: ChargeOrder): Promise<ChargeAnswer>;
  /** What became of an attempt, by its name in the metadata; never creates anything. `none`: no money was asked for. */
  findAttempt(
    account: string,
    asked: { readonly attempt: string; readonly customerId: string; readonly since: number },
  ): Promise<ChargeAnswer | { readonly kind: 'none' }>;
  /** Undefined for one that is not ours, or that no card was asked for yet. */
  readPayment(account: string, paymentIntentId: string): Promise<PaymentAnswer | undefined>;
  /**
   * Gives up a payment that was declined or waits for the member, so that it cannot succeed later; one that did succeed
   * is answered as it is. That of an open hosted page is given up by closing the page.
   */
  cancelPayment(account: string, paymentIntentId: string): Promise<PaymentAnswer | { readonly kind: 'cancelled' }>;

  refund(account: string, order: RefundOrder): Promise<RefundAnswer>;
  refundsOf(account: string, paymentIntentId: string): Promise<readonly ProviderRefund[]>;
  readDispute(account: string, disputeId: string): Promise<ProviderDispute | undefined>;
  /** Payments of ours that succeeded in `[from, to)` (milliseconds), a page at a time. */
  paymentsBetween(
    account: string,
    from: number,
    to: number,
    after?: string,
  ): Promise<{ readonly payments: readonly ProviderPayment[]; readonly next?: string | undefined }>;
}
