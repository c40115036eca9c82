import type { FrameWords, MailParties } from './mail-words.ts';

export const greetingDe = ({ name }: MailParties): string => (name === undefined ? 'Guten Tag,' : `Guten Tag ${name},`);

export const frameDe: FrameWords = {
  noButton: 'Falls die Schaltfläche nicht geht, kopieren Sie diese Adresse in Ihren Browser:',
  unsubscribe: 'Möchten Sie solche Hinweise nicht mehr bekommen? Beenden Sie sie mit einem Klick:',
};
