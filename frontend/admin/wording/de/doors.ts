import type { doors as english } from '../en/doors.ts';

export const doors: typeof english = {
  team: 'Für das Team',
  signIn: 'Anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  forgot: 'Passwort vergessen',
  forgotIntro:
    'Mit welcher Adresse melden Sie sich an? Gehört sie zu jemandem im Team, kommt in wenigen Minuten ein Link.',
  sendLink: 'Link senden',
  linkSent: (email) =>
    `Gehört ${email} zu jemandem im Team, ist ein Link unterwegs. Er gilt begrenzte Zeit; bitte sehen Sie auch im Spam-Ordner nach.`,
  backToSignIn: 'Zurück zur Anmeldung',
  welcome: (name) => `Willkommen, ${name}`,
  welcomePlain: 'Willkommen',
  inviteIntro: (business) => `${business} hat Sie ins Team eingeladen. Wählen Sie ein Passwort, dann kann es losgehen.`,
  inviteHasPassword: (business) =>
    `${business} hat Sie ins Team eingeladen. Für diese Adresse gibt es schon ein Passwort: Geben Sie es ein, um beizutreten.`,
  join: 'Dem Team beitreten',
  newPassword: 'Neues Passwort',
  newPasswordHint: 'Mindestens 12 Zeichen. Ein kurzer Satz lässt sich am besten merken.',
  passwordTooShort: 'Bitte mindestens 12 Zeichen verwenden.',
  resetTitle: 'Neues Passwort wählen',
  resetIntro: 'Alle anderen Sitzungen dieses Kontos werden beendet.',
  setPassword: 'Passwort setzen',
  passwordSet: 'Ihr neues Passwort ist gesetzt. Melden Sie sich damit an.',
  linkExpired: 'Dieser Link gilt nicht mehr',
  linkExpiredText: 'Er ist zu alt oder wurde zurückgenommen. Sie können einen neuen an dieselbe Adresse anfordern.',
  linkUsed: 'Dieser Link wurde schon benutzt',
  linkUsedText: 'Melden Sie sich mit Ihrem Passwort an. Falls Sie es vergessen haben, fordern Sie einen neuen Link an.',
  linkWrong: 'Dieser Link funktioniert nicht',
  linkWrongText:
    'Bitte öffnen Sie ihn vollständig aus der neuesten E-Mail. Ein älterer Link gilt nicht mehr, sobald ein neuer verschickt wurde.',
  freshLink: 'Neuen Link schicken',
  freshLinkSent:
    'Wenn diese Einladung oder Anfrage noch gilt, ist ein neuer Link an dieselbe Adresse unterwegs. Kommt nichts an, fragen Sie bitte die Inhaberin oder den Inhaber.',
  checking: 'Link wird geprüft',
  noBusiness: 'Unter dieser Adresse gibt es keinen Salon',
  noBusinessText: 'Bitte prüfen Sie den ersten Teil der Adresse im Browser.',
  wrongAudience: 'Dieser Link gehört zum Kundenportal',
  wrongAudienceText: 'Bitte öffnen Sie ihn dort.',
  openPortal: 'Portal öffnen',
  notStaff: 'Sie haben hier keinen Zugang',
  notStaffText: (email) =>
    `Sie sind als ${email} angemeldet, aber dieser Salon hat Ihnen keinen Zugang gegeben. Bitten Sie die Inhaberin oder den Inhaber um eine Einladung.`,
  accessLost: (business) => `Sie haben keinen Zugang zu ${business} mehr.`,
  roleChanged: (role) => `Ihre Rolle hier ist jetzt: ${role}.`,
};
