import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ErrorNotice } from './notice.tsx';

export type Problems = Readonly<Record<string, string | undefined>>;
export type Answers = Readonly<Record<string, string>>;

/**
 * A form that says what is wrong beside the field and puts the cursor there, and that cannot be sent twice at once.
 * `check` finds problems before sending; `send` rejects with what the notice then says.
 */
export function Form(props: {
  check: (answers: Answers) => Problems;
  send: (answers: Answers) => Promise<void>;
  label: string;
  children: (problems: Problems) => ComponentChildren;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Problems>({});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function submit(event: Event) {
    event.preventDefault();
    if (form.current === null || busy) return;
    const data = new FormData(form.current);
    const answers = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
    const found = props.check(answers);
    setProblems(found);
    setError(undefined);
    const first = Object.keys(found).find((name) => found[name] !== undefined);
    if (first !== undefined) {
      form.current.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setBusy(true);
    try {
      await props.send(answers);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form ref={form} noValidate onSubmit={submit} aria-busy={busy}>
      {props.children(problems)}
      <ErrorNotice error={error} />
      <button type="submit" class="primary" aria-disabled={busy}>
        {props.label}
      </button>
    </form>
  );
}
