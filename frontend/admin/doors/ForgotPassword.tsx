import { Alert, Anchor, Button, TextInput } from '@mantine/core';
import { MailCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { usePage } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { Door } from './Door.tsx';

/** Asks for a link to set a new password; says the same for every address (000-040). */
export function ForgotPassword() {
  const { side, speech } = usePage();
  const words = speech.words.doors;
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const asking = useSend((address: string) =>
    side.public.requestPasswordReset({ body: { email: address, audience: 'staff' } }),
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await asking.send(email)) setSentTo(email);
  }

  return (
    <Door title={words.forgot} {...(sentTo === undefined ? { text: words.forgotIntro } : {})}>
      {sentTo === undefined ? (
        <form onSubmit={(event) => void submit(event)}>
          <TextInput
            label={words.email}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Failure error={asking.error} />
          <Button type="submit" loading={asking.busy} fullWidth>
            {words.sendLink}
          </Button>
        </form>
      ) : (
        <Alert color="plum" icon={<MailCheck size={18} aria-hidden />} role="status">
          {words.linkSent(sentTo)}
        </Alert>
      )}
      <Anchor component={Link} href="/" size="sm">
        {words.backToSignIn}
      </Anchor>
    </Door>
  );
}
