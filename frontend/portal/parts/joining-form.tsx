import { useEffect } from 'preact/hooks';
import { ProblemError } from '../../../shared/contract/client.ts';
import { consentInWords } from '../../../shared/wording/describe-joining.ts';
import { usePortal } from '../portal-context.ts';
import { joiningDraft } from '../state/draft.ts';
import type { EnrolmentPreview } from '../state/enrolment-preview.ts';
import { joiningProblems, whoJoins } from '../state/joining.ts';
import { useHostedPage } from '../state/use-hosted-page.ts';
import { Consent } from './consent.tsx';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import { ErrorNotice } from './notice.tsx';

/** What pressing the button leads to. */
const nextStep = ({ plan, dueNow }: EnrolmentPreview): 'payment' | 'trial' | 'card' => {
  if (dueNow.amount > 0) return 'payment';
  return plan.trialDays === undefined ? 'card' : 'trial';
};

/** Who joins, and the box that nobody ticks for them; then the provider’s page. What was typed survives coming back. */
export function JoiningForm({ preview, again }: { preview: EnrolmentPreview; again: () => void }) {
  const { business, side, tongue } = usePortal();
  const { access, agreement } = tongue.words;
  const { joining } = agreement;
  const { leave, error } = useHostedPage();
  const typed = joiningDraft.read();
  const isOutdated = error instanceof ProblemError && error.problem.code === 'terms_changed';
  useEffect(() => {
    if (isOutdated) again();
  }, [isOutdated, again]);

  async function send(answers: Readonly<Record<string, string>>) {
    const person = whoJoins(answers, business.locale);
    joiningDraft.keep({ ...person });
    await leave(() =>
      side.public.startEnrolment({
        body: {
          planId: preview.plan.planId,
          ...person,
          language: tongue.language,
          consent: { agreed: true, termsVersion: preview.termsVersion },
        },
      }),
    );
  }

  return (
    <>
      <Form
        label={joining.goOn[nextStep(preview)]}
        check={(answers) => joiningProblems(answers, business.locale, joining)}
        send={send}
      >
        {(problems) => (
          <>
            <div class="names">
              <Field
                label={joining.firstName}
                problem={problems.firstName}
                name="firstName"
                autocomplete="given-name"
                maxLength={60}
                defaultValue={typed.firstName}
              />
              <Field
                label={joining.lastName}
                problem={problems.lastName}
                name="lastName"
                autocomplete="family-name"
                maxLength={60}
                defaultValue={typed.lastName}
              />
            </div>
            <Field
              label={access.email}
              rule={joining.emailRule}
              problem={problems.email}
              name="email"
              type="email"
              inputMode="email"
              autocomplete="email"
              autocapitalize="none"
              spellcheck={false}
              defaultValue={typed.email}
            />
            <Field
              label={joining.phone}
              rule={joining.phoneRule}
              problem={problems.phone}
              name="phone"
              type="tel"
              autocomplete="tel"
              defaultValue={typed.phone}
            />
            {/* Other words are another agreement: nobody has ticked that yet. */}
            <Consent
              key={preview.termsVersion}
              name="consent"
              text={consentInWords(preview, tongue)}
              problem={problems.consent}
            />
          </>
        )}
      </Form>
      <ErrorNotice error={error} />
    </>
  );
}
