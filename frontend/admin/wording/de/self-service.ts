import type { selfService as english } from '../en/self-service.ts';

export const selfService: typeof english = {
  title: 'Was Mitglieder selbst tun können',
  hint: 'Um alles andere bitten sie Sie: Das Portal zeigt dann Telefon, E-Mail und „Frage stellen“. Das Team kann alles jederzeit auf der Kundenseite tun.',
  memberPauses: {
    label: 'Ihre Mitgliedschaft pausieren',
    description: 'Nach Ihren Regeln für Pausen, siehe unten. Vorher steht da, was es bewirkt.',
  },
  memberCancels: {
    label: 'Ihre Mitgliedschaft kündigen',
    description: 'Wer online beigetreten ist, kann in jedem Fall online kündigen: Vielerorts verlangt das ein Gesetz.',
  },
  saveOffer: {
    label: 'Angebot neben „Jetzt kündigen“',
    description:
      'Auf der einen Seite, auf der Mitglieder kündigen, genau so groß wie „Jetzt kündigen“ und nie an seiner Stelle.',
    forbidden: 'In Ihrem Land darf neben der Kündigung nichts anderes stehen.',
    choices: {
      none: 'Nichts',
      pause: 'Lieber eine Pause',
      question: 'Erst eine Frage an Sie',
    },
  },
  memberChangesPlan: {
    label: 'Einen anderen Tarif wählen',
    description:
      'Einen teureren ab heute oder mit der nächsten Rechnung, einen günstigeren mit der nächsten Rechnung. Sie sehen vorher jeden Betrag.',
  },
};
