import { useId } from 'preact/hooks';

/** A labelled field for several lines of plain text, with its rule above and its problem below. */
export function LongField(props: {
  name: string;
  label: string;
  rule?: string;
  problem: string | undefined;
  maxLength: number;
  rows?: number;
}) {
  const id = useId();
  const { name, label, rule, problem, maxLength, rows = 5 } = props;
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
        <textarea
          id={id}
          name={name}
          rows={rows}
          maxLength={maxLength}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={described === '' ? undefined : described}
        />
      </div>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
