import type {
  ChargeAnswer,
  Checkout,
  CheckoutOrder,
  PaymentAnswer,
  PaymentMetadata,
  Payments,
  ProviderCard,
  ProviderDispute,
  ProviderRefund,
} from '../../functions/gateways/payments.ts';
import type { DeclineClass } from '../../shared/domain/decline.ts';

/** How a card behaves when it is charged. */
export type CardBehaviour = 'good' | { readonly declineClass: DeclineClass; readonly code: string };

/** What goes wrong with one call: before it arrives, or after it was done. */
export type CallFault = 'before' | 'after' | 'busy';

interface Taken {
  readonly paymentIntentId: string;
  readonly at: number;
  readonly amount: number;
  readonly card: ProviderCard;
  readonly metadata: PaymentMetadata;
  readonly customerId: string;
  readonly outcome: PaymentAnswer;
}

/**
 * A payment provider in memory, with the parts that the charging protocol leans on: keys are remembered for a day and
 * give the same answer, listing by customer is consistent, nothing that was done is forgotten.
 */
export function fakePayments(now: () => number) {
  let count = 0;
  const id = (prefix: string) => {
    count += 1;
    return `${prefix}_${String(count).padStart(6, '0')}`;
  };
  const behaviours = new Map<string, CardBehaviour>();
  const taken: Taken[] = [];
  const keys = new Map<string, { at: number; answer: ChargeAnswer; order: string }>();
  const refunds = new Map<string, ProviderRefund & { paymentIntentId: string }>();
  const refundKeys = new Map<string, { at: number; refundId: string }>();
  const checkouts = new Map<string, { order: CheckoutOrder; state: Checkout }>();
  const customers = new Map<string, string>();
  const disputes = new Map<string, ProviderDispute>();
  let faults: (call: string) => CallFault | undefined = () => undefined;
  let chargeCalls = 0;
  const remembered = 24 * 3_600_000;

  async function through<Answer>(call: string, answer: () => Answer): Promise<Answer> {
    const fault = faults(call);
    if (fault === 'before') throw new Error(`${call} never arrived`);
    const answered = answer();
    if (fault === 'after') throw new Error(`the answer of ${call} was lost`);
    return answered;
  }

  const cardOf = (paymentMethodId: string): ProviderCard => ({
    paymentMethodId,
    brand: 'visa',
    last4: '4242',
    expMonth: 12,
    expYear: 2040,
  });

  function pay(order: { amount: number; paymentMethodId: string; customerId: string; metadata: PaymentMetadata }) {
    const paymentIntentId = id('pi');
    const behaviour = behaviours.get(order.paymentMethodId) ?? 'good';
    const card = cardOf(order.paymentMethodId);
    const outcome: PaymentAnswer =
      behaviour === 'good'
        ? { kind: 'succeeded', paymentIntentId, amount: order.amount, card, metadata: order.metadata }
        : { kind: 'declined', paymentIntentId, ...behaviour, metadata: order.metadata };
    const { amount, metadata, customerId } = order;
    taken.push({ paymentIntentId, at: now(), amount, card, metadata, customerId, outcome });
    return outcome;
  }

  const payments: Payments = {
    createAccount: async ({ slug }) => `acct_${slug.replaceAll('-', '')}`,
    accountPage: async () => 'https://provider.example/onboarding',
    takesCharges: async () => true,
    createCustomer: (_, { business, memberId }) =>
      through('createCustomer', () => {
        const key = `${business} ${memberId}`;
        const customerId = customers.get(key) ?? id('cus');
        customers.set(key, customerId);
        return customerId;
      }),
    openCheckout: (_, order) =>
      through('openCheckout', () => {
        const sessionId = `cs_test_${id('page')}`;
        const state: Checkout = {
          sessionId,
          state: 'open',
          purpose: order.purpose,
          metadata: order.metadata,
          customerId: order.customerId,
        };
        checkouts.set(sessionId, { order, state });
        return { sessionId, url: `https://provider.example/pay/${sessionId}` };
      }),
    readCheckout: (_, sessionId) => through('readCheckout', () => checkouts.get(sessionId)?.state),
    closeCheckout: async () => undefined,
    async charge(_, order) {
      chargeCalls += 1;
      const fault = faults('charge');
      if (fault === 'before') return { kind: 'unknown' };
      if (fault === 'busy') return { kind: 'busy' };
      const before = keys.get(order.key);
      const text = JSON.stringify(order);
      if (before && now() - before.at < remembered) {
        if (before.order !== text) throw new Error('the same key with another order');
        return fault === 'after' ? { kind: 'unknown' } : before.answer;
      }
      const answer = pay(order);
      keys.set(order.key, { at: now(), answer, order: text });
      return fault === 'after' ? { kind: 'unknown' } : answer;
    },
    findAttempt: (_, { attempt, customerId }) =>
      through('findAttempt', () => {
        const found = taken.filter((one) => one.customerId === customerId && one.metadata.attempt === attempt);
        return (
          found.find(({ outcome }) => outcome.kind === 'succeeded')?.outcome ?? found[0]?.outcome ?? { kind: 'none' }
        );
      }),
    readPayment: (_, paymentIntentId) =>
      through('readPayment', () => taken.find((one) => one.paymentIntentId === paymentIntentId)?.outcome),
    cancelPayment: async () => ({ kind: 'cancelled' }),
    async refund(_, { paymentIntentId, amount, metadata, key }) {
      const fault = faults('refund');
      if (fault === 'before') return { kind: 'unknown' };
      if (fault === 'busy') return { kind: 'failed', code: 'refused' };
      const before = refundKeys.get(key);
      const isKnown = before !== undefined && now() - before.at < remembered;
      const refundId = isKnown ? before.refundId : id('re');
      if (!isKnown) {
        const paid = taken.find((one) => one.paymentIntentId === paymentIntentId)?.amount ?? 0;
        const gone = [...refunds.values()].filter((one) => one.paymentIntentId === paymentIntentId);
        const isTooMuch = gone.reduce((sum, one) => sum + one.amount, amount) > paid;
        if (isTooMuch) return { kind: 'failed', code: 'charge_already_refunded' };
        refundKeys.set(key, { at: now(), refundId });
        refunds.set(refundId, { refundId, amount, state: 'done', ours: key, paymentIntentId });
      }
      void metadata;
      return fault === 'after' ? { kind: 'unknown' } : { kind: 'done', refundId };
    },
    refundsOf: (_, paymentIntentId) =>
      through('refundsOf', () => [...refunds.values()].filter((refund) => refund.paymentIntentId === paymentIntentId)),
    readDispute: async (_, disputeId) => disputes.get(disputeId),
    paymentsBetween: async (_, from, to) => ({
      payments: taken
        .filter(({ at, outcome }) => outcome.kind === 'succeeded' && at >= from && at < to)
        .map(({ paymentIntentId, at, amount, metadata }) => ({
          paymentIntentId,
          at,
          amount,
          refunded: [...refunds.values()]
            .filter((refund) => refund.paymentIntentId === paymentIntentId && refund.state !== 'failed')
            .reduce((sum, refund) => sum + refund.amount, 0),
          metadata,
        })),
    }),
  };

  return {
    payments,
    /** Every payment that was tried, in order. */
    taken,
    /** Payments that took money. */
    succeeded: () => taken.filter(({ outcome }) => outcome.kind === 'succeeded'),
    refunds: () => [...refunds.values()],
    /** Somebody gives money back in the provider’s own dashboard; the same name again says what became of it. */
    refundThere: (paymentIntentId: string, amount: number, more: Partial<ProviderRefund> = {}) => {
      const refundId = more.refundId ?? id('re');
      refunds.set(refundId, { refundId, amount, state: 'done', paymentIntentId, ...more });
      return refundId;
    },
    chargeCalls: () => chargeCalls,
    behave: (paymentMethodId: string, behaviour: CardBehaviour) => behaviours.set(paymentMethodId, behaviour),
    fail: (choose: typeof faults) => {
      faults = choose;
    },
    /** Somebody finishes the page with a card, and pays on it where it takes money. */
    finish(sessionId: string, paymentMethodId: string): void {
      const page = checkouts.get(sessionId);
      if (!page) throw new Error(`no page ${sessionId}`);
      const { order, state } = page;
      // A finished page shows that it is finished, and takes nothing more.
      if (state.state === 'complete') return;
      const customerId = order.customerId ?? id('cus');
      const payment =
        order.payment && pay({ amount: order.payment.amount, paymentMethodId, customerId, metadata: order.metadata });
      if (payment?.kind === 'declined') return;
      page.state = {
        ...page.state,
        state: 'complete',
        customerId,
        card: cardOf(paymentMethodId),
        ...(payment === undefined ? {} : { payment }),
      };
    },
    /** The id of the newest page. */
    newestPage: () => [...checkouts.keys()].at(-1) ?? '',
    dispute: (dispute: ProviderDispute) => disputes.set(dispute.disputeId, dispute),
  };
}
export type FakePayments = ReturnType<typeof fakePayments>;
