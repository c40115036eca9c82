/** Stripe leaves a business's own name ten characters of the 22 on a card statement, and two for “* ”. */
const mostCharacters = 10;

/**
 * What stands after the business's name on a card statement: plain letters and digits, because Stripe refuses a charge
 * for signs that banks cannot print. Undefined when no letter is left.
 */
export function statementSuffix(description: string): string | undefined {
  const plain = description
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .slice(0, mostCharacters)
    .trim();
  return /[A-Za-z]/.test(plain) ? plain : undefined;
}
