import type { EventType } from '../domain/events.ts';
import type { Need } from './operation.ts';

/** When a function that is not behind the API runs. */
export type Trigger =
  | {
      readonly kind: 'schedule';
      readonly rate: `rate(${number} ${'minute' | 'minutes' | 'hour' | 'hours' | 'day' | 'days'})`;
    }
  | {
      readonly kind: 'queue';
      readonly queue: QueueName;
      readonly batchSize: number;
      /** Batches at the same time; as many as the infrastructure usually allows unless told. */
      readonly atOnce?: number;
    }
  | {
      readonly kind: 'events';
      readonly types: readonly EventType[];
      readonly queue: QueueName;
      readonly batchSize: number;
      /** As with a queue. */
      readonly atOnce?: number;
    }
  | { readonly kind: 'announcements' }
  /** Called by the payment provider through the API, at this path. */
  | { readonly kind: 'webhook'; readonly path: `/api/webhooks/${string}` }
  /** What became of mails: bounces and complaints. */
  | { readonly kind: 'mail-feedback'; readonly queue: QueueName; readonly batchSize: number }
  | { readonly kind: 'invoke' }
  | { readonly kind: 'identity'; readonly pool: 'members' | 'staff'; readonly hooks: readonly IdentityHook[] };

export type IdentityHook = 'defineAuthChallenge' | 'createAuthChallenge' | 'verifyAuthChallengeResponse';

/** Every queue has a dead-letter queue and an alarm of its own. */
export const queueNames = [
  'mail',
  'credit-expiry',
  'billing',
  'provider-events',
  'numbering',
  'mail-feedback',
] as const;
export type QueueName = (typeof queueNames)[number];

/**
 * One job or event consumer as data: its trigger, exactly what it touches, and what people lose while it fails.
 * `entry` is the file under `functions/` without its ending.
 */
export interface Work {
  readonly summary: string;
  readonly entry: `${'jobs' | 'events' | 'identity' | 'http'}/${string}`;
  readonly trigger: Trigger;
  readonly needs: readonly Need[];
  readonly timeoutSeconds: number;
  readonly errorImpact: string;
}

/**
 * Everything that runs outside the API.
 *
 * - A `schedule` receives EventBridge's scheduled event; the run's instant is its `time`.
 * - A `queue` receives SQS messages and answers with partial batch failures.
 * - `events` are domain events from the bus, put on a queue first so that a failing consumer retries by itself.
 * - `announcements` are the table's stream records that carry an event (see docs/data-model.md).
 * - `invoke` is called by an operator with IAM credentials.
 */
