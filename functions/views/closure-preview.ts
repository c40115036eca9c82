import type { ClosurePreview, ClosureSample } from '../../shared/contract/staff/closure-operations.ts';
import { daysBetween } from '../../shared/domain/calendar.ts';
import { addCounts, type Closure, nobodyYet } from '../../shared/domain/closure.ts';
import { fullName } from '../../shared/domain/member.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { closingOf } from '../billing/close-salon.ts';
import type { LoadedScene } from '../billing/scene.ts';
import { upcomingCharge } from './charge-view.ts';
import { creditsInPause, pausedCredits } from './pause-preview.ts';

/** Memberships that are shown as they would be, of each part. */
const mostSamples = 3;

type Days = Pick<Closure, 'from' | 'until'>;

/** What a closure would do to some clients, by the function that will also do it (rule P10). */
export function closurePreview(
  clients: readonly { readonly scenes: readonly LoadedScene[] }[],
  closure: Days,
  currency: ClosurePreview['moved']['total']['currency'],
): ClosurePreview {
  const scenes = clients.flatMap((client) => client.scenes);
  const decided = scenes.map((scene) => ({ scene, closing: closingOf(scene, closure) }));
  const samples = decided.flatMap(({ scene, closing }) =>
    closing.kind === 'pauses' ? [sampleOf(scene, closing.membership)] : [],
  );
  const moving = samples.flatMap(({ bill }) => (bill !== undefined && bill.after !== bill.before ? [bill] : []));
  const excluded = decided.flatMap(({ scene, closing }) =>
    closing.kind === 'excluded' ? [{ memberId: scene.memberId, name: nameOf(scene), why: closing.why }] : [],
  );
  const counts = [
    { ...nobodyYet, clients: clients.length, done: samples.length },
    ...excluded.map(({ why }) => ({ ...nobodyYet, excluded: { [why]: 1 } })),
  ];
  return {
    days: daysBetween(closure.from, closure.until),
    count: counts.reduce(addCounts, nobodyYet),
    moved: {
      bills: moving.length,
      total: { amount: moving.reduce((sum, { amount }) => sum + amount.amount, 0), currency },
    },
    visits: samples
      .flatMap(({ credits }) => credits)
      .reduce((sum, { kind, rests, available }) => sum + (kind === 'visits' && rests ? available : 0), 0),
    // Those to whom most happens say most.
    samples: samples.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, mostSamples),
    excluded,
  };
}

const nameOf = ({ snapshot }: LoadedScene): string => fullName(snapshot.profile);

const weightOf = ({ bill, credits }: ClosureSample): number =>
  (bill !== undefined && bill.after !== bill.before ? 2 : 0) + Math.min(1, credits.length);

function sampleOf(scene: LoadedScene, closed: Membership): ClosureSample {
  const { memberId, membership, membershipId, plan, configuration, snapshot, occasion } = scene;
  const { account } = snapshot;
  const bill = (of: Membership) => upcomingCharge(of, configuration, occasion.today, snapshot);
  const [before, after] = [bill(membership), bill(closed)];
  return {
    memberId,
    name: nameOf(scene),
    plan: plan.name,
    ...(before === undefined || after === undefined
      ? {}
      : { bill: { before: before.on, after: after.on, amount: after.total } }),
    credits: pausedCredits(
      membershipId,
      account.value,
      creditsInPause(closed, account.value, occasion),
      occasion.today,
    ),
  };
}
