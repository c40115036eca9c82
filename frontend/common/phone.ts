/** Country code and the digit that stands before a number inside the country, by the country of a locale. */
const dialling: Readonly<Record<string, { readonly code: string; readonly trunk: string }>> = {
  US: { code: '1', trunk: '' },
  CA: { code: '1', trunk: '' },
  GB: { code: '44', trunk: '0' },
  IE: { code: '353', trunk: '0' },
  AU: { code: '61', trunk: '0' },
  DE: { code: '49', trunk: '0' },
  AT: { code: '43', trunk: '0' },
  CH: { code: '41', trunk: '0' },
};

/**
 * The number as the record stores it, a plus sign and digits: “030 12 34” at a salon in Germany is “+49301234”.
 * Undefined when it cannot be one.
 */
export function readPhone(typed: string, locale: string): string | undefined {
  const text = typed.trim();
  if (!/^\+?[\d\s()/.-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  const home = dialling[locale.slice(3)];
  const number = (() => {
    // “+44 (0) 20 …”: the zero in brackets is for callers inside the country.
    if (text.startsWith('+')) return text.replace(/\(0\)/, '').replace(/\D/g, '');
    if (digits.startsWith('00')) return digits.slice(2);
    if (!home) return '';
    if (home.trunk === '') return digits.startsWith(home.code) ? digits : `${home.code}${digits}`;
    return digits.startsWith(home.trunk) ? `${home.code}${digits.slice(home.trunk.length)}` : '';
  })();
  return /^[1-9]\d{6,14}$/.test(number) ? `+${number}` : undefined;
}

const codes = [...new Set(Object.values(dialling).map(({ code }) => code))].sort((a, b) => b.length - a.length);

/** In groups that people can read out: “+49 301 234 567”. */
export function phoneForReading(phone: string): string {
  const digits = phone.slice(1);
  const code = codes.find((candidate) => digits.startsWith(candidate)) ?? digits.slice(0, 2);
  const rest = digits.slice(code.length);
  return `+${code} ${rest.replace(/(\d{3})(?=\d{3})/g, '$1 ')}`;
}
