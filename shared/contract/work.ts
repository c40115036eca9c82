import type { EventType } from '../domain/events.ts';
import type { Need } from './operation.ts';

/** When a function that is not behind the API runs. */
export type Trigger =
  | {
      readonly kind: 'schedule';
      readonly rate: `rate(${number} ${'minute' | 'minutes' | 'hour' | 'hours' | 'day' | 'days'})`;
    }
  | { readonly kind: 'queue'; readonly queue: QueueName; readonly batchSize: number }
  | {
      readonly kind: 'events';
      readonly types: readonly EventType[];
      readonly queue: QueueName;
      readonly batchSize: number;
    }
  | { readonly kind: 'announcements' }
  | { readonly kind: 'invoke' }
  | { readonly kind: 'identity'; readonly pool: 'members' | 'staff'; readonly hooks: readonly IdentityHook[] };

export type IdentityHook = 'defineAuthChallenge' | 'createAuthChallenge' | 'verifyAuthChallengeResponse';

/** Every queue has a dead-letter queue and an alarm of its own. */
export type QueueName = 'mail' | 'credit-expiry';

/**
 * One job or event consumer as data: its trigger, exactly what it touches, and what people lose while it fails.
 * `entry` is the file under `functions/` without its ending.
 */
export interface Work {
  readonly summary: string;
  readonly entry: `${'jobs' | 'events' | 'identity'}/${string}`;
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
      types: ['member.invited', 'staff.invited', 'password_reset.requested'],
      queue: 'mail',
      batchSize: 10,
    },
    needs: ['table:read', 'table:write', 'mail:send', 'members-pool:administer', 'staff-pool:administer'],
    timeoutSeconds: 60,
    errorImpact: 'invitations and password links arrive late; staff can send them again',
  },
  sweepExpiredCredits: {
    summary: 'Finds credit accounts with credits past their last day and queues each',
    entry: 'jobs/sweep-expired-credits',
    trigger: { kind: 'schedule', rate: 'rate(1 hour)' },
    needs: ['table:read', 'expiry-queue:send'],
    timeoutSeconds: 120,
    errorImpact: 'none for members: an expired credit is unusable by date; only the written history is late',
  },
  expireCredits: {
    summary: 'Writes the expiry entries of one credit account',
    entry: 'jobs/expire-credits',
    trigger: { kind: 'queue', queue: 'credit-expiry', batchSize: 10 },
    needs: ['table:read', 'table:write'],
    timeoutSeconds: 60,
    errorImpact: 'none for members: an expired credit is unusable by date; only the written history is late',
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
