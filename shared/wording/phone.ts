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

/** The country codes with one or two digits (ITU-T E.164); all others have three. */
const short = /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])(\d+)$/;

/**
 * An E.164 number for reading: “+1 415 555 0100”, “+49 3023125400”. Only North America groups its numbers by one rule;
 * elsewhere a guess would look like a mistake, so nothing follows the country’s code but the number.
 */
export function phoneForReading(phone: string): string {
  const [, code = '', rest = ''] = short.exec(phone) ?? /^\+(\d{3})(\d+)$/.exec(phone) ?? [];
  if (code === '') return phone;
  return `+${code} ${code === '1' ? rest.replace(/^(\d{3})(\d{3})(?=\d{4}$)/, '$1 $2 ') : rest}`;
}
