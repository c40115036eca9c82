import { type BillingAction, nextBillingAction } from '../../shared/domain/billing-schedule.ts';
import { dunningSteps } from '../../shared/domain/dunning.ts';
import type { Cancelled } from '../../shared/domain/ending-credits.ts';
import { isFinal, statusAfter } from '../../shared/domain/lifecycle.ts';
import { firstDayWithout, type Membership, statusOn } from '../../shared/domain/membership.ts';
import { withoutComingPause } from '../../shared/domain/pause.ts';
import { bookPause } from '../../shared/domain/pause-books.ts';
import { scheduleValidity } from '../../shared/domain/tzdata.ts';
import { change, type Outcome } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { counted, voidOpen } from './cancel-membership.ts';
import { type Charged, chargeMembership, isRefusedTry, recoverCharge } from './charge-membership.ts';
import { type ClaimedRefund, type Ending, payBack, settleEnding } from './end-membership.ts';
import { calledOff, pauseSubject, pauseWrites } from './pause-membership.ts';
import { type LoadedScene, loadScene, type Scene } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** What a due membership came to, for the log. */
export type Ran =
  | 'gone'
  | 'not_due'
  | 'paid'
  | 'declined'
  | 'pending'
  | 'settled_elsewhere'
  | 'told'
  | 'ended'
  | 'paused'
  | 'resumed'
  | 'noticed';

/**
 * Does what is due for a membership at an instant: one thing. Repeated, late or out of order it finds nothing due, and
 * at most puts the row back to where it belongs on the index.
 */
export async function runDue(world: BillingWorld, scene: Scene): Promise<Ran> {
  const loaded = await loadScene(world, scene);
  if (!loaded) return 'gone';
  // Instants that an older version of the time zone database placed are placed anew before they count (rule T5).
  const { tzdata = world.tzdata } = loaded.membership;
  if (scheduleValidity(tzdata, world.tzdata) === 'refuse') {
    throw new Error(`scheduled with tzdata ${tzdata}, this runtime has ${world.tzdata}`);
  }
  const action = nextBillingAction(loaded.membership, loaded.terms, loaded.occasion.today);
  if (action === undefined || action.at > scene.at) {
    // Somebody is charging right now: writing the row would only be in their way, and it is found again if they fail.
    return action?.kind === 'recover' ? 'pending' : putBack(world, scene);
  }
  switch (action.kind) {
    case 'recover':
      return ran(await recoverCharge(world, scene));
    case 'charge':
      return charge(world, scene, action, loaded);
    case 'step':
      return commit(world, scene, action, (now) => tellOfStep(now, action.step.day), 'told');
    case 'end':
    case 'over':
      return end(world, scene, action);
    case 'pause':
    case 'resume':
      return commit(
        world,
        scene,
        action,
        (now) => bookedPause(world, now),
        action.kind === 'pause' ? 'paused' : 'resumed',
      );
    case 'notice':
      return commit(world, scene, action, (now) => notice(now, action), 'noticed');
    default:
      return action satisfies never;
  }
}

function ran(charged: Charged): Ran {
  if (charged.kind === 'pending') return 'pending';
  if (charged.kind === 'nothing_to_do') return 'settled_elsewhere';
  return charged.settlement.invoice.state === 'paid' ? 'paid' : 'declined';
}

async function charge(
  world: BillingWorld,
  scene: Scene,
  { trigger, step }: Extract<BillingAction, { kind: 'charge' }>,
  loaded: LoadedScene,
): Promise<Ran> {
  try {
    const asked = {
      trigger: { kind: trigger },
      step: step?.day,
      unless: (now: LoadedScene) => !isStillDue(now, scene.at, 'charge'),
    };
    const charged = await chargeMembership(world, scene, asked, loaded);
    return ran(charged);
  } catch (error) {
    if (!isRefusedTry(error) || step === undefined) throw error;
    // Tried too often already: the day counts all the same, and the member hears of it.
    return commit(world, scene, { kind: 'charge' }, (now) => tellOfStep(now, step.day), 'told');
  }
}

const isStillDue = ({ membership, terms, occasion }: LoadedScene, at: number, kind: BillingAction['kind']): boolean => {
  const action = nextBillingAction(membership, terms, occasion.today);
  return action?.kind === kind && action.at <= at;
};

type Decide = (now: LoadedScene) => Outcome<undefined> | Promise<Outcome<undefined>>;

async function commit(
  world: BillingWorld,
  scene: Scene,
  { kind }: Pick<BillingAction, 'kind'>,
  decide: Decide,
  done: Ran,
): Promise<Ran> {
  return change<Ran>(
    world.table,
    async () => {
      const now = await loadScene(world, scene);
      if (!now || !isStillDue(now, scene.at, kind)) return { writes: [], reply: 'settled_elsewhere' };
      return { ...(await decide(now)), reply: done };
    },
    { pause: world.chance.pause },
  );
}

