import { usePortal } from '../portal-context.ts';
import { ErrorNotice } from './notice.tsx';

/** In place of something that could not be loaded, with the way to try again. */
export function Failed({ error, again }: { error: unknown; again: () => void }) {
  const { tongue } = usePortal();
  return (
    <div class="failed">
      <ErrorNotice error={error} />
      <button type="button" class="secondary" onClick={again}>
        {tongue.words.page.tryAgain}
      </button>
    </div>
  );
}
