import type { CancellationView } from '../../shared/contract/cancellation-views.ts';
import { cancellationInWords, undoPauseInWords } from '../../shared/wording/describe-cancellation.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import { cancellationView } from '../billing/cancellation-view.ts';
import { droppedPauseIn } from '../billing/dropped-pause.ts';
import { isCancelled } from '../billing/end-membership.ts';
import { nextPlanOf } from '../store/configuration.ts';
import { taxAt } from '../views/tax-at.ts';
import { cancelPage, endsOnline } from './cancel-page.ts';
import { toMember } from './member-letter.ts';
import { membershipAt } from './membership-at.ts';

/**
 * The confirmation of a cancellation (rule K6): the facts that the preview has shown, the same sentences, how to take it
 * back and how to return.
 */
export const membershipCancelled = toMember(async (cause, member, { name, tongue }, { table }) => {
  const { event, configuration, site } = cause;
  const found = membershipAt(cause, member);
  // Taken back before the mail could leave.
  if (!found || !isCancelled(found.membership)) return 'superseded';
  const { membership, plan, today } = found;
  const business = configuration.business.value;
  const { business: slug, subject } = event;
  const scene = {
    ...{ slug, memberId: membership.memberId, membership, plan, business, configuration, snapshot: member },
    nextPlan: nextPlanOf(configuration, membership) ?? plan,
    ...{ tax: taxAt(configuration, membership.locationId), occasion: { today } },
  };
  const view = await cancellationView({ table }, scene, membership);
  // What nobody can take back is told by the event alone.
  const dropsPause = view.dropsPause ?? droppedPauseIn(subject);
  const pauses = {
    ...(dropsPause === undefined ? {} : { dropsPause }),
    ...(subject.endsPause === undefined ? {} : { endsPause: true as const }),
  };
  const voids =
    typeof subject.voids === 'number' ? { voids: { amount: subject.voids, currency: business.currency } } : {};
  const services = configuration.services.map(({ value }) => value);
  const said = cancellationInWords(
    { ...view, ...pauses, ...voids },
    { plan, services, currency: business.currency, today, isKept: true },
    tongue,
  );
  const words = mailsIn(tongue.language).membership.cancelled({
    business: business.name,
    name,
    rows: said.rows,
    left: said.left,
    isOver: view.atOnce,
    because: subject.because === 'payment_failed' ? 'payment_failed' : undefined,
    undo: undoWays(view, tongue, endsOnline(membership, business) ? cancelPage(site, membership) : undefined),
    portal: `${site}/portal`,
  });
  return { kind: 'membership_cancelled', words };
});

/** How it is taken back, and what then comes next. */
function undoWays({ undo }: CancellationView, tongue: Tongue, page: string | undefined) {
  if (undo === undefined) return undefined;
  const { locale } = tongue;
  const { nextBill } = undo;
  return {
    page,
    pause: undoPauseInWords(undo, tongue, (date) => formatDate(date, locale)),
    nextBill: nextBill && { amount: formatMoney(nextBill.amount, locale), day: formatDate(nextBill.on, locale) },
  };
}
