import type { CancellationWords } from '../cancellation-words.ts';

const untilIncluding = (day: string) => `bis einschließlich ${day}`;

export const cancellation: CancellationWords = {
  facts: {
    untilIncluding,
    endsAtOnce: 'endet sofort',
    hasEnded: 'ist zu Ende',
    neverBegins: 'beginnt nicht',
    endedOn: (day) => `ist zu Ende; letzter Tag war der ${day}`,
    lastCharge: 'Letzte Zahlung',
    stillToPay: 'Noch zu zahlen',
    stillToPayOn: (day) => `Noch zu zahlen am ${day}`,
    nothingMore: 'nichts mehr',
    bills: (count, first, last) => `${count} Rechnungen, vom ${first} bis zum ${last}`,
    openPayment: 'Offene Zahlung',
    noLongerDue: 'nicht mehr fällig',
    plannedPause: 'Vereinbarte Pause',
    pauseIsOff: 'entfällt',
    pauseDays: (from, lastDay) => (lastDay === undefined ? `ab ${from}` : `${from} bis ${lastDay}`),
    pause: 'Pause',
    pauseEnds: 'endet heute',
    paidBack: 'Erstattung',
    paidBackAtEnd: 'Erstattung zum Ende',
    paidBackTo: { card: 'auf die Karte, mit der bezahlt wurde', account_credit: 'als Kontoguthaben' },
    ofUnused: (to) => `${to}, für das, was dann ungenutzt ist`,
    left: 'Was noch übrig ist',
    nothingLeft: 'Es ist nichts mehr übrig.',
    usable: (until) => `nutzbar ${until}`,
    usableAlways: 'nutzbar, ohne Ablaufdatum',
    rests: (until, then) => `ruht in der Pause ${until}, danach ${then}`,
    restsToTheEnd: 'ruht in der Pause, bis zum Ende',
    refunded: 'wird erstattet',
    lapses: 'verfällt mit dem Ende der Mitgliedschaft',
  },
  cancel: 'Mitgliedschaft kündigen',
  title: (plan) => `„${plan}“ kündigen?`,
  whatHappens: 'Das geschieht dann',
  confirmed: (undo) =>
    undo === 'can_undo'
      ? 'Wir bestätigen das sofort per E-Mail. Bis dieser letzte Tag vorbei ist, können Sie es hier zurücknehmen.'
      : 'Wir bestätigen das sofort per E-Mail. Zurücknehmen lässt es sich nicht.',
  confirm: {
    endsOn: (day) => `Jetzt kündigen zum ${day}`,
    atOnce: 'Jetzt kündigen, mit sofortigem Ende',
    neverBegins: 'Jetzt kündigen',
  },
  keep: 'Mitglied bleiben',
  offers: {
    pause: {
      text: 'Wenn Sie nur eine Auszeit brauchen: In einer Pause wird nichts abgebucht, und Sie sehen vorher, was sie bewirkt.',
      action: 'Lieber pausieren',
    },
    question: {
      text: 'Wenn etwas nicht stimmt, hört der Salon es gern von Ihnen. Ihre Mitgliedschaft läuft so lange weiter.',
      action: 'Erst den Salon fragen',
    },
  },
  doneTitle: (plan) => `„${plan}“ ist gekündigt`,
  done: 'Erledigt. Ihre Bestätigung kommt per E-Mail.',
  undo: 'Zurücknehmen',
  undoExplained: (nextBill) =>
    `Bis dieser letzte Tag vorbei ist, können Sie die Kündigung zurücknehmen. Ihre Mitgliedschaft läuft dann weiter${
      nextBill === undefined ? '' : `; die nächste Rechnung über ${nextBill.amount} kommt am ${nextBill.day}`
    }.`,
  undoThroughSalon:
    'Möchten Sie doch Mitglied bleiben? Bis dieser letzte Tag vorbei ist, kann der Salon die Kündigung für Sie zurücknehmen. Sprechen Sie ihn bitte an.',
  undoPause: {
    comesBack: (days, until) =>
      `Wird die Kündigung ${until === undefined ? '' : `spätestens am ${until} `}zurückgenommen, findet die vereinbarte Pause (${days}) doch statt.`,
    staysOff: (days) =>
      `Die Pause, die vereinbart war (${days}), kommt damit nicht wieder. Eine neue lässt sich vereinbaren.`,
  },
  undone: 'Zurückgenommen. Ihre Mitgliedschaft läuft weiter.',
  undoneWithPause: (days) => `Zurückgenommen. Ihre Mitgliedschaft läuft weiter, mit ihrer Pause (${days}).`,
  willNotBegin: 'Diese Mitgliedschaft ist gekündigt und beginnt nicht. Es wird nichts abgebucht.',
  runs: (until) => `Diese Mitgliedschaft ist gekündigt. Sie läuft ${until}.`,
  details: 'Was das bedeutet',
  takeBack: 'Kündigung zurücknehmen',
  throughSalon:
    'Wenn Sie diese Mitgliedschaft beenden möchten, sprechen Sie bitte den Salon an. Er kann Ihnen vorher dasselbe zeigen.',
  comeBack: (plan) => `Möchten Sie wiederkommen? ${plan} können Sie wieder abschließen; Ihr Verlauf bleibt erhalten.`,
  joinAgain: 'Wieder Mitglied werden',
  comeBackThroughSalon: 'Möchten Sie wiederkommen? Fragen Sie bitte den Salon.',
  why: 'Verraten Sie uns, warum?',
  whyOptional: 'Nur wenn Sie möchten. Es ändert nichts.',
  reasons: {
    too_expensive: 'Zu teuer',
    not_used_enough: 'Ich nutze sie zu selten',
    moved_away: 'Ich bin umgezogen',
    not_satisfied: 'Ich bin nicht zufrieden',
    health: 'Aus gesundheitlichen Gründen',
    break_for_now: 'Ich brauche nur eine Pause',
    other: 'Etwas anderes',
  },
  whyThanks: 'Danke, dass Sie es uns sagen.',
};
