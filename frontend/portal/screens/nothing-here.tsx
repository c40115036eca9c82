import { Link } from 'wouter-preact';
import { Language } from '../../../shared/domain/business.ts';
import { wordsIn } from '../../../shared/wording/words.ts';
import { errorWords } from '../../common/error-words.ts';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';

/** Before a business is known, the browser’s language has to do. */
const language = () => Language.safeParse(document.documentElement.lang).data ?? 'en';

export function NotASalon() {
  const { page } = wordsIn(language());
  return (
    <main class="narrow bare">
      <h1>{page.notASalon}</h1>
      <p>{page.notASalonExplained}</p>
    </main>
  );
}

export function Unreachable({ error, again }: { error: unknown; again: () => void }) {
  const { page } = wordsIn(language());
  return (
    <main class="narrow bare">
      <h1>{page.somethingWrong}</h1>
      <p role="alert">{errorWords(error, language())}</p>
      <button type="button" class="primary" onClick={again}>
        {page.tryAgain}
      </button>
    </main>
  );
}

export function PageMissing() {
  const { page } = usePortal().tongue.words;
  return (
    <Screen title={page.pageMissing} kind="narrow">
      <p>{page.pageMissingExplained}</p>
      <Link href="/portal" class="primary">
        {page.toMembership}
      </Link>
    </Screen>
  );
}
