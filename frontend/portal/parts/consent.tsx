import { useId } from 'preact/hooks';

/** A box to tick, never ticked beforehand, with what it means beside it and its problem below. */
export function Consent({ name, text, problem }: { name: string; text: string; problem: string | undefined }) {
  const id = useId();
  return (
    <div class="consent">
      <label>
        <input
          type="checkbox"
          name={name}
          required
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        />
        <span>{text}</span>
      </label>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
