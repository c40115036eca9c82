import { Language } from '../../../shared/domain/business.ts';

const key = 'language';

/** The language the reader chose on this device, if any. A browser that forbids storage simply forgets it. */
export function chosenLanguage(storage: () => Storage = () => localStorage): Language | undefined {
  try {
    return Language.safeParse(storage().getItem(key)).data;
  } catch {
    return undefined;
  }
}

export function rememberLanguage(language: Language, storage: () => Storage = () => localStorage): void {
  try {
    storage().setItem(key, language);
  } catch {
    // Private windows may forbid it; the choice then lasts as long as the page.
  }
}

/** What the browser prefers, for as long as the business’s own language is not known. */
export const browserLanguage = (preferred: readonly string[]): Language =>
  preferred.map((tag) => Language.safeParse(tag.slice(0, 2)).data).find((language) => language !== undefined) ?? 'en';
