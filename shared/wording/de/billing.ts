import type { BillingWords } from '../billing-words.ts';

const needsAttention = 'Ihre Zahlung für die Mitgliedschaft braucht Aufmerksamkeit';

export const billing: BillingWords = {
  attention: {
    title: {
      declined: needsAttention,
      new_card_needed: needsAttention,
      confirmation_needed: needsAttention,
      no_card: needsAttention,
      being_checked: 'Ihre Zahlung wird geprüft',
      provider_trouble: 'Ihre Zahlung wird noch einmal versucht',
    },
    reason: {
      declined:
        'Ihre Bank hat diese Zahlung nicht genehmigt. Bitte zahlen Sie jetzt oder nehmen Sie eine andere Karte.',
      new_card_needed:
        'Diese Karte kann nicht mehr belastet werden. Bitte hinterlegen Sie eine neue; die offene Zahlung wird dann sofort ausgeführt.',
      confirmation_needed:
        'Ihre Bank möchte, dass Sie diese Zahlung selbst bestätigen. Das dauert eine Minute, auf der sicheren Seite des Zahlungsanbieters.',
      no_card:
        'Es ist keine Karte hinterlegt. Bitte hinterlegen Sie eine; die offene Zahlung wird dann sofort ausgeführt.',
      being_checked:
        'Wir warten auf die Antwort der Bank. Sie müssen nichts tun, und es wird nichts doppelt abgebucht. Sobald wir mehr wissen, schreiben wir Ihnen.',
      provider_trouble:
        'Der Zahlungsanbieter war nicht erreichbar. An Ihrer Karte liegt es nicht. Sie müssen nichts tun: Wir versuchen es von selbst noch einmal.',
    },
    dueSince: (day) => `fällig seit ${day}`,
    newWithPayment: 'Neue Leistungen kommen, sobald diese Zahlung beglichen ist.',
    leftRestsFrom: (day) => `Was noch da ist, können Sie vor dem ${day} nutzen; von da an ruht es.`,
    resting: 'Ihre Leistungen ruhen, bis diese Zahlung beglichen ist. Mit der Zahlung kommen neue.',
    inProgress: 'Gerade läuft eine Zahlung. Bitte sehen Sie in einer Minute noch einmal nach.',
  },
  card: {
    title: 'Zahlungsart',
    update: 'Zahlungsart ändern',
    add: 'Zahlungsart hinterlegen',
    none: 'Keine Karte hinterlegt',
    expires: (month) => `Gültig bis ${month}`,
    expired: (month) => `Abgelaufen ${month}`,
    expiresBeforeBill: (day) =>
      `Diese Karte läuft vor Ihrer nächsten Rechnung am ${day} ab. Bitte hinterlegen Sie rechtzeitig Ihre neue.`,
    atSalon: 'Sie zahlen im Salon.',
    enteredSafely: 'Karten geben Sie auf der sicheren Seite des Zahlungsanbieters ein. Der Salon sieht die Nummer nie.',
  },
  credit: {
    title: 'Kontoguthaben',
    explained: 'Geld, das Ihnen in diesem Salon gehört. Es verfällt nicht.',
    useForRenewals: 'Zuerst für meine Mitgliedschaft verwenden',
    used: 'Ihre nächste Rechnung wird daraus bezahlt, soweit es reicht.',
    notUsed: 'Es bleibt unberührt; Ihre Rechnungen zahlen Sie voll wie gewohnt.',
  },
  upcoming: {
    onCard: (amount, card) => `${amount} werden von Ihrer ${card} abgebucht.`,
    onNoCard: (amount) => `${amount} werden abgebucht. Noch ist keine Karte hinterlegt.`,
    atSalon: (amount) => `Sie zahlen ${amount} im Salon.`,
    allFromCredit: (amount) =>
      `${amount} werden von Ihrem Kontoguthaben genommen. Von Ihrer Karte wird nichts abgebucht.`,
    total: (amount) => `Die Rechnung beträgt ${amount}.`,
    includingTax: (tax, total) => `${total === undefined ? 'Davon' : `Von den ${total}`} sind ${tax} Steuer.`,
    fromCredit: (amount) => `${amount} kommen aus Ihrem Kontoguthaben.`,
    dueHeadline: (day) => `Fällig seit ${day}`,
    dueSentence: 'Sobald das bezahlt ist, steht hier das Datum Ihrer nächsten Rechnung.',
  },
  pay: {
    payNow: 'Jetzt zahlen',
    confirm: 'Zahlung bestätigen',
    title: (amount) => `${amount} zahlen`,
    question: (amount, card) => `${amount} werden jetzt von Ihrer ${card} abgebucht.`,
    pay: (amount) => `${amount} zahlen`,
    otherCard: 'Mit anderer Karte zahlen',
    goBack: 'Nicht jetzt',
    close: 'Schließen',
    busy: 'Wir fragen Ihre Bank. Das kann einige Sekunden dauern.',
    paid: (amount) => `Bezahlt. Vielen Dank! ${amount} sind eingegangen; den Beleg finden Sie unter „Zahlungen“.`,
    declined:
      'Ihre Bank hat die Zahlung nicht genehmigt. Es wurde nichts abgebucht. Bitte nehmen Sie eine andere Karte oder fragen Sie Ihre Bank.',
    confirmationNeeded:
      'Ihre Bank möchte, dass Sie diese Zahlung selbst bestätigen. Noch wurde nichts abgebucht; bitte gehen Sie weiter zur sicheren Seite des Zahlungsanbieters.',
    pending:
      'Die Zahlung wird gerade bestätigt. Sie müssen nichts tun, und es wird nichts doppelt abgebucht; das Ergebnis schreiben wir Ihnen per E-Mail.',
    nothingDue: 'Das ist schon bezahlt. Es wurde nichts mehr abgebucht.',
  },
  payments: {
    title: 'Zahlungen',
    open: 'Offen',
    paid: 'Bezahlt',
    all: 'Alle Zahlungen',
    tabs: 'Welche Zahlungen',
    noneOpen: 'Es ist nichts offen. Alles ist bezahlt.',
    nonePaid: 'Noch keine Zahlungen. Jede wird hier mit ihrem Beleg stehen.',
    state: {
      open: 'Offen',
      paid: 'Bezahlt',
      void: 'Storniert',
      partly_refunded: 'Teilweise erstattet',
      refunded: 'Erstattet',
      disputed: 'Bei der Bank',
    },
    receiptOf: (day) => `Beleg vom ${day}`,
    invoiceOf: (day) => `Rechnung vom ${day}`,
  },
  topUp: {
    open: 'Neue Zahlung',
    title: 'Betrag einzahlen',
    explained:
      'Der Betrag wird in diesem Salon als Kontoguthaben für Sie aufbewahrt. Ihre nächsten Rechnungen werden daraus bezahlt; das können Sie jederzeit ausschalten. Er verfällt nicht.',
    amount: 'Betrag',
    amountMissing: 'Bitte geben Sie einen Betrag ein, zum Beispiel 50.',
    go: 'Weiter zur Zahlung',
  },
  receipt: {
    print: 'Drucken',
    download: 'PDF herunterladen',
    downloading: 'Das PDF wird erstellt. Einen Moment bitte.',
    mail: 'Per E-Mail an mich',
    mailed: (email) => `Unterwegs an ${email}.`,
    toPayments: 'Alle Zahlungen',
  },
};
