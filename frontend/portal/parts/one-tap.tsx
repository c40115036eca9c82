import { useId } from 'preact/hooks';

/** A choice among a few in one tap: native radio buttons that look like the words themselves. */
export function OneTap(props: {
  name: string;
  label: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  chosen?: string | undefined;
  problem?: string | undefined;
}) {
  const id = useId();
  const { name, label, choices, chosen, problem } = props;
  return (
    <fieldset class="one-tap" aria-describedby={problem === undefined ? undefined : id}>
      <legend>{label}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="radio" name={name} value={choice.value} defaultChecked={choice.value === chosen} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p class="problem" id={id}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
