import { Eye, EyeOff } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { usePortal } from '../portal-context.ts';
import { leastPassword } from '../state/password.ts';
import { Field } from './field.tsx';

/** A password that can be shown while typing. `new` states the rules before anything is typed. */
export function PasswordField({ kind, problem }: { kind: 'new' | 'current'; problem: string | undefined }) {
  const { access } = usePortal().tongue.words;
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={kind === 'new' ? access.newPassword : access.password}
      {...(kind === 'new' ? { rule: access.passwordRules(leastPassword) } : {})}
      problem={problem}
      name="password"
      type={shown ? 'text' : 'password'}
      autocomplete={kind === 'new' ? 'new-password' : 'current-password'}
      autocapitalize="none"
      spellcheck={false}
      beside={
        <button
          type="button"
          class="beside"
          aria-pressed={shown}
          aria-label={access.showPassword}
          title={shown ? access.hidePassword : access.showPassword}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden="true" size={20} /> : <Eye aria-hidden="true" size={20} />}
        </button>
      }
    />
  );
}
