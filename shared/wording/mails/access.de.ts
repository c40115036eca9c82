import type { MailFacts, MailSentences } from './mail-words.ts';

const greeting = ({ name }: MailFacts) => (name === undefined ? 'Guten Tag,' : `Guten Tag ${name},`);
const address = 'Falls die Schaltfläche nicht geht, kopieren Sie diese Adresse in Ihren Browser:';
const onlyForYou = 'Der Link ist nur für Sie: Bitte leiten Sie diese E-Mail nicht weiter.';
const untilThen = ({ until }: MailFacts) =>
  `Der Link gilt einmal, bis ${until}. Danach können Sie dort einen neuen anfordern.`;

const password: MailSentences['member_password'] = (facts) => ({
  subject: `Neues Passwort für ${facts.business}`,
  greeting: greeting(facts),
  paragraphs: ['Jemand, vermutlich Sie, hat ein neues Passwort angefordert. Hier können Sie eines wählen.'],
  action: 'Neues Passwort wählen',
  remarks: [
    `Der Link gilt einmal, bis ${facts.until}.`,
    'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
  ],
  address,
});

export const mailsDe: MailSentences = {
  member_invitation: (facts) => ({
    subject: `Ihre Einladung zu ${facts.business}`,
    greeting: greeting(facts),
    paragraphs: [
      `${facts.business} lädt Sie auf Ihre eigene Seite ein: Ihre Mitgliedschaft, was Sie nutzen können und was als Nächstes kommt.`,
      'Legen Sie Ihr Passwort fest, um sie zu öffnen.',
    ],
    action: 'Passwort festlegen',
    remarks: [untilThen(facts), onlyForYou],
    address,
  }),
  member_sign_in: (facts) => ({
    subject: `Anmelden bei ${facts.business}`,
    greeting: greeting(facts),
    paragraphs: [
      `${facts.business} lädt Sie auf Ihre eigene Seite ein: Ihre Mitgliedschaft, was Sie nutzen können und was als Nächstes kommt.`,
      'Für diese E-Mail-Adresse haben Sie schon ein Passwort. Es bleibt, wie es ist; dieser Link meldet Sie an.',
    ],
    action: 'Anmelden',
    remarks: [untilThen(facts), onlyForYou],
    address,
  }),
  staff_invitation: (facts) => ({
    subject: `Willkommen im Team von ${facts.business}`,
    greeting: greeting(facts),
    paragraphs: [
      `Sie sind eingeladen, die Kundschaft von ${facts.business} mitzubetreuen.`,
      'Legen Sie Ihr Passwort fest, um zu beginnen.',
    ],
    action: 'Passwort festlegen',
    remarks: [untilThen(facts), onlyForYou],
    address,
  }),
  staff_sign_in: (facts) => ({
    subject: `Willkommen im Team von ${facts.business}`,
    greeting: greeting(facts),
    paragraphs: [
      `Sie sind eingeladen, die Kundschaft von ${facts.business} mitzubetreuen.`,
      'Für diese E-Mail-Adresse haben Sie schon ein Passwort. Es bleibt, wie es ist; geben Sie es ein, um zu beginnen.',
    ],
    action: 'Anmelden',
    remarks: [untilThen(facts), onlyForYou],
    address,
  }),
  member_password: password,
  staff_password: password,
};
