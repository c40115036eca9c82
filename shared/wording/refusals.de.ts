import { formatDate, numberWord } from './format.ts';
import type { RefusalSentences } from './refusal-sentences.ts';

const daysDe = (days: number): string => (days === 1 ? 'einen Tag' : `${numberWord(days, 'de')} Tage`);

export const refusalsDe: RefusalSentences = {
  internal_error: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es gleich noch einmal.',
  malformed_request:
    'Einiges davon lässt sich so nicht übernehmen. Bitte prüfen Sie die markierten Felder und senden Sie es noch einmal.',
  body_too_large:
    'Das ist mehr Text, als sich auf einmal speichern lässt. Bitte kürzen Sie ihn und senden Sie es noch einmal.',
  not_signed_in: 'Sie sind nicht angemeldet. Bitte melden Sie sich an und versuchen Sie es noch einmal.',
  not_found: 'Das wurde nicht gefunden. Bitte prüfen Sie die Adresse oder gehen Sie zurück und wählen Sie neu.',
  not_permitted: 'Ihre Rolle umfasst das nicht. Bitte fragen Sie die Inhaberin oder die Leitung.',
  conflicting_change:
    'Jemand anderes hat das inzwischen geändert. Bitte sehen Sie sich den neuen Stand an und versuchen Sie es noch einmal.',
  idempotency_key_missing:
    'Die Seite hat dies ohne Vorgangsnummer gesendet. Bitte laden Sie sie neu und versuchen Sie es noch einmal.',
  idempotency_key_reused:
    'Dies wurde schon mit anderen Werten gesendet. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
  try_again_later: 'Das ließ sich gerade nicht abschließen. Bitte versuchen Sie es in einer Minute noch einmal.',
  too_many_requests:
    'Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie eine Minute und versuchen Sie es noch einmal.',
  sign_in_failed:
    'E-Mail und Passwort passen nicht zusammen. Bitte prüfen Sie beides oder wählen Sie „Passwort vergessen“.',
  sign_in_locked:
    'Das Passwort war zu oft falsch. Bitte warten Sie einige Minuten oder wählen Sie „Passwort vergessen“.',
  session_ended: 'Sie wurden abgemeldet. Bitte melden Sie sich noch einmal an.',
  password_too_weak: 'Dieses Passwort ist zu leicht zu erraten. Bitte wählen Sie eines mit mindestens 12 Zeichen.',
  link_not_valid:
    'Dieser Link ist nicht vollständig. Bitte öffnen Sie ihn noch einmal aus der E-Mail oder fordern Sie einen neuen an.',
  link_expired: 'Dieser Link ist abgelaufen. Bitte fordern Sie einen neuen an.',
  link_used: 'Dieser Link wurde schon benutzt. Bitte melden Sie sich an oder fordern Sie einen neuen an.',
  slug_taken: 'Diese Adresse ist schon vergeben. Bitte wählen Sie eine andere.',
  email_missing: 'In diesem Profil steht keine E-Mail-Adresse. Bitte tragen Sie zuerst eine ein.',
  plan_incomplete:
    'Dem Tarif fehlt noch etwas. Er braucht eine Stufe, eine monatliche Leistung, eine Zahl an Besuchen und eine Verlängerung.',
  visit_allowance_mismatch: ({ stated, included }) =>
    stated === undefined || included === undefined
      ? 'Die Zahl der Besuche passt nicht zu den Leistungen. Bitte berichtigen Sie eines von beiden.'
      : `Als Zahl der Besuche steht ${stated}, die Leistungen ergeben aber ${included}. Bitte berichtigen Sie eines von beiden.`,
  rollover_cap_too_low:
    'Eine Leistung darf insgesamt nicht weniger behalten, als ein Zeitraum gibt. Bitte erhöhen Sie die Obergrenze.',
  plan_not_offered: 'Dieser Tarif wird nicht mehr angeboten. Bitte wählen Sie einen anderen.',
  no_earlier_version:
    'Von diesem Tarif gibt es nur eine Fassung. Veröffentlichen Sie erst eine neue, dann können Mitglieder auf sie umgestellt werden.',
  versions_too_different:
    'Die neue Fassung hat andere Rechnungstage, eine andere Laufzeit oder eine längere Mindestzeit als alle Fassungen davor. Mitglieder können nicht auf sie umgestellt werden; sie können einzeln den Tarif wechseln.',
  move_day_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `Bitte wählen Sie einen Tag vom ${formatDate(earliest, 'de')} bis zum ${formatDate(latest, 'de')}: Mitglieder erfahren Wochen vorher, dass sie mehr zahlen oder weniger bekommen.`
      : 'Dieser Tag ist außerhalb des Möglichen. Bitte wählen Sie einen anderen.',
  migration_at_work:
    'Mitglieder dieses Tarifs werden in diesem Augenblick umgestellt. Bitte warten Sie, bis das fertig ist.',
  migration_waits:
    'Mitglieder dieses Tarifs warten noch auf eine frühere neue Fassung. Bitte nehmen Sie diese Umstellung zuerst zurück, oder warten Sie, bis ihre letzte Rechnung gestellt ist.',
  migration_over: 'Es gibt nichts mehr zurückzunehmen: Niemand wartet noch auf diese Fassung.',
  service_unknown:
    'Eine der Behandlungen steht nicht im Katalog. Bitte legen Sie sie dort an oder wählen Sie eine andere.',
  currency_mismatch: ({ currency }) =>
    typeof currency === 'string'
      ? `Der Betrieb rechnet in ${currency} ab. Bitte geben Sie den Betrag in dieser Währung ein.`
      : 'Der Betrag steht in einer anderen Währung als der des Betriebs. Bitte berichtigen Sie ihn.',
  already_enrolled: 'Für diesen Tarif besteht schon eine Mitgliedschaft. Bitte öffnen Sie diese.',
  day_in_the_future: 'Dieser Tag liegt noch vor uns. Bitte wählen Sie heute oder einen früheren Tag.',
  start_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `Dieses Datum ist nicht möglich. Bitte wählen Sie eines vom ${formatDate(earliest, 'de')} bis zum ${formatDate(latest, 'de')}.`
      : 'Dieses Datum ist nicht möglich. Bitte wählen Sie ein anderes.',
  membership_not_running:
    'Diese Mitgliedschaft läuft nicht weiter: Sie ruht, wartet auf eine Zahlung oder hat ein Ende. Bitte sehen Sie nach dem Status, oder melden Sie die Kundin neu an.',
  pause_not_yet:
    'Diese Mitgliedschaft hat noch nicht begonnen, oder die erste Rechnung ist nicht bezahlt. Danach kann sie pausieren.',
  pause_payment_open: 'Eine Zahlung ist offen. Sobald sie bezahlt ist, kann die Mitgliedschaft pausieren.',
  already_paused:
    'Diese Mitgliedschaft pausiert schon, oder eine Pause ist vereinbart. Bitte ändern Sie stattdessen diese Pause.',
  not_paused: 'Diese Mitgliedschaft pausiert nicht. Bitte sehen Sie nach ihrem Status.',
  pause_of_closure:
    'Der Salon hat an diesen Tagen geschlossen, und Ihre Mitgliedschaft ruht, bis er wieder öffnet. Haben Sie eine Frage dazu, wenden Sie sich bitte an den Salon.',
  closure_days_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `Bitte wählen Sie einen ersten Tag vom ${formatDate(earliest, 'de')} bis zum ${formatDate(latest, 'de')} und einen letzten Tag, der nicht davor und weniger als ein Jahr danach liegt.`
      : 'Diese Tage sind außerhalb des Möglichen. Bitte wählen Sie andere.',
  closure_planned:
    'Es ist schon eine Schließzeit geplant, oder eine läuft noch. Bitte nehmen Sie diese zuerst zurück, oder warten Sie, bis sie vorbei ist.',
  closure_has_begun:
    'Die Schließzeit hat begonnen und kann nicht mehr zurückgenommen werden. Einzelne Mitgliedschaften können Sie fortsetzen.',
  pause_cancel_pending:
    'Diese Mitgliedschaft ist gekündigt und endet an einem festen Tag. Nehmen Sie erst die Kündigung zurück, wenn sie pausieren soll.',
  pause_last_period:
    'Diese Mitgliedschaft endet mit dem bezahlten Zeitraum. Es gibt keine Rechnung mehr, die eine Pause verschieben könnte.',
  pause_too_short: ({ days }) =>
    typeof days === 'number'
      ? `Diese Pause ist zu kurz: Sie dauert mindestens ${daysDe(days)}. Bitte wählen Sie einen späteren letzten Tag.`
      : 'Diese Pause ist zu kurz. Bitte wählen Sie einen späteren letzten Tag.',
  pause_too_long: ({ days }) =>
    typeof days === 'number'
      ? `Diese Pause ist zu lang: Sie dauert höchstens ${daysDe(days)}. Bitte wählen Sie einen früheren letzten Tag.`
      : 'Diese Pause ist zu lang. Bitte wählen Sie einen früheren letzten Tag.',
  pause_too_often: ({ times }) =>
    typeof times === 'number'
      ? `Diese Mitgliedschaft hat innerhalb eines Jahres schon ${times === 1 ? 'einmal' : `${numberWord(times, 'de')}mal`} pausiert; öfter geht es nicht. Bitte fragen Sie im Salon.`
      : 'Diese Mitgliedschaft hat innerhalb eines Jahres so oft pausiert, wie es geht. Bitte fragen Sie im Salon.',
  pause_switched_off: 'Pausen vereinbart der Salon. Bitte fragen Sie dort nach.',
  membership_paused:
    'Diese Mitgliedschaft ruht. Bitte setzen Sie sie erst fort, oder warten Sie, bis die Pause vorbei ist.',
  not_due_yet: ({ from }) =>
    typeof from === 'string'
      ? `Der nächste Zeitraum kann noch nicht bezahlt werden. Das geht ab dem ${formatDate(from, 'de')}.`
      : 'Der nächste Zeitraum kann noch nicht bezahlt werden. Bitte versuchen Sie es näher am Zahltag.',
  undo_too_late:
    'Ein Besuch kann an dem Tag zurückgegeben werden, an dem er genutzt wurde. Bitten Sie später die Leitung, das Guthaben zu berichtigen.',
  insufficient_credit: ({ available }) =>
    typeof available === 'number' && available > 0
      ? `Das Guthaben reicht nicht: Heute lassen sich nur noch ${available} nutzen. Bitte nehmen Sie weniger oder berechnen Sie den Rest.`
      : 'Für diese Behandlung ist nichts mehr übrig. Bitte berechnen Sie sie oder wählen Sie eine andere.',
  credit_expired:
    'Was für diese Behandlung übrig war, ist abgelaufen. Bitte berechnen Sie sie oder fragen Sie die Leitung.',
  credit_frozen:
    'Die Leistungen ruhen, solange die Mitgliedschaft pausiert oder eine Zahlung offen ist. Bitte klären Sie das zuerst oder berechnen Sie die Behandlung.',
  service_not_covered:
    'Diese Behandlung gehört nicht zur Mitgliedschaft. Bitte berechnen Sie sie oder wählen Sie eine andere.',
  credit_closed: 'Dieses Guthaben ist vor mehr als vier Wochen verfallen. Bitte geben Sie stattdessen ein neues.',
  already_undone: 'Dieser Besuch wurde schon zurückgegeben. Es ist nichts weiter zu tun.',
  not_a_redemption: 'Nur ein genutzter Besuch lässt sich zurückgeben. Bitte wählen Sie eine andere Zeile.',
  adjustment_without_change: 'Diese Zahl steht schon da. Bitte geben Sie eine andere ein oder lassen Sie es so.',
  approval_needed: ({ visits, most }) =>
    typeof visits === 'number'
      ? `Von Hand können Sie höchstens ${visits === 1 ? 'einen Besuch' : `${numberWord(visits, 'de')} Besuche`} auf einmal ändern. Bitte wenden Sie sich dafür an die Inhaberin oder den Inhaber.`
      : typeof most === 'string'
        ? `Von Hand können Sie höchstens ${most} auf einmal ändern. Bitte wenden Sie sich dafür an die Inhaberin oder den Inhaber.`
        : 'Das ist mehr, als Sie von Hand auf einmal ändern können. Bitte wenden Sie sich dafür an die Inhaberin oder den Inhaber.',
  colour_unreadable: 'Auf dieser Farbe ist weiße Schrift nicht lesbar. Bitte wählen Sie einen dunkleren Ton.',
  upload_missing: 'Die Datei ist nicht angekommen. Bitte wählen Sie sie noch einmal aus.',
  upload_wrong_type:
    'Diese Art von Datei lässt sich hier nicht verwenden. Bitte wählen Sie für ein Logo ein Bild als PNG, JPEG oder WebP und für ein Dokument ein PDF.',
  staff_already_invited: 'Diese Person arbeitet schon hier oder ist eingeladen. Bitte suchen Sie sie in der Liste.',
  last_owner:
    'Das ist die einzige Inhaberin oder der einzige Inhaber. Bitte geben Sie zuerst jemand anderem diese Rolle.',
  payments_not_connected:
    'Kartenzahlung ist hier noch nicht eingerichtet. Bitte zahlen Sie im Salon; einrichten kann sie die Inhaberin oder der Inhaber unter „Einstellungen“.',
  payment_in_progress: 'Gerade läuft eine Zahlung. Bitte warten Sie eine Minute und sehen Sie noch einmal nach.',
  too_many_attempts:
    'Diese Karte wurde vorerst zu oft versucht. Bitte nehmen Sie eine andere Karte oder versuchen Sie es morgen noch einmal.',
  no_card_on_file: 'Es ist keine Karte hinterlegt. Bitte hinterlegen Sie zuerst eine.',
  account_credit_too_low: 'Das Guthaben reicht dafür nicht. Bitte nehmen Sie einen kleineren Betrag.',
  pay_later_disabled:
    'Bei dieser Kundin oder diesem Kunden wird alles mit Karte bezahlt. Bitte wählen Sie Kartenzahlung.',
  not_an_open_invoice: 'Diese Rechnung ist nicht mehr offen. Bitte sehen Sie sich den neuesten Stand an.',
  not_a_paid_invoice:
    'Diese Rechnung ist nicht bezahlt: Es gibt nichts zu erstatten und keinen Beleg. Bitte wählen Sie eine andere.',
  refund_not_refused:
    'Um diese Erstattung muss sich niemand mehr kümmern. Bitte sehen Sie sich die Rechnung noch einmal an.',
  refund_too_high: ({ most }) =>
    typeof most === 'string'
      ? `Mehr als bezahlt wurde, kann nicht erstattet werden. Von dieser Zahlung sind noch ${most} übrig.`
      : 'Mehr als bezahlt wurde, kann nicht erstattet werden. Bitte geben Sie einen kleineren Betrag ein.',
  estimate_day_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `Ein Kostenvoranschlag kann vom ${formatDate(earliest, 'de')} bis zum ${formatDate(latest, 'de')} gelten. Bitte wählen Sie einen anderen letzten Tag.`
      : 'Bis zu diesem Tag kann ein Kostenvoranschlag nicht gelten. Bitte wählen Sie einen anderen.',
  estimate_not_open:
    'Dieser Kostenvoranschlag wurde inzwischen beantwortet, zurückgezogen oder ersetzt. Bitte sehen Sie sich den neuesten Stand an.',
  estimate_expired: ({ validUntil }) =>
    typeof validUntil === 'string'
      ? `Dieser Kostenvoranschlag galt bis zum ${formatDate(validUntil, 'de')}. Es braucht einen neuen.`
      : 'Dieser Kostenvoranschlag gilt nicht mehr. Es braucht einen neuen.',
  estimate_invoiced: 'Zu diesem Kostenvoranschlag gibt es schon eine Rechnung. Bitte öffnen Sie diese.',
  estimate_tax_changed:
    'Die Steuer hat sich geändert, seit dieser Kostenvoranschlag geschrieben wurde. Seine Beträge lassen sich so nicht berechnen. Bitte schreiben Sie eine neue Fassung.',
  needs_payment_page: 'Diese Rechnung wird auf der Zahlungsseite oder im Salon bezahlt. Bitte wählen Sie eines davon.',
  checkout_not_finished: 'Die Zahlungsseite wurde nicht abgeschlossen. Bitte öffnen Sie sie noch einmal.',
  cannot_be_cancelled: 'Diese Mitgliedschaft ist schon beendet oder endet bald. Es gibt nichts zu kündigen.',
  self_service_off: 'Das übernimmt Ihr Salon für Sie. Bitte rufen Sie an oder schreiben Sie.',
  not_cancelled:
    'Diese Mitgliedschaft hat niemand gekündigt. Bitte kündigen Sie sie zuerst; dann lässt sich ein Grund festhalten.',
  cancel_date_out_of_range: ({ earliest, latest }) =>
    typeof earliest === 'string' && typeof latest === 'string'
      ? `Dieser letzte Tag ist nicht möglich. Bitte wählen Sie einen vom ${formatDate(earliest, 'de')} bis zum ${formatDate(latest, 'de')}.`
      : 'Dieser letzte Tag ist nicht möglich. Bitte wählen Sie einen anderen.',
  terms_changed:
    'Bedingungen oder Beträge haben sich geändert, seit Sie diese Seite geöffnet haben. Bitte lesen Sie sie noch einmal und stimmen Sie zu.',
  transfer_not_allowed:
    'Dieses Guthaben lässt sich nicht weitergeben. Weitergeben lassen sich nur Besuche aus einem Tarif, der das erlaubt; bitte sehen Sie in dessen Regeln nach.',
  transfer_limit: ({ left }) =>
    typeof left === 'number' && left > 0
      ? `In diesem Zeitraum lassen sich nur noch ${left} weitergeben. Bitte wählen Sie weniger.`
      : 'In diesem Zeitraum wurde schon so viel weitergegeben, wie der Tarif erlaubt. Bitte warten Sie auf den nächsten.',
  transfer_used:
    'Davon wurde schon etwas genutzt, deshalb lässt es sich nicht mehr zurückholen. Bitte klären Sie es mit beiden Seiten.',
  not_a_transfer: 'Nur weitergegebene Besuche lassen sich zurückholen. Bitte wählen Sie eine andere Zeile.',
  sharing_not_allowed:
    'Diese Mitgliedschaft lässt sich mit dieser Person nicht teilen. Bitte sehen Sie in den Regeln des Tarifs nach.',
  sharing_full: ({ most }) =>
    typeof most === 'number'
      ? `Diese Mitgliedschaft lässt sich mit höchstens ${most} teilen. Bitte entfernen Sie zuerst jemanden.`
      : 'Diese Mitgliedschaft wird schon mit so vielen geteilt, wie sie erlaubt. Bitte entfernen Sie zuerst jemanden.',
  sharing_limit: ({ left }) =>
    typeof left === 'number' && left > 0
      ? `Diese Person kann in diesem Zeitraum nur noch ${left} nutzen. Bitte nehmen Sie weniger.`
      : 'Diese Person hat in diesem Zeitraum alles genutzt, was sie darf. Bitte berechnen Sie den Besuch oder warten Sie auf den nächsten Zeitraum.',
  already_sharing: 'Diese Mitgliedschaft wird mit dieser Person schon geteilt. Es ist nichts zu tun.',
  balance_changed:
    'Ihr Stand hat sich geändert, seit diese Seite geöffnet wurde. Bitte sehen Sie sich die neuen Zahlen an; Ihr Text ist noch da.',
  too_many_questions:
    'Einige Ihrer Fragen warten schon auf eine Antwort. Bitte ergänzen Sie eine davon oder rufen Sie an, wenn es eilt.',
  question_full: 'Dieses Gespräch ist sehr lang geworden. Bitte beginnen Sie ein neues.',
  question_closed: 'Diese Frage ist abgeschlossen. Bitte öffnen Sie sie zuerst wieder.',
  question_unanswered:
    'Hier fehlt noch eine Antwort. Bitte schreiben Sie zuerst eine Zeile, auch wenn sie nur sagt, dass Sie gesprochen haben.',
  question_not_closed: 'Diese Frage ist nicht abgeschlossen. Es gibt nichts wieder zu öffnen.',
  colleague_cannot_answer: 'Diese Person kann keine Fragen beantworten. Bitte wählen Sie jemand anderen.',
  same_plan: 'Die Mitgliedschaft läuft schon mit diesem Tarif. Bitte wählen Sie einen anderen.',
  payment_open:
    'Bei dieser Mitgliedschaft ist noch eine Zahlung offen. Bitte begleichen Sie zuerst diese; danach lässt sich der Tarif wechseln.',
  membership_ending: ({ lastDay }) =>
    typeof lastDay === 'string'
      ? `Die Mitgliedschaft endet am ${formatDate(lastDay, 'de')}. Für einen Wechsel nehmen Sie bitte zuerst die Kündigung zurück oder schließen Sie danach den anderen Tarif ab.`
      : 'Die Mitgliedschaft endet bald. Für einen Wechsel nehmen Sie bitte zuerst die Kündigung zurück oder schließen Sie danach den anderen Tarif ab.',
  within_commitment: ({ until }) =>
    typeof until === 'string'
      ? `Der Tarif ist bis ${formatDate(until, 'de')} vereinbart. Bitte wählen Sie bis dahin einen, der nicht weniger kostet.`
      : 'Der Tarif ist noch für eine Weile vereinbart. Bitte wählen Sie bis dahin einen, der nicht weniger kostet.',
  change_only_next_period:
    'Dieser Wechsel kann nicht heute beginnen. Bitte lassen Sie ihn mit der nächsten Abbuchung beginnen.',
  no_pending_change: 'Es ist kein Tarifwechsel vorgemerkt. Bitte sehen Sie sich den neuesten Stand an.',
  quote_expired:
    'Diese Beträge galten 15 Minuten. Bitte sehen Sie sich die neuesten an und bestätigen Sie noch einmal.',
  quote_outdated:
    'Seit diese Beträge gezeigt wurden, hat sich etwas geändert. Bitte sehen Sie sich die neuesten an und bestätigen Sie noch einmal.',
  paid_at_the_desk:
    'Diese Mitgliedschaft wird im Salon bezahlt. Für einen Wechsel ab heute sprechen Sie bitte den Salon an; ab der nächsten Zahlung können Sie hier wechseln.',
};
