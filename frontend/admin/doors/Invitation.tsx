import { useLocation } from 'wouter';
import { usePage } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Door } from './Door.tsx';
import { LinkGate, type MailedLink } from './LinkGate.tsx';
import { PasswordForm } from './PasswordForm.tsx';

/** A new colleague chooses a password, or enters the one they have, and stands at the desk. */
export function Invitation({ token }: { token: string | undefined }) {
  return (
    <LinkGate token={token} purpose="staff_invitation">
      {(link, valid) => <Accept link={link} token={valid} />}
    </LinkGate>
  );
}

function Accept({ link, token }: { link: MailedLink; token: string }) {
  const { side, business, speech } = usePage();
  const words = speech.words.doors;
  const [, navigate] = useLocation();
  const joining = useSend((password: string) => side.public.acceptStaffInvitation({ body: { token, password } }));
  const salon = business?.name ?? '';

  async function join(password: string) {
    const session = await joining.send(password);
    if (!session) return;
    side.session.adopt(session);
    navigate('/', { replace: true });
  }

  return (
    <Door
      title={link.name === undefined ? words.welcomePlain : words.welcome(link.name)}
      text={link.hasPassword ? words.inviteHasPassword(salon) : words.inviteIntro(salon)}
    >
      <PasswordForm
        email={link.email}
        existing={link.hasPassword}
        submit={words.join}
        busy={joining.busy}
        error={joining.error}
        onSubmit={(password) => void join(password)}
      />
    </Door>
  );
}
