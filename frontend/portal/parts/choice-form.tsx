import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** Choices that show what they mean at once; nothing is sent by them. */
export function ChoiceForm(props: {
  chosen: (answers: Readonly<Record<string, string>>) => void;
  children: ComponentChildren;
}) {
  const form = useRef<HTMLFormElement>(null);
  function read() {
    if (form.current === null) return;
    props.chosen(Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)])));
  }
  return (
    <form ref={form} noValidate onInput={read} onSubmit={(event) => event.preventDefault()}>
      {props.children}
    </form>
  );
}
