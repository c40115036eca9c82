import { useLocation } from 'wouter-preact';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { LinkScreen } from '../parts/link-screen.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';
import { isTooShort, leastPassword } from '../state/password.ts';

/** Accepts an invitation: a password to choose, or one press for who has one. Opening it does nothing (scanners open links). */
export function Invitation() {
  const { side, tongue } = usePortal();
  const { access } = tongue.words;
  const [, navigate] = useLocation();
  return (
    <LinkScreen>
      {(link, token) => {
        if (link.audience === 'staff') return <ForTheTeam token={token} />;
        const accept = async (body: { token: string; password?: string }) => {
          side.session.adopt(await side.public.acceptInvitation({ body }));
          navigate('/portal', { replace: true });
        };
        return (
          <Screen title={access.invitationTitle(link.name)} heading="card" kind="narrow">
            <p>{link.hasPassword ? access.welcomeBackExplained : access.invitationExplained}</p>
            {link.hasPassword ? (
              <Form label={access.openMembership} check={() => ({})} send={() => accept({ token })}>
                {() => null}
              </Form>
            ) : (
              <Form
                label={access.openMembership}
                check={({ password = '' }) => ({
                  password: isTooShort(password) ? access.passwordTooShort(leastPassword) : undefined,
                })}
                send={({ password = '' }) => accept({ token, password })}
              >
                {({ password }) => (
                  <>
                    <Field
                      label={access.email}
                      type="email"
                      autocomplete="username"
                      value={link.email ?? ''}
                      readOnly
                    />
                    <PasswordField kind="new" problem={password} />
                  </>
                )}
              </Form>
            )}
          </Screen>
        );
      }}
    </LinkScreen>
  );
}

function ForTheTeam({ token }: { token: string }) {
  const { access } = usePortal().tongue.words;
  return (
    <Screen title={access.forTeamTitle} kind="narrow">
      <p>{access.forTeamExplained}</p>
      <p>
        <a href={`/admin/invitation#${token}`} class="primary">
          {access.forTeamOpen}
        </a>
      </p>
    </Screen>
  );
}
