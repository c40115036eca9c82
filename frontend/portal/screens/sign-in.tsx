import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { GoodNotice } from '../parts/notice.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';
import { isEmail } from '../state/email.ts';

/** Signing in, in place of whatever page was asked for: its address stays, so a deep link survives (004-002). */
export function SignIn({ news, email }: { news?: string | undefined; email?: string | undefined }) {
  const { business, side, tongue } = usePortal();
  const { access } = tongue.words;
  const [typed, setTyped] = useState(email ?? '');
  return (
    <Screen title={access.signInTo(business.name)} heading="card" kind="narrow">
      <GoodNotice text={news} />
      <Form
        label={access.signIn}
        check={(answers) => ({
          email: isEmail(answers.email) ? undefined : access.emailMissing,
          password: answers.password ? undefined : access.passwordMissing,
        })}
        send={async ({ email: given = '', password = '' }) => {
          await side.session.signIn({ email: given.trim(), password });
        }}
      >
        {(problems) => (
          <>
            <Field
              label={access.email}
              problem={problems.email}
              name="email"
              type="email"
              inputMode="email"
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              defaultValue={email}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <PasswordField kind="current" problem={problems.password} />
          </>
        )}
      </Form>
      <p>
        <Link href="/portal/forgot-password" state={{ email: typed }} class="more">
          {access.forgotPassword}
        </Link>
      </p>
      <p class="muted">{access.notInvited}</p>
      <p>
        <Link href="/#memberships" class="more">
          {access.notAMember}
        </Link>
      </p>
    </Screen>
  );
}
