import type { FrameWords, MailParties } from './mail-words.ts';

export const greetingEn = ({ name }: MailParties): string => (name === undefined ? 'Hello,' : `Hello ${name},`);

export const frameEn: FrameWords = {
  noButton: 'If the button does not work, copy this address into your browser:',
  unsubscribe: 'Would you rather not get reminders like this one? End them with one click:',
};
