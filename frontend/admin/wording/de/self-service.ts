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
};