/** Ends the membership in one transaction, then pays back what that has written down. */
async function end(world: BillingWorld, scene: Scene, action: BillingAction): Promise<Ran> {
  let owed: readonly ClaimedRefund[] = [];
  const decide = async (now: LoadedScene) => {
    const { writes, claimed } = await (action.kind === 'over' ? endAsAsked(world, now) : endUnpaid(world, now));
    owed = claimed;
    return { writes, reply: undefined };
  };
  const done = await commit(world, scene, action, decide, 'ended');
  await payBack(world, scene, owed);
  return done;
}

/** The row stands where a setting or an older clock put it: written again, it stands right. */
async function putBack(world: BillingWorld, scene: Scene): Promise<Ran> {
  return change<Ran>(
    world.table,
    async () => {
      const now = await loadScene(world, scene);
      return { writes: now ? [now.become(now.membership)] : [], reply: 'not_due' };
    },
    { pause: world.chance.pause },
  );
}

/** A dunning day without a try: the message goes all the same, and the last day makes the membership unpaid. */
function tellOfStep(now: LoadedScene, day: number): Outcome<undefined> {
  const { membership, membershipId, business } = now;
  const { due } = membership;
  if (due === undefined) return { writes: [], reply: undefined };
  const steps = dunningSteps(business.policies);
  const step = steps.find((candidate) => candidate.day === day);
  const isLast = day >= (steps.at(-1)?.day ?? 0);
  const { technical: _, ...rest } = due;
  const after: Membership = {
    ...withoutComingPause(membership, now.occasion.today),
    status: statusAfter(statusOn(membership, now.occasion.today), isLast ? 'tries_used_up' : 'payment_failed'),
    due: { ...rest, step: day },
  };
  const subject = { membershipId, invoiceId: due.invoiceId };
  const told =
    step?.message === undefined
      ? []
      : [announce(now.event('payment.needs_attention', { ...subject, message: step.message, day }))];
  return { writes: [now.become(after), ...calledOff(now, after, 'payment_open'), ...told], reply: undefined };
}

/**
 * Nobody paid for a month and nobody decided otherwise, or the day came on which the membership was to end anyway: it is
 * over and the invoice is void (rules D1, D7).
 */
async function endUnpaid(world: BillingWorld, now: LoadedScene): Promise<Ending> {
  const { due, ...rest } = now.membership;
  if (due === undefined) return { membership: now.membership, writes: [], claimed: [] };
  const { today } = now.occasion;
  const agreed = firstDayWithout(rest) ?? today;
  const cancelOn = agreed < today ? agreed : today;
  // Whoever cancelled was told of this day then.
  const wasAsked = rest.cancelOn === cancelOn;
  const endedBecause = wasAsked ? (rest.endedBecause ?? 'requested') : 'payment_failed';
  const running = statusOn(rest, today);
  const { creditsAfterCancel } = now.plan;
  const after: Cancelled = {
    ...rest,
    status: isFinal(running) ? running : statusAfter(running, 'left_unpaid'),
    cancelOn,
    endedBecause,
    ...(wasAsked || creditsAfterCancel === undefined ? {} : { creditsAfterCancel }),
    ...(wasAsked ? {} : { cancelReason: 'payment_failed' }),
    ...(cancelOn === today && !wasAsked ? { endedAtOnce: true as const } : {}),
  };
  const subject = { membershipId: now.membershipId, cancelOn, because: endedBecause, voids: due.amount };
  const ending = await settleEnding(world, now, after);
  return {
    writes: [
      now.become(ending.membership),
      await counted(world, now, after),
      ...(await voidOpen(world.table, now, after)),
      ...(wasAsked ? [] : [announce(now.event('membership.cancelled', subject))]),
      ...ending.writes,
    ],
    membership: ending.membership,
    claimed: ending.claimed,
  };
}

/** The last day that was asked for has passed: written down, with what the credits become (rules K1, K2). */
async function endAsAsked(world: BillingWorld, now: LoadedScene): Promise<Ending> {
  const { cancelOn } = now.membership;
  if (cancelOn === undefined) return { membership: now.membership, writes: [], claimed: [] };
  const after: Cancelled = { ...now.membership, status: 'cancelled', cancelOn };
  const { membership, writes, claimed } = await settleEnding(world, now, after);
  return { membership, writes: [now.become(membership), ...writes], claimed };
}

/** The books learn what the dates have done already: its credits rest, or the pause is over (rules P1–P3). */
function bookedPause(world: BillingWorld, now: LoadedScene): Outcome<undefined> {
  const books = bookPause(now.membership, now.snapshot.account.value, now.occasion);
  const event = books.membership.pause === undefined ? 'membership.resumed' : 'membership.paused';
  const subject = pauseSubject(books.membership);
  return { writes: [...pauseWrites(world, now, books), announce(now.event(event, subject))], reply: undefined };
}

function notice(now: LoadedScene, { notice: due }: Extract<BillingAction, { kind: 'notice' }>): Outcome<undefined> {
  const { membership, membershipId } = now;
  const noticesSent = [...(membership.noticesSent ?? []), due.id];
  const about = 'billDate' in due ? { billDate: due.billDate } : { day: due.day };
  return {
    writes: [
      now.become({ ...membership, noticesSent }),
      announce(now.event('membership.notice_due', { membershipId, notice: due.kind, ...about })),
    ],
    reply: undefined,
  };
}
