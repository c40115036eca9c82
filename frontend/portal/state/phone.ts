/** The country codes with one or two digits (ITU-T E.164); all others have three. */
const short = /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])(\d+)$/;

/**
 * An E.164 number for reading: “+1 415 555 0100”, “+49 3023125400”. Only North America groups its numbers by one rule;
 * elsewhere a guess would look like a mistake, so nothing follows the country’s code but the number.
 */
export function phoneInWords(phone: string): string {
  const [, code = '', rest = ''] = short.exec(phone) ?? /^\+(\d{3})(\d+)$/.exec(phone) ?? [];
  if (code === '') return phone;
  return `+${code} ${code === '1' ? rest.replace(/^(\d{3})(\d{3})(?=\d{4}$)/, '$1 $2 ') : rest}`;
}
