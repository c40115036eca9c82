import type { Language } from '../../shared/domain/business.ts';
import { type EnrolmentOffer, enrolmentOffer, termsVersionOf } from '../../shared/domain/online-enrolment.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { consentInWords } from '../../shared/wording/describe-joining.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { type Configuration, newestPlans } from '../store/configuration.ts';
import { type Enrolment, insertEnrolment } from '../store/enrolment-row.ts';
import { planView } from '../views/plan-view.ts';
import { taxAt } from '../views/tax-at.ts';
import { returnUrl } from './open-checkout.ts';
import { accountOf } from './person.ts';
import type { BillingWorld } from './world.ts';

/** A plan that can be joined online. Refusals: `not_found`, `plan_not_offered`, `payments_not_connected`. */
export function planToJoin(configuration: Configuration, planId: string): PlanVersion {
  const plan = newestPlans(configuration).find((candidate) => candidate.planId === planId);
  refuseUnless(plan, 'not_found');
  refuseUnless(plan.offered, 'plan_not_offered');
  accountOf(configuration);
  return plan;
}

/** What a visitor entered and agreed to. */
export interface Joining {
  readonly planId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly language: Language;
  readonly termsVersion: string;
}

/**
 * Keeps what a visitor entered and opens the provider's page: to pay the first period, or to leave a card when a trial
 * comes first. Whether the address is known here is not looked up: nobody may learn it from the answer.
 * Refusals: those of `planToJoin`, `terms_changed` when they are not those that were read.
 */
export async function startEnrolment(
  world: BillingWorld,
  configuration: Configuration,
  joining: Joining,
  call: { readonly at: number; readonly today: LocalDate; readonly requestId: string },
): Promise<string> {
  const business = configuration.business.value;
  const { slug } = business;
  const { at, today, requestId } = call;
  const { termsVersion, language, ...person } = joining;
  const plan = planToJoin(configuration, joining.planId);
  const offer = enrolmentOffer(plan, today, taxAt(configuration, undefined));
  refuseUnless(termsVersion === termsVersionOf(plan, business, offer), 'terms_changed');
  const { dueNow } = offer;
  const newId = (kind: Parameters<typeof world.chance.newId>[0]) => world.chance.newId(kind, at);
  const enrolment: Enrolment = {
    enrolmentId: newId('enrolment'),
    memberId: newId('member'),
    membershipId: newId('membership'),
    invitationId: newId('invitation'),
    planVersion: plan.version,
    ...withoutUndefined(person),
    language,
    consent: { termsVersion, text: consentText(configuration, plan, offer, language), at, language },
    startedAt: at,
  };
  await world.table.commit([insertEnrolment(slug, enrolment)]);
  const site = world.siteOf(slug);
  const { url } = await world.payments.openCheckout(accountOf(configuration), {
    purpose: 'enrolment',
    email: joining.email,
    language,
    successUrl: returnUrl(site),
    cancelUrl: `${site}/portal/join/${joining.planId}`,
    metadata: { business: slug, enrolmentId: enrolment.enrolmentId },
    ...(dueNow === 0
      ? {}
      : { payment: { amount: dueNow, currency: business.currency, label: plan.name, savesCard: true } }),
    key: `checkout.${requestId}`,
  });
  return url;
}

function withoutUndefined({ phone, ...rest }: Omit<Joining, 'termsVersion' | 'language'>) {
  return { ...rest, ...(phone === undefined ? {} : { phone }) };
}

/** The very words beside the box: the page words them with the same function from the same numbers. */
function consentText(
  configuration: Configuration,
  plan: PlanVersion,
  { dueNow, nextBill, lastBill }: EnrolmentOffer,
  language: Language,
): string {
  const { currency, locale } = configuration.business.value;
  const money = (amount: number) => ({ amount, currency });
  return consentInWords(
    {
      plan: planView(plan, configuration),
      dueNow: money(dueNow),
      lastBill,
      ...(nextBill === undefined ? {} : { nextBill: { on: nextBill.on, amount: money(nextBill.amount) } }),
    },
    tongueOf(language, locale),
  );
}
