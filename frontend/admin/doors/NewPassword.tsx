import { useState } from 'react';
import { useLocation } from 'wouter';
import { usePage } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { useNotify } from '../parts/Notices.tsx';
import { Door } from './Door.tsx';
import { LinkGate, type MailedLink } from './LinkGate.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SignIn } from './SignIn.tsx';

/** Sets a new password with the link from “Forgot Password”, then asks to sign in with it. */
export function NewPassword({ token }: { token: string | undefined }) {
  const [setFor, setSetFor] = useState<string>();
  if (setFor !== undefined) return <SignInAfter email={setFor} />;
  return (
    <LinkGate token={token} purpose="password_reset">
      {(link, valid) => <Choose link={link} token={valid} onDone={setSetFor} />}
    </LinkGate>
  );
}

function Choose({ link, token, onDone }: { link: MailedLink; token: string; onDone: (email: string) => void }) {
  const { side, speech } = usePage();
  const words = speech.words.doors;
  const notify = useNotify();
  const setting = useSend((password: string) => side.public.resetPassword({ body: { token, password } }));

  async function set(password: string) {
    const reply = await setting.send(password);
    if (!reply) return;
    notify({ text: words.passwordSet });
    onDone(reply.email);
  }

  return (
    <Door title={words.resetTitle} text={words.resetIntro}>
      <PasswordForm
        email={link.email}
        submit={words.setPassword}
        busy={setting.busy}
        error={setting.error}
        onSubmit={(password) => void set(password)}
      />
    </Door>
  );
}

function SignInAfter({ email }: { email: string }) {
  const [, navigate] = useLocation();
  return <SignIn email={email} onSignedIn={() => navigate('/', { replace: true })} />;
}
