import type { AccessWords } from '../access-words.ts';

export const access: AccessWords = {
  signIn: 'Anmelden',
  signInTo: (business) => `Ihre Mitgliedschaft bei ${business}`,
  email: 'E-Mail',
  password: 'Passwort',
  newPassword: 'Neues Passwort',
  showPassword: 'Passwort zeigen',
  hidePassword: 'Passwort verbergen',
  forgotPassword: 'Passwort vergessen',
  notInvited: 'Noch kein Passwort? Ihr Salon schickt Ihnen eine Einladung per E-Mail.',
  notAMember: 'Noch kein Mitglied? Zu den Mitgliedschaften',
  emailMissing: 'Bitte geben Sie die E-Mail-Adresse ein, die der Salon kennt, zum Beispiel name@example.com.',
  passwordMissing: 'Bitte geben Sie Ihr Passwort ein.',
  passwordTooShort: (least) => `Bitte nehmen Sie mindestens ${least} Zeichen.`,
  passwordRules: (least) =>
    `Mindestens ${least} Zeichen. Einige Wörter hintereinander sind leicht zu merken und schwer zu erraten.`,
  signedOut: 'Sie sind abgemeldet, und auf diesem Gerät ist nichts von Ihnen geblieben.',
  forgotExplained: 'Geben Sie Ihre E-Mail-Adresse ein. Wir senden Ihnen einen Link für ein neues Passwort.',
  sendLink: 'Link senden',
  linkSent: (email) =>
    `Wenn ${email} hier zu einem Konto gehört, ist ein Link unterwegs. Das kann einige Minuten dauern; bitte sehen Sie auch im Spam-Ordner nach.`,
  backToSignIn: 'Zurück zur Anmeldung',
  invitationTitle: (name) => (name === undefined ? 'Willkommen' : `Willkommen, ${name}`),
  invitationExplained:
    'Wählen Sie ein Passwort, und Ihre Mitgliedschaft öffnet sich. Ihr Guthaben sehen Sie dann jederzeit.',
  welcomeBackExplained: 'Sie haben hier schon ein Passwort. Ein Druck meldet Sie an und öffnet Ihre Mitgliedschaft.',
  openMembership: 'Meine Mitgliedschaft öffnen',
  resetTitle: 'Neues Passwort wählen',
  resetExplained: 'Das neue Passwort ersetzt das alte, und auf allen anderen Geräten werden Sie abgemeldet.',
  savePassword: 'Passwort speichern und anmelden',
  usedTitle: 'Dieser Link wurde schon benutzt',
  usedExplained:
    'Jeder Link gilt einmal. Haben Sie Ihr Passwort schon gesetzt, melden Sie sich einfach an. Sonst senden wir Ihnen einen neuen.',
  expiredTitle: 'Dieser Link ist abgelaufen',
  expiredExplained:
    'Links gelten nur eine Zeit lang, damit Ihre Mitgliedschaft sicher bleibt. Wir senden einen neuen an dieselbe Adresse.',
  freshLink: 'Neuen Link senden',
  freshLinkSent:
    'Gilt Ihre Einladung oder Ihr Konto noch, ist ein neuer Link an dieselbe E-Mail-Adresse unterwegs. Das kann einige Minuten dauern.',
  incompleteTitle: 'Dieser Link ist nicht vollständig',
  incompleteExplained:
    'Bitte öffnen Sie ihn noch einmal aus der E-Mail. Hilft das nicht, fordern Sie hier einen neuen an.',
  forTeamTitle: 'Diese Einladung ist für das Team',
  forTeamExplained: 'Sie öffnet die eigenen Seiten des Salons, keine Mitgliedschaft.',
  forTeamOpen: 'Seite des Teams öffnen',
  passwordSaved: 'Ihr neues Passwort ist gespeichert. Bitte melden Sie sich damit an.',
  endMails: 'Diese E-Mails beenden',
  endMailsExplained: (business) =>
    `${business} schickt Ihnen dann keine Erinnerungen mehr per E-Mail, zum Beispiel dass eine Karte oder eine Leistung bald abläuft.`,
  mailsThatStay:
    'Was Sie für Ihre Mitgliedschaft brauchen, kommt weiter: Belege und Nachrichten zu Zahlungen, Preisen, Verlängerung und Kündigung.',
  mailsEnded: 'Erledigt. Sie bekommen diese E-Mails nicht mehr.',
};
