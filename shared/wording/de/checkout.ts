import type { CheckoutWords } from '../checkout-words.ts';

export const checkout: CheckoutWords = {
  result: {
    asking: 'Wir fragen den Zahlungsanbieter nach dem Ergebnis.',
    takesLonger: 'Das dauert etwas länger als sonst. Bitte lassen Sie diese Seite offen.',
    paidAndActive: 'Bezahlt. Ihre Mitgliedschaft ist aktiv.',
    paid: 'Bezahlt. Vielen Dank!',
    received: (amount) => `${amount} sind eingegangen. Den Beleg haben wir Ihnen per E-Mail geschickt.`,
    credited: (amount) =>
      `${amount} wurden Ihrem Kontoguthaben hinzugefügt. Den Beleg haben wir Ihnen per E-Mail geschickt.`,
    cardSaved: 'Ihre neue Karte ist hinterlegt',
    cardKept: (card) => `Ab jetzt wird Ihre Mitgliedschaft von Ihrer ${card} abgebucht.`,
    welcome: (business) => `Willkommen bei ${business}`,
    hasBegun: (plan) => `Ihre Mitgliedschaft „${plan}“ ist eingerichtet.`,
    passwordMailed:
      'Wir haben Ihnen einen Link für Ihr Passwort gemailt. Er öffnet Ihre eigene Seite mit Leistungen, Zahlungen und Belegen.',
    declined: 'Die Zahlung wurde nicht genehmigt',
    notCharged: 'Es wurde nichts abgebucht. Bitte nehmen Sie eine andere Karte oder fragen Sie Ihre Bank.',
    declinedWithNewCard:
      'Ihre neue Karte ist hinterlegt, aber die Bank hat die offene Zahlung nicht genehmigt. Es wurde nichts abgebucht. Bitte nehmen Sie eine andere Karte oder fragen Sie Ihre Bank.',
    notJoined:
      'Es wurde nichts abgebucht, und es hat keine Mitgliedschaft begonnen. Bitte versuchen Sie es mit einer anderen Karte.',
    otherCard: 'Andere Karte nehmen',
    canClose: 'Sie können diese Seite jetzt schließen.',
    confirmationNeeded: 'Ihre Bank bittet um eine Bestätigung',
    confirmNext:
      'Noch wurde nichts abgebucht. Bitte öffnen Sie Ihre Mitgliedschaft und wählen Sie „Zahlung bestätigen“, oder fragen Sie Ihre Bank.',
    pending: 'Ihre Zahlung wird gerade bestätigt',
    pendingNext:
      'Sie müssen nichts tun, und es wird nichts doppelt abgebucht. Sobald die Bank geantwortet hat, schreiben wir Ihnen.',
    notFinished: 'Die Zahlungsseite wurde nicht abgeschlossen',
    notFinishedNext:
      'Es wurde nichts abgebucht und nichts geändert. Sie können zurückgehen und es noch einmal versuchen, wann Sie möchten.',
    unknown: 'Wir finden diese Zahlung nicht',
    unknownNext:
      'Vielleicht wurde die Adresse unterwegs gekürzt. Haben Sie bezahlt, bekommen Sie auf jeden Fall eine E-Mail.',
    back: 'Zurück',
  },
  link: {
    title: (business) => `Ihre Zahlung bei ${business}`,
    amountDue: 'Offener Betrag',
    explained:
      'Geben Sie Ihre Karte ein, und die offene Zahlung wird sofort ausgeführt. Das Ergebnis sehen Sie gleich hier.',
    nothingDue: 'Im Moment ist nichts offen. Eine neue Karte für künftige Zahlungen können Sie trotzdem hinterlegen.',
    used: 'Wahrscheinlich haben Sie Ihre Karte schon damit geändert, dann ist nichts mehr zu tun. Braucht eine Zahlung noch Aufmerksamkeit, senden wir Ihnen einen neuen Link.',
    freshLinkSent:
      'Besteht Ihre Mitgliedschaft noch, ist ein neuer Link an dieselbe E-Mail-Adresse unterwegs. Das kann einige Minuten dauern.',
    incomplete:
      'Bitte öffnen Sie ihn noch einmal aus der E-Mail. Hilft das nicht, melden Sie sich an oder bitten Sie den Salon um einen neuen.',
  },
};
