import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';

interface PasswordFormProps {
  readonly email: string | undefined;
  readonly existing?: boolean;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (password: string) => void;
}

const leastLength = 12;

/** One password field. The address stands beside it so that a password manager files it right. */
export function PasswordForm({ email, existing = false, submit, busy, error, onSubmit }: PasswordFormProps) {
  const words = useWords().doors;
  const [password, setPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);

  function send(event: FormEvent) {
    event.preventDefault();
    const short = !existing && password.length < leastLength;
    setTooShort(short);
    if (!short) onSubmit(password);
  }

  return (
    <form onSubmit={send} noValidate>
      {email && (
        <TextInput label={words.email} type="email" autoComplete="username" value={email} readOnly variant="filled" />
      )}
      <PasswordInput
        label={existing ? words.password : words.newPassword}
        {...(existing || tooShort ? {} : { description: words.newPasswordHint })}
        autoComplete={existing ? 'current-password' : 'new-password'}
        autoFocus
        value={password}
        error={tooShort && words.passwordTooShort}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Failure error={error} />
      <Button type="submit" loading={busy} fullWidth>
        {submit}
      </Button>
    </form>
  );
}
