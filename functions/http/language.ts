import { Language } from '../../shared/domain/business.ts';

/** The first language of an `accept-language` header that we speak; undefined without one. */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  for (const part of (header ?? '').split(',')) {
    const parsed = Language.safeParse(part.trim().slice(0, 2).toLowerCase());
    if (parsed.success) return parsed.data;
  }
  return undefined;
}
