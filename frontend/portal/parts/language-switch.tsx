import { Languages } from 'lucide-preact';
import { usePortal } from '../portal-context.ts';

/** One press to the other language, named in that language. */
export function LanguageSwitch() {
  const { tongue, speak } = usePortal();
  const other = tongue.language === 'en' ? 'de' : 'en';
  return (
    <button type="button" class="quiet" lang={other} onClick={() => speak(other)}>
      <Languages aria-hidden="true" size={18} />
      {tongue.words.page.otherLanguage}
    </button>
  );
}
