import { Alert, Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { Info } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { usePage } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { Door } from './Door.tsx';

interface SignInProps {
  readonly email?: string;
  /** Why somebody who was at the desk stands here again. */
  readonly notice?: string;
  readonly onSignedIn?: () => void;
}

/** Staff sign in with e-mail and password. A refusal keeps what was typed. */
export function SignIn({ email: given = '', notice, onSignedIn }: SignInProps) {
  const { side, speech } = usePage();
  const words = speech.words.doors;
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState('');
  const signing = useSend(side.session.signIn);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await signing.send({ email, password })) onSignedIn?.();
  }

  return (
    <Door title={words.signIn}>
      {notice && (
        <Alert color="orange" icon={<Info size={18} aria-hidden />} role="alert">
          {notice}
        </Alert>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label={words.email}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus={given === ''}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          autoFocus={given !== ''}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Failure error={signing.error} />
        <Button type="submit" loading={signing.busy} fullWidth>
          {words.signIn}
        </Button>
      </form>
      <Anchor component={Link} href="/forgot-password" size="sm">
        {words.forgot}
      </Anchor>
    </Door>
  );
}
