import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A labelled input with its rule above and its problem beside it. What was typed stays, whatever is refused. */
export function Field(
  props: {
    label: string;
    rule?: string;
    problem?: string | undefined;
    beside?: ComponentChildren;
  } & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'label'>,
) {
  const id = useId();
  const { label, rule, problem, beside, ...input } = props;
  const described = [rule && `${id}-rule`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rule && (
        <p class="rule" id={`${id}-rule`}>
          {rule}
        </p>
      )}
      <div class="input">
        <input
          {...input}
          id={id}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={described === '' ? undefined : described}
        />
        {beside}
      </div>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
