import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useHistoryState } from 'wouter-preact/use-browser-location';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { GoodNotice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';
import { isEmail } from '../state/email.ts';

/** Asks for an address and says the same of every one (000-039, 000-040). */
export function ForgotPassword() {
  const { side, tongue } = usePortal();
  const { access } = tongue.words;
  // From the sign-in form, by the history’s entry: an address in the page’s address would reach logs.
  const typed = useHistoryState<{ email?: string } | null>()?.email;
  const [sentTo, setSentTo] = useState<string>();
  return (
    <Screen title={access.forgotPassword} kind="narrow">
      <GoodNotice text={sentTo && access.linkSent(sentTo)} />
      {sentTo === undefined && (
        <>
          <p>{access.forgotExplained}</p>
          <Form
            label={access.sendLink}
            check={({ email }) => ({ email: isEmail(email) ? undefined : access.emailMissing })}
            send={async ({ email = '' }) => {
              await side.public.requestPasswordReset({ body: { email: email.trim(), audience: 'member' } });
              setSentTo(email.trim());
            }}
          >
            {({ email }) => (
              <Field
                label={access.email}
                problem={email}
                name="email"
                type="email"
                inputMode="email"
                autocomplete="username"
                autocapitalize="none"
                spellcheck={false}
                defaultValue={typed}
              />
            )}
          </Form>
        </>
      )}
      <p>
        <Link href="/portal" class="more">
          {access.backToSignIn}
        </Link>
      </p>
    </Screen>
  );
}
