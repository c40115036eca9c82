import type { TaxRule } from '../../../shared/domain/tax.ts';
import type { Wording } from '../wording/wording.ts';

/** A tax as it stands in a form. `none` is no tax of its own. */
export interface TaxDraft {
  readonly mode: TaxRule['mode'] | 'none';
  readonly name: string;
  /** Percent, as typed. */
  readonly rate: string;
}

const percent = (basisPoints: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(basisPoints / 100);

export const taxDraftOf = (tax: TaxRule | undefined, locale: string): TaxDraft => ({
  mode: tax?.mode ?? 'none',
  name: tax?.name ?? '',
  rate: tax === undefined ? '' : percent(tax.basisPoints, locale),
});

const most = 5000;

/** “8.875” or “19 %” in basis points, to a hundredth of a percent; undefined outside 0.01 to 50. */
export function readBasisPoints(typed: string): number | undefined {
  const text = typed.replace('%', '').trim().replace(',', '.');
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(text)) return undefined;
  const basisPoints = Math.round(Number(text) * 100);
  return basisPoints >= 1 && basisPoints <= most ? basisPoints : undefined;
}

export interface TaxProblems {
  readonly name?: string;
  readonly rate?: string;
}

/** The rule that a draft states, none for `none`, and what is wrong with its fields. */
export function readTax(draft: TaxDraft, words: Wording): { rule?: TaxRule; problems: TaxProblems } {
  if (draft.mode === 'none') return { problems: {} };
  const name = draft.name.trim();
  const basisPoints = readBasisPoints(draft.rate);
  const problems: TaxProblems = {
    ...(name === '' ? { name: words.common.required } : {}),
    ...(basisPoints === undefined ? { rate: words.settings.taxRateWrong } : {}),
  };
  if (name === '' || basisPoints === undefined) return { problems };
  return { rule: { name, basisPoints, mode: draft.mode }, problems };
}
