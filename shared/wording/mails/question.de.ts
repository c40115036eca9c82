import { greetingDe as greeting } from './frame.de.ts';
import type { QuestionMails } from './question-words.ts';

export const questionDe: QuestionMails = {
  answered: (facts) => ({
    subject: `Eine Nachricht für Sie von ${facts.business}`,
    greeting: greeting(facts),
    body: [
      'Sie haben uns etwas gefragt. Wir haben geantwortet; die Antwort steht in Ihrem Portal, wo nur Sie sie lesen können.',
    ],
    action: 'Antwort lesen',
    remarks: ['Wenn Sie zurückschreiben möchten, tun Sie es bitte dort.'],
    why: `Sie erhalten diese E-Mail, weil Sie ${facts.business} etwas gefragt haben.`,
  }),
  waiting: (facts) => ({
    subject: 'Ein Mitglied hat eine Frage',
    greeting: greeting(facts),
    body: [`Ein Mitglied hat Ihnen geschrieben. Zugesagt ist eine Antwort bis ${facts.by}.`],
    action: 'Frage öffnen',
    remarks: ['Zum Schutz des Mitglieds steht der Text nicht in dieser E-Mail.'],
    why: `Sie erhalten diese E-Mail, weil dies die Kontaktadresse von ${facts.business} ist.`,
  }),
};
