import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { isCounted } from '../../../shared/domain/plan.ts';
import { endInPause } from '../../../shared/wording/describe-pause.ts';
import { useDesk } from '../app/desk.ts';
import { usePage } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { Section } from '../parts/Section.tsx';
import { MemberTerms } from '../plans/MemberTerms.tsx';
import { benefitWords } from '../plans/plan-words.ts';
import { sayCharge, sayFailed } from './payment-script.ts';
import styles from './Script.module.css';
import { billAhead, creditsByDay, creditsFor, perPlan, sayBill, sayUse, toldOf } from './standing-words.ts';

/** The questions people ask at the desk, answered with this client's numbers (000-045 … 000-048, 000-051). */
export function Script({ page }: { page: MemberPage }) {
  const { speech } = usePage();
  const { settings } = useDesk();
  const { timeZone, features } = settings.business;
  const words = speech.words.profile;
  const { amountOf, nameOf } = useCreditWords(page.services);
  const write = (date: string) => speech.date(date);
  const told = toldOf(page.memberships);
  const perEach = (say: (membership: MembershipView) => readonly string[]) => perPlan(told, say, words.sayOf);

  const credits = creditsByDay(page.credits).map(({ group, bucket }) => {
    const what = amountOf(group.kind, bucket.available, group.serviceIds);
    return bucket.expiresOn === undefined
      ? words.sayCreditsForever(what)
      : words.sayCredits(what, write(bucket.expiresOn));
  });
  const answers: [string, readonly string[]][] = [
    [words.scriptCredits, [...(credits.length === 0 ? [words.sayNoCredits] : credits), ...perEach(comingAndConstant)]],
  ];

  /** When new credits come, and what needs none: discounts and unlimited benefits. */
  function comingAndConstant({ nextBill, plan, status, usability }: MembershipView): string[] {
    if (usability === 'over') return [];
    const counted = plan.benefits.some(isCounted);
    const more =
      credits.length === 0 && counted && nextBill.kind === 'on' ? [words.sayMoreOn(write(nextBill.date))] : [];
    const constant = status === 'paused' ? [] : plan.benefits.filter((benefit) => !isCounted(benefit));
    return [...more, ...constant.map((benefit) => words.sayAlways(benefitWords(benefit, nameOf, speech)))];
  }

  if (page.billing && page.memberships.some(({ open }) => open !== undefined)) {
    answers.unshift([words.scriptFailed, sayFailed(page.billing, timeZone, speech)]);
  }
  if (told.length > 0) {
    answers.push([words.scriptBill, perEach((membership) => [sayBill(billAhead(membership), write, words)])]);
    const charge = perEach((membership) => sayCharge(membership, page.billing, speech));
    if (charge.length > 0) answers.push([words.scriptCharge, charge]);
    answers.push([
      words.scriptUse,
      perEach((membership) => {
        const ends = endInPause(membership, speech.tongue, write);
        return [sayUse(membership, creditsFor(membership, page.credits), words), ...(ends === undefined ? [] : [ends])];
      }),
    ]);
  }
  if (page.portal) answers.push([words.scriptPortal, [portalAnswer(page, words)]]);
  const login = page.portal?.logins[0]?.email;
  if (page.portal?.mismatch && login && page.details.email) {
    answers.push([words.scriptMissing, [words.sayMismatch(login, page.details.email)]]);
  }

  return (
    <Section framed title={words.script}>
      <dl className={styles.script}>
        {answers.map(([question, sentences]) => (
          <div key={question}>
            <dt>{question}</dt>
            {sentences.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
          </div>
        ))}
      </dl>
      {told
        .filter(({ usability }) => usability !== 'over')
        .map((membership) => (
          <details key={membership.membershipId} className={styles.rules}>
            <summary>{words.scriptRules(membership.plan.name)}</summary>
            <MemberTerms
              plan={membership.plan}
              about={{
                payment: membership.payment,
                wayOut: membership.enrolledVia === 'online' ? 'online' : 'salon',
                changesPlan: features.memberChangesPlan,
                lastBill: membership.lastBill,
              }}
              services={page.services}
            />
          </details>
        ))}
    </Section>
  );
}

function portalAnswer(page: MemberPage, words: ReturnType<typeof usePage>['speech']['words']['profile']): string {
  if (page.portal?.state === 'can_sign_in') return words.sayPortal(`${location.host}/portal`);
  return page.details.email === undefined ? words.sayPortalEmail : words.sayPortalInvite(page.details.email);
}
