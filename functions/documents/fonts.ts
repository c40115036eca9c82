import { brotliDecompressSync } from 'node:zlib';
import { interRegular } from './fonts/inter-regular.ts';
import { interSemiBold } from './fonts/inter-semibold.ts';
import type { Pdf } from './pdf.ts';

export type FontName = 'regular' | 'semibold';

const unpacked = (base64: string): Buffer => brotliDecompressSync(Buffer.from(base64, 'base64'));

let files: Readonly<Record<FontName, Buffer>> | undefined;

/** Makes both weights known to a document. They come from the code: nothing is read from disk (decision 16). */
export function registerFonts(doc: Pdf): void {
  files ??= { regular: unpacked(interRegular), semibold: unpacked(interSemiBold) };
  doc.registerFont('regular', files.regular);
  doc.registerFont('semibold', files.semibold);
}

/** Latin, Greek and Cyrillic with their accents, and the punctuation and signs of prices: what the fonts hold. */
const written =
  /[\u0020-\u007e\u00a0-\u024f\u0370-\u04ff\u1e00-\u1ef9\u2009\u200a\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u20a0-\u20bf\u2116\u2122\u2212]/u;

/** Text as it can be printed: what is only a picture (a plan named “Glow ✨”) is left out, letters never are. */
export const printable = (text: string): string =>
  [...text.normalize('NFC')]
    .filter((character) => written.test(character) || /\p{L}|\p{N}|[\u0300-\u036f]/u.test(character))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
