import { Language } from '../../../shared/domain/business.ts';
import { wordsIn } from '../../../shared/wording/words.ts';

/** The shape of what is coming, as in index.html, so that nothing moves when the page takes over. */
export function Skeleton({ bar = false }: { bar?: boolean }) {
  // Also shown before the business and with it the reader’s tongue is known.
  const { page } = wordsIn(Language.safeParse(document.documentElement.lang).data ?? 'en');
  return (
    <div class="shell">
      <p role="status" class="hidden">
        {page.loading}
      </p>
      {bar && <div class="shell-bar" />}
      <div class="shell-card" />
      <div class="shell-line" />
      <div class="shell-line" />
    </div>
  );
}
