import type { SaveOffer } from '../../../../shared/domain/save-offer.ts';

export const selfService = {
  title: 'What members can do themselves',
  hint: 'Everything else they ask you for: the portal then shows your phone, e-mail and “Ask a question”. Staff can always do it from the client’s page.',
  memberPauses: {
    label: 'Pause their membership',
    description: 'Within your rules for pauses below. They see what it does first.',
  },
  memberCancels: {
    label: 'Cancel their membership',
    description: 'Whoever joined online can cancel online in any case: laws in many places ask for it.',
  },
  saveOffer: {
    label: 'Offered beside “Cancel now”',
    description: 'On the one screen on which members cancel, as large as “Cancel now” and never instead of it.',
    forbidden: 'In your country nothing may stand beside the cancellation.',
    choices: {
      none: 'Nothing',
      pause: 'A pause instead',
      question: 'A question to you first',
    } satisfies Record<SaveOffer, string>,
  },
  memberChangesPlan: {
    label: 'Choose another plan',
    description:
      'A dearer one from today or with the next bill, a cheaper one with the next bill. They see every amount first.',
  },
};
