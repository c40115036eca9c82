import { grantPeriod } from '../../shared/domain/credit-period.ts';
import { awaitingFirstCharge } from '../../shared/domain/first-payment.ts';
import { periodInvoiceId } from '../../shared/domain/ids.ts';
import { enrol, isWaiting, type Membership } from '../../shared/domain/membership.ts';
import { periodLines, totalOf } from '../../shared/domain/period-invoice.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import { type DeskPayment, settleAtDesk } from '../billing/desk-invoice.ts';
import { accountOf } from '../billing/person.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { type LoadedScene, sceneOf } from '../billing/scene.ts';
import type { Handler } from '../http/request.ts';
import { type Configuration, newestPlans } from '../store/configuration.ts';
import { announce } from '../store/event-writes.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { membershipWrite } from '../store/membership-writes.ts';
import type { Write } from '../store/table.ts';
import { creditGroups } from '../views/credit-view.ts';
import { personOf } from './billing-person.ts';

type Request = Parameters<typeof enrolMember>[0];

/** A first period that was paid at the desk comes with its receipt; nobody is billed for one that is brought over. */
export const enrolMember: Handler<'staff', 'enrolMember'> = async (request) => {
  const { body, path, today, at, staff, requestId, idempotencyKey = requestId } = request;
  const { planId, planVersion, startsOn, payment = 'at_the_desk', paidBy, locationId } = body;
  const membershipId = request.newId('membership');
  return request.change(async () => {
    const configuration = await request.reloadConfiguration();
    const plan = newestPlans(configuration).find((candidate) => candidate.planId === planId);
    refuseUnless(plan, 'not_found');
    refuseUnless(planVersion === undefined || planVersion === plan.version, 'conflicting_change');
    refuseUnless(isPlace(configuration, locationId), 'not_found');
    const snapshot = await request.loadMember();
    if (payment === 'card') accountOf(configuration);
    else refuseUnless(!snapshot.billing.value.payLaterDisabled, 'pay_later_disabled');
    const enrolled = enrol({
      membershipId,
      memberId: path.memberId,
      plan,
      startsOn,
      today,
      at,
      existing: snapshot.memberships.map(({ value }) => value),
      payment,
      ...(locationId === undefined ? {} : { locationId }),
    });
    const membership = paidBy === undefined ? awaitingFirstCharge(enrolled, today) : enrolled;
    const scene = sceneOfNew(request, configuration, snapshot, membership);
    const desk = paidBy && { method: paidBy, staffId: staff.staffId, askId: idempotencyKey };
    const { writes, account } = await firstPeriod(request, scene, desk);
    const { policies } = configuration.business.value;
    return {
      writes: [...writes, announce(scene.event('membership.enrolled', { membershipId, planId }))],
      reply: {
        membershipId,
        status: standingOf(membership, today, policies).status,
        credits: creditGroups(account, today, policies),
      },
    };
  });
};

const isPlace = ({ locations }: Configuration, locationId: string | undefined): boolean =>
  locationId === undefined || locations.some(({ value }) => value.locationId === locationId);

/** The scene of a membership that is not written yet. */
function sceneOfNew(
  request: Request,
  configuration: Configuration,
  snapshot: MemberSnapshot,
  membership: Membership,
): LoadedScene {
  const { slug, path, today, instance } = request;
  const { memberId } = path;
  const { membershipId } = membership;
  const unwritten = { value: membership, version: 0 };
  const about = { ...personOf(request, memberId), membershipId };
  const scene = sceneOf(billingWorldOf(request), about, configuration, snapshot, unwritten);
  const place = { slug, terms: scene.terms, today, tzdata: instance.tzdata };
  return { ...scene, become: (after) => membershipWrite(undefined, after, place) };
}

/** The membership with the credits that it begins with and, when it was paid at the desk, the paid invoice. */
async function firstPeriod(
  request: Request,
  scene: LoadedScene,
  desk: DeskPayment | undefined,
): Promise<{ readonly writes: readonly Write[]; readonly account: MemberSnapshot['account']['value'] }> {
  const { membership, membershipId, snapshot, plan, tax, occasion } = scene;
  const { period } = membership;
  const invoiceId = periodInvoiceId(membershipId, period.index);
  if (desk !== undefined && period.index >= 0) {
    const bill = { invoiceId, period, attempt: 1, amount: totalOf(periodLines(plan, period, tax)) };
    const { writes, reply } = await settleAtDesk(request.instance, scene, bill, desk);
    return { writes, account: reply.credits.account };
  }
  const account = snapshot.account.value;
  const granted = isWaiting(membership)
    ? { account, entries: [] }
    : grantPeriod(account, membership, plan, { ...occasion, causeId: invoiceId });
  return {
    writes: [scene.become(membership), ...request.creditWrites(snapshot, granted)],
    account: granted.account,
  };
}
