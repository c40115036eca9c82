import type { AccessFacts, AccessMails } from './access-words.ts';
import { greetingDe as greeting } from './frame.de.ts';

const onlyForYou = 'Der Link ist nur für Sie: Bitte leiten Sie diese E-Mail nicht weiter.';
const untilThen = ({ until }: AccessFacts) =>
  `Der Link gilt einmal, bis ${until}. Danach können Sie dort einen neuen anfordern.`;

const password: AccessMails['member_password'] = (facts) => ({
  subject: `Neues Passwort für ${facts.business}`,
  greeting: greeting(facts),
  body: ['Jemand, vermutlich Sie, hat ein neues Passwort angefordert. Hier können Sie eines wählen.'],
  action: 'Neues Passwort wählen',
  remarks: [
    `Der Link gilt einmal, bis ${facts.until}.`,
    'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
  ],
});

export const accessDe: AccessMails = {
  member_invitation: (facts) => ({
    subject: `Ihre Einladung zu ${facts.business}`,
    greeting: greeting(facts),
    body: [
      `${facts.business} lädt Sie auf Ihre eigene Seite ein: Ihre Mitgliedschaft, was Sie nutzen können und was als Nächstes kommt.`,
      'Legen Sie Ihr Passwort fest, um sie zu öffnen.',
    ],
    action: 'Passwort festlegen',
    remarks: [untilThen(facts), onlyForYou],
  }),
  member_sign_in: (facts) => ({
    subject: `Anmelden bei ${facts.business}`,
    greeting: greeting(facts),
    body: [
      `${facts.business} lädt Sie auf Ihre eigene Seite ein: Ihre Mitgliedschaft, was Sie nutzen können und was als Nächstes kommt.`,
      'Für diese E-Mail-Adresse haben Sie schon ein Passwort. Es bleibt, wie es ist; dieser Link meldet Sie an.',
    ],
    action: 'Anmelden',
    remarks: [untilThen(facts), onlyForYou],
  }),
  staff_invitation: (facts) => ({
    subject: `Willkommen im Team von ${facts.business}`,
    greeting: greeting(facts),
    body: [
      `Sie sind eingeladen, die Kundschaft von ${facts.business} mitzubetreuen.`,
      'Legen Sie Ihr Passwort fest, um zu beginnen.',
    ],
    action: 'Passwort festlegen',
    remarks: [untilThen(facts), onlyForYou],
  }),
  staff_sign_in: (facts) => ({
    subject: `Willkommen im Team von ${facts.business}`,
    greeting: greeting(facts),
    body: [
      `Sie sind eingeladen, die Kundschaft von ${facts.business} mitzubetreuen.`,
      'Für diese E-Mail-Adresse haben Sie schon ein Passwort. Es bleibt, wie es ist; geben Sie es ein, um zu beginnen.',
    ],
    action: 'Anmelden',
    remarks: [untilThen(facts), onlyForYou],
  }),
  member_password: password,
  staff_password: password,
};