export const work = {
  publishAnnouncements: {
    summary: 'Publishes each announced event from the table’s stream to the bus',
    entry: 'events/publish-announcements',
    trigger: { kind: 'announcements' },
    needs: ['bus:publish'],
    timeoutSeconds: 30,
    errorImpact: 'invitations and other mails wait; nothing is lost, the stream keeps a day of events',
  },
  sendMail: {
    summary: 'Sends the mail that an event calls for, once',
    entry: 'events/send-mail',
    trigger: {
      kind: 'events',
      types: [
        'member.invited',
        'staff.invited',
        'password_reset.requested',
        'estimate.sent',
        'estimate.sent_again',
        'estimate.accepted',
        'estimate.declined',
        'estimate.withdrawn',
        'invoice.ready',
        'receipt.ready',
        'receipt.requested',
        'invoice.requested',
        'payment.needs_attention',
        'payment.link_requested',
        'membership.notice_due',
        'credit.expiring',
        'membership.cancelled',
        'membership.pause_agreed',
        'membership.pause_changed',
        'membership.pause_called_off',
        'membership.resumed',
        'membership.plan_changed',
        'membership.plan_change_scheduled',
        'membership.plan_change_declined',
        'membership.plan_change_undone',
        'membership.cancellation_undone',
        'card.updated',
        'invoice.refunded',
        'question.asked',
        'question.followed_up',
        'question.answered',
      ],
      queue: 'mail',
      batchSize: 10,
    },
    needs: ['table:read', 'table:write', 'mail:send', 'members-pool:administer', 'staff-pool:administer'],
    timeoutSeconds: 60,
    errorImpact: 'invitations, password links, receipts and payment mails arrive late; staff can send links again',
  },
  sweepExpiredCredits: {
    summary:
      'Finds credit accounts with credits past their last day, or about whose last day something is to be said, and queues each',
    entry: 'jobs/sweep-expired-credits',
    trigger: { kind: 'schedule', rate: 'rate(1 hour)' },
    needs: ['table:read', 'expiry-queue:send'],
    timeoutSeconds: 120,
    errorImpact:
      'reminders of a last day come late or not at all; an expired credit is unusable by date, its written history is late',
  },
  expireCredits: {
    summary: 'Writes the expiry entries of one credit account, and what its owner is told 14, 7 and 2 days before',
    entry: 'jobs/expire-credits',
    trigger: { kind: 'queue', queue: 'credit-expiry', batchSize: 10 },
    needs: ['table:read', 'table:write'],
    timeoutSeconds: 60,
    errorImpact:
      'reminders of a last day come late or not at all; an expired credit is unusable by date, its written history is late',
  },
  sweepBilling: {
    summary: 'Finds memberships whose renewal, retry or notice is due, or whose charge was broken off, and queues each',
    entry: 'jobs/sweep-billing',
    trigger: { kind: 'schedule', rate: 'rate(5 minutes)' },
    needs: ['table:read', 'billing-queue:send'],
    timeoutSeconds: 120,
    errorImpact: 'renewals and retries stop; members keep their benefits through the grace days',
  },
  billMemberships: {
    summary: 'Takes the money of due memberships, or says that it could not',
    entry: 'jobs/bill-memberships',
    // A batch charges its ten side by side and takes about a second: two at once are 20 charges a second, 80 % of what
    // the provider takes at one address (25). The rest is for people who pay on a page. A faster provider is held back
    // by the worker's own bucket, whose share of an account follows from this number (charge-pace.ts).
    trigger: { kind: 'queue', queue: 'billing', batchSize: 10, atOnce: 2 },
    needs: ['table:read', 'table:write', 'payments:use'],
    timeoutSeconds: 60,
    errorImpact: 'renewals and retries stop; members keep their benefits through the grace days',
  },
  receiveProviderEvent: {
    summary: 'Takes the payment provider’s webhooks: checks the signature, queues, answers',
    entry: 'http/provider-webhook',
    trigger: { kind: 'webhook', path: '/api/webhooks/stripe' },
    needs: ['origin-secret:read', 'payments:use', 'provider-events-queue:send'],
    timeoutSeconds: 10,
    errorImpact: 'payments on the provider’s page show up late; the provider tries again for three days',
  },
  handleProviderEvents: {
    summary: 'Does what a webhook says happened, after asking the provider whether it did',
    entry: 'jobs/handle-provider-events',
    // Each asks the provider what is true: few at once leave most of what it takes to people and renewals.
    trigger: { kind: 'queue', queue: 'provider-events', batchSize: 10, atOnce: 4 },
    needs: ['table:read', 'table:write', 'payments:use'],
    timeoutSeconds: 60,
    errorImpact: 'payments on the provider’s page, refunds and disputes show up late',
  },
  numberInvoices: {
    summary: 'Gives each issued invoice its place in the business’s series and announces receipts',
    entry: 'events/number-invoices',
    // All invoices of a business go through one row: many at once would mostly lose races against each other.
    trigger: {
      kind: 'events',
      types: ['invoice.issued', 'invoice.paid'],
      queue: 'numbering',
      batchSize: 10,
      atOnce: 2,
    },
    needs: ['table:read', 'table:write'],
    timeoutSeconds: 30,
    errorImpact: 'invoices wait for their number, and receipts are mailed late',
  },
  sweepMails: {
    summary: 'Finds mails that waited for the morning and queues each',
    entry: 'jobs/sweep-mails',
    trigger: { kind: 'schedule', rate: 'rate(5 minutes)' },
    needs: ['table:read', 'mail-queue:send'],
    timeoutSeconds: 120,
    errorImpact: 'receipts and payment mails arrive late',
  },
  reconcilePayments: {
    summary:
      'Finishes refunds that wait for an answer, and once a day compares a business’s payments at the provider with invoices and credits, both ways; repairs or raises differences',
    entry: 'jobs/reconcile-payments',
    // Hourly for what is open; each business's day of books is due once a day (rule I6).
    trigger: { kind: 'schedule', rate: 'rate(1 hour)' },
    needs: ['table:read', 'table:write', 'payments:use'],
    timeoutSeconds: 600,
    errorImpact:
      'money may have moved that our books do not know: the log names payment and invoice of each difference',
  },
  checkLedgers: {
    summary:
      'Once a day, goes through a business’s ledgers of credits and account credit, raises what should be impossible, and closes the day with a root over all of them',
    entry: 'jobs/check-ledgers',
    // Hourly, because each business's day ends at its own midnight.
    trigger: { kind: 'schedule', rate: 'rate(1 hour)' },
    needs: ['table:read', 'table:write'],
    timeoutSeconds: 600,
    errorImpact:
      'somebody’s balance may not be what her history says: the log names member, bucket and entry of each finding',
  },
  runClosures: {
    summary:
      'Goes through everybody of a business that closes for some days: each membership pauses, or pauses no more',
    entry: 'jobs/run-closures',
    // Somebody looks on: a minute is how long it takes to begin.
    trigger: { kind: 'schedule', rate: 'rate(1 minute)' },
    needs: ['table:read', 'table:write'],
    timeoutSeconds: 600,
    errorImpact: 'members of a salon that is closed are not paused: they may be charged for days without it',
  },
  runMigrations: {
    summary: 'Goes through everybody of a plan that moves to a new version, or for whom that is called off',
    entry: 'jobs/run-migrations',
    // Somebody looks on, as with a closure.
    trigger: { kind: 'schedule', rate: 'rate(1 minute)' },
    needs: ['table:read', 'table:write'],
    timeoutSeconds: 600,
    errorImpact:
      'members are told later of a new price and pay it later; called off late, some may be charged a price that was taken back',
  },
  takeMailFeedback: {
    summary: 'Stops writing to addresses that bounce or complain, and tells staff',
    entry: 'jobs/take-mail-feedback',
    trigger: { kind: 'mail-feedback', queue: 'mail-feedback', batchSize: 10 },
    needs: ['table:read', 'table:write'],
    timeoutSeconds: 30,
    errorImpact: 'addresses that bounce are written to again; the mail service still suppresses them',
  },
  memberSignInLink: {
    summary: 'Answers Cognito’s custom challenge: signs a member in with the link from an invitation',
    entry: 'identity/sign-in-link',
    trigger: {
      kind: 'identity',
      pool: 'members',
      hooks: ['defineAuthChallenge', 'createAuthChallenge', 'verifyAuthChallengeResponse'],
    },
    needs: ['table:read'],
    timeoutSeconds: 5,
    errorImpact: 'members cannot sign in by link; the password still works',
  },
  createBusiness: {
    summary: 'Creates a business and invites its first owner; called by an operator',
    entry: 'jobs/create-business',
    trigger: { kind: 'invoke' },
    needs: ['table:read', 'table:write'],
    timeoutSeconds: 30,
    errorImpact: 'no new business can be set up; existing ones are unaffected',
  },
} as const satisfies Record<string, Work>;

export type WorkName = keyof typeof work;
