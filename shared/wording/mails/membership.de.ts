import { greetingDe as greeting } from './frame.de.ts';
import type { CancelFacts, CancelledFacts, MembershipMails } from './membership-words.ts';

function cancel({ ways, portal, committedUntil }: CancelFacts): string {
  const online = portal === undefined ? '' : ` Sie können auch online kündigen: ${portal}`;
  const agreed =
    committedUntil === undefined
      ? ''
      : ` Ihre Mitgliedschaft ist bis mindestens ${committedUntil} vereinbart und endet dann.`;
  return `So kündigen Sie: Sagen Sie uns vor diesem Tag Bescheid, mit einer Antwort auf diese E-Mail oder hier: ${ways.join(' · ')}.${agreed}${online}`;
}

function undo({ undo }: CancelledFacts): string[] {
  if (undo === undefined) return [];
  const how = undo.page === undefined ? 'mit einer Antwort auf diese E-Mail' : `hier: ${undo.page}`;
  const next =
    undo.nextBill === undefined
      ? ''
      : ` Die nächste Rechnung über ${undo.nextBill.amount} kommt dann am ${undo.nextBill.day}.`;
  const pause = undo.pause === undefined ? '' : ` ${undo.pause}`;
  return [`Bis dieser letzte Tag vorbei ist, können Sie die Kündigung zurücknehmen, ${how}.${pause}${next}`];
}

export const membershipDe: MembershipMails = {
  renewalNotice: (facts) => ({
    subject:
      facts.trialUntil === undefined
        ? `Ihre Mitgliedschaft verlängert sich am ${facts.day}`
        : `Ihre Probezeit endet am ${facts.trialUntil}`,
    greeting: greeting(facts),
    body: [
      facts.trialUntil === undefined
        ? 'Ihre Mitgliedschaft verlängert sich von selbst. Hier lesen Sie, was wann abgebucht wird.'
        : 'Nach der Probezeit läuft die Mitgliedschaft von selbst weiter. Das ist die erste Rechnung: Hier lesen Sie, was wann abgebucht wird.',
      {
        rows: [
          { label: 'Betrag', value: facts.total, detail: facts.tax && `enthält ${facts.tax} Steuer`, strong: true },
          ...(facts.parts === undefined
            ? []
            : [
                { label: 'Aus Ihrem Kontoguthaben', value: facts.parts.fromAccountCredit },
                { label: 'Von Ihrer Karte', value: facts.parts.fromCard },
              ]),
          { label: 'Abbuchung am', value: facts.day },
          { label: 'Karte', value: facts.card ?? 'noch keine Karte hinterlegt' },
          { label: 'Mitgliedschaft', value: facts.plan },
          { label: 'Zeitraum', value: facts.period },
        ],
      },
      cancel(facts.cancel),
    ],
    remarks: [],
    why: `Sie erhalten diese E-Mail, weil wir allen Mitgliedern von ${facts.business} ${facts.trialUntil === undefined ? 'solche Verlängerungen' : 'erste Rechnungen'} ankündigen. Sie ist vorgeschrieben und gehört zur Mitgliedschaft.`,
  }),
  cardExpiring: (facts) => ({
    subject: 'Ihre Karte läuft vor der nächsten Rechnung ab',
    greeting: greeting(facts),
    body: [
      'Die hinterlegte Karte läuft vor Ihrer nächsten Rechnung ab. Mit Ihrer neuen geht alles weiter wie bisher.',
      {
        rows: [
          { label: 'Karte', value: facts.card },
          { label: 'Gültig bis', value: facts.month },
          { label: 'Nächste Rechnung', value: facts.day },
          { label: 'Betrag', value: facts.amount },
          { label: 'Mitgliedschaft', value: facts.plan },
        ],
      },
    ],
    action: 'Karte ändern',
    remarks: [
      `Jetzt wird nichts abgebucht. Sie müssen sich nicht anmelden; der Link gilt bis ${facts.until}.`,
      'Er ist nur für Sie und hinterlegt eine Karte, sonst nichts. Bitte leiten Sie diese E-Mail nicht weiter.',
    ],
    why: `Sie erhalten diese E-Mail, weil Sie Ihre Mitgliedschaft bei ${facts.business} mit dieser Karte bezahlen.`,
  }),
  cardUpdated: (facts) => ({
    subject: 'Ihre hinterlegte Karte wurde geändert',
    greeting: greeting(facts),
    body: [
      'Ab jetzt wird Ihre Mitgliedschaft mit dieser Karte bezahlt:',
      {
        rows: [
          { label: 'Karte', value: facts.card },
          { label: 'Geändert', value: facts.at },
        ],
      },
      `Wenn Sie das nicht waren, sagen Sie uns bitte sofort Bescheid: ${facts.ways.join(' · ')}.`,
    ],
    remarks: [],
    why: `Sie erhalten diese E-Mail zu Ihrer Sicherheit, immer wenn sich die Karte für Ihre Mitgliedschaft bei ${facts.business} ändert.`,
  }),
  cancelled: (facts) => ({
    subject: facts.isOver ? 'Ihre Mitgliedschaft ist zu Ende' : 'Ihre Mitgliedschaft ist gekündigt',
    greeting: greeting(facts),
    body: [
      'Hiermit bestätigen wir, dass Ihre Mitgliedschaft gekündigt ist.',
      ...(facts.because === undefined ? [] : ['Sie ist zu Ende, weil eine Zahlung offen blieb.']),
      { rows: facts.rows },
      { heading: facts.left.heading, lines: facts.left.lines },
      ...undo(facts),
      `Möchten Sie wiederkommen, antworten Sie auf diese E-Mail oder sehen Sie hier nach: ${facts.portal}`,
    ],
    remarks: [],
    why: 'Sie erhalten diese E-Mail als Bestätigung der Kündigung. Bitte heben Sie sie auf.',
  }),
  goesOn: (facts) => ({
    subject: 'Ihre Mitgliedschaft läuft weiter',
    greeting: greeting(facts),
    body: [
      'Die Kündigung ist zurückgenommen. Ihre Mitgliedschaft läuft weiter.',
      {
        rows: [
          { label: 'Mitgliedschaft', value: facts.plan },
          ...(facts.pause === undefined ? [] : [{ label: 'Pause', value: facts.pause }]),
          ...(facts.nextBill === undefined
            ? []
            : [{ label: 'Nächste Rechnung', value: facts.nextBill.amount, detail: facts.nextBill.day }]),
        ],
      },
      ...(facts.staysOff === undefined ? [] : [facts.staysOff]),
      cancel(facts.cancel),
    ],
    remarks: [],
    why: 'Sie erhalten diese E-Mail, weil eine Kündigung zurückgenommen wurde. Waren Sie das nicht, sagen Sie uns bitte sofort Bescheid.',
  }),
};
