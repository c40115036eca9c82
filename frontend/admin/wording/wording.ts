import type { Language } from '../../../shared/domain/business.ts';
import * as de from './de/index.ts';
import * as en from './en/index.ts';

/** Every sentence of the staff page, by screen. German has the shape of English by type. */
export type Wording = typeof en;

export const wordings: Readonly<Record<Language, Wording>> = { en, de };
