import type { EstimateMails } from './estimate-words.ts';
import { greetingDe as greeting } from './frame.de.ts';
import { receiptParts } from './receipt-parts.ts';

export const estimateDe: EstimateMails = {
  sent: (facts) => ({
    subject: facts.isNewer
      ? `Eine neue Fassung Ihres Kostenvoranschlags von ${facts.business}`
      : `Ihr Kostenvoranschlag von ${facts.business}`,
    greeting: greeting(facts),
    body: [
      facts.isNewer
        ? 'Wir haben Ihren Kostenvoranschlag neu geschrieben. Diese Fassung ersetzt die vorige.'
        : 'Wir haben einen Kostenvoranschlag für Sie geschrieben.',
      ...(facts.paper === undefined
        ? [
            {
              rows: [
                { label: 'Kostenvoranschlag', value: facts.number },
                { label: 'Gültig bis', value: facts.validUntil },
                { label: 'Gesamtbetrag', value: facts.total, strong: true as const },
              ],
            },
          ]
        : receiptParts(facts.paper)),
      facts.paper === undefined
        ? 'Im Portal sehen Sie, worum es geht, und können ihn annehmen oder ablehnen. Abgebucht wird dabei nichts: Das ist keine Rechnung.'
        : 'Das ist keine Rechnung; es ist nichts zu bezahlen.',
    ],
    action: facts.paper === undefined ? 'Ansehen und antworten' : undefined,
    remarks:
      facts.paper === undefined
        ? []
        : ['Wenn Sie ihn annehmen oder ablehnen möchten, rufen Sie uns bitte an oder antworten Sie auf diese E-Mail.'],
    why: `Sie erhalten diese E-Mail, weil ${facts.business} einen Kostenvoranschlag für Sie geschrieben hat.`,
  }),
  withdrawn: (facts) => ({
    subject: `Ihr Kostenvoranschlag von ${facts.business} gilt nicht mehr`,
    greeting: greeting(facts),
    body: [
      `Wir haben den Kostenvoranschlag ${facts.number} über ${facts.total} zurückgezogen, den Sie angenommen hatten.`,
      'Sie müssen dafür nichts bezahlen.',
    ],
    action: facts.hasPortal ? 'Kostenvoranschlag ansehen' : undefined,
    remarks: ['Wenn Sie das überrascht, rufen Sie uns bitte an oder antworten Sie auf diese E-Mail.'],
    why: `Sie erhalten diese E-Mail, weil Sie einen Kostenvoranschlag von ${facts.business} angenommen hatten.`,
  }),
  answered: (facts) => ({
    subject:
      facts.kind === 'accepted' ? 'Ein Kostenvoranschlag wurde angenommen' : 'Ein Kostenvoranschlag wurde abgelehnt',
    greeting: greeting(facts),
    body: [
      facts.kind === 'accepted'
        ? `Der Kostenvoranschlag ${facts.number} wurde angenommen. Sie können jetzt die Rechnung dazu stellen.`
        : `Der Kostenvoranschlag ${facts.number} wurde abgelehnt. Ob ein Grund genannt wurde, steht dabei.`,
    ],
    action: 'Kostenvoranschlag öffnen',
    remarks: ['Zum Schutz Ihrer Kundschaft steht der Name nicht in dieser E-Mail.'],
    why: `Sie erhalten diese E-Mail, weil dies die Kontaktadresse von ${facts.business} ist.`,
  }),
};
