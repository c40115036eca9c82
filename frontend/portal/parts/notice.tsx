import { CircleAlert, CircleCheck } from 'lucide-preact';
import { errorWords } from '../../common/error-words.ts';
import { usePortal } from '../portal-context.ts';

/** What went wrong, read out at once. Nothing is rendered without an error, but the place is there to be announced in. */
export function ErrorNotice({ error }: { error: unknown }) {
  const { tongue } = usePortal();
  return (
    <div role="alert">
      {error !== undefined && (
        <p class="notice bad">
          <CircleAlert aria-hidden="true" size={20} />
          <span>{errorWords(error, tongue.language)}</span>
        </p>
      )}
    </div>
  );
}

/** What went well, read out when the reader pauses. */
export function GoodNotice({ text }: { text: string | undefined }) {
  return (
    <div role="status">
      {text !== undefined && (
        <p class="notice good">
          <CircleCheck aria-hidden="true" size={20} />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
