import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { LinkScreen } from '../parts/link-screen.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';
import { isTooShort, leastPassword } from '../state/password.ts';
import { SignIn } from './sign-in.tsx';

/** Sets a new password with a link from a mail, then signs in with it. */
export function NewPassword() {
  const { side, tongue } = usePortal();
  const { access } = tongue.words;
  const [, navigate] = useLocation();
  const [saved, setSaved] = useState<{ email: string }>();
  if (saved !== undefined) return <SignIn news={access.passwordSaved} email={saved.email} />;

  async function save(token: string, password: string) {
    const { audience, email } = await side.public.resetPassword({ body: { token, password } });
    if (audience === 'staff') {
      location.assign('/admin');
      return;
    }
    // The password is saved whatever happens now: a sign-in that fails must not look as if saving had.
    await side.session.signIn({ email, password }).then(
      () => navigate('/portal', { replace: true }),
      () => setSaved({ email }),
    );
  }

  return (
    <LinkScreen>
      {(link, token) => (
        <Screen title={access.resetTitle} kind="narrow">
          <p>{access.resetExplained}</p>
          <Form
            label={access.savePassword}
            check={({ password = '' }) => ({
              password: isTooShort(password) ? access.passwordTooShort(leastPassword) : undefined,
            })}
            send={({ password = '' }) => save(token, password)}
          >
            {({ password }) => (
              <>
                <Field label={access.email} type="email" autocomplete="username" value={link.email ?? ''} readOnly />
                <PasswordField kind="new" problem={password} />
              </>
            )}
          </Form>
        </Screen>
      )}
    </LinkScreen>
  );
}
