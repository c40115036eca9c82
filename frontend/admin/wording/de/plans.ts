import type { Interval } from '../../../../shared/domain/time.ts';
import type { plans as english } from '../en/plans.ts';

const units = { week: ['Woche', 'Wochen'], month: ['Monat', 'Monate'], year: ['Jahr', 'Jahre'] } as const;
const dative = { week: 'Wochen', month: 'Monaten', year: 'Jahren' } as const;

const every = ({ unit, count }: Interval) =>
  count === 1 ? `pro ${units[unit][0]}` : `alle ${count} ${units[unit][1]}`;

export const plans: typeof english = {
  title: 'Tarife',
  newPlan: 'Neuer Tarif',
  newVersion: 'Neue Fassung',
  newVersionOf: (plan) => `Neue Fassung von ${plan}`,
  newVersionTitle: (plan, version) => `${plan}: Fassung ${version}`,
  whoIsAffected:
    'Mitglieder behalten ihre Fassung zu ihrem Preis. Nur wer ab jetzt aufgenommen wird, bekommt die neue.',
  versionOf: (version) => `Fassung ${version}`,
  offered: 'im Angebot',
  notOffered: 'nicht mehr im Angebot',
  earlier: (count) => (count === 1 ? '1 frühere Fassung' : `${count} frühere Fassungen`),
  emptyTitle: 'Noch keine Tarife',
  empty:
    'Ein Tarif sagt, was Mitglieder zahlen und was sie dafür bekommen. Veröffentlichen Sie den ersten, dann können Sie Mitglieder aufnehmen.',
  needServices: 'Legen Sie zuerst die Leistungen an: Aus ihnen besteht ein Tarif.',
  every,
  priceEvery: (price, interval) => `${price} ${every(interval)}`,
  eachPeriod: (interval) => every(interval),
  visits: (units, services) => `${units} × ${services}`,
  allowance: (value, services) => `${value} für ${services}`,
  discount: (percent, services) => `${percent} % Rabatt auf ${services}`,
  everything: 'alles',
  unlimited: (services) => `Unbegrenzt ${services}`,
  untilCancelled: 'Verlängert sich bis zur Kündigung',
  fixedTerm: (periods, interval) =>
    `Endet von selbst nach ${periods * interval.count} ${periods * interval.count === 1 ? units[interval.unit][0] : dative[interval.unit]}`,
  includedVisits: (visits) =>
    visits === 'unlimited'
      ? 'Unbegrenzte Besuche'
      : visits === 1
        ? '1 Besuch enthalten'
        : `${visits} Besuche enthalten`,

  name: 'Name',
  tier: 'Stufe',
  tierHint: 'Wie man ihn einordnet, zum Beispiel Gold.',
  description: 'Beschreibung (optional)',
  descriptionHint: 'Ein, zwei Sätze, die Mitglieder lesen.',
  price: 'Preis',
  interval: 'Abrechnung alle',
  unit: 'Zeiteinheit',
  unitNames: { week: 'Woche(n)', month: 'Monat(e)', year: 'Jahr(e)' },
  benefits: 'Leistungen jedes Zeitraums',
  addBenefit: 'Vorteil hinzufügen',
  removeBenefit: (position) => `Vorteil ${position} entfernen`,
  benefit: (position) => `Vorteil ${position}`,
  benefitKind: 'Art',
  benefitKinds: {
    visits: 'Eine Anzahl Besuche',
    allowance: 'Ein Betrag zum Ausgeben',
    discount: 'Ein Rabatt',
    unlimited: 'Unbegrenzte Besuche',
  },
  services: 'Leistungen',
  discountServices: 'Leistungen (keine gewählt: alles)',
  howMany: 'Besuche',
  value: 'Betrag',
  percent: 'Prozent Rabatt',
  allowanceCheck: 'Besuche insgesamt',
  allowanceHint: 'Zur Kontrolle: Wie viele Besuche enthält ein Zeitraum, alle Leistungen zusammen?',
  allowanceUnlimited: 'Unbegrenzt',
  allowanceFits: 'Passt zu den Vorteilen.',
  allowanceWrong: (stated, included) => {
    const sum = included === 'unlimited' ? 'unbegrenzte Besuche' : included === 1 ? '1 Besuch' : `${included} Besuche`;
    if (stated === undefined) return `Bitte geben Sie eine ganze Zahl an. Die Vorteile ergeben ${sum}.`;
    return `Sie haben ${stated === 'unlimited' ? '„Unbegrenzt“ gewählt' : `${stated} angegeben`}, die Vorteile ergeben ${sum}.`;
  },
  renewal: 'Verlängerung',
  renewalKinds: { until_cancelled: 'Verlängert sich bis zur Kündigung', fixed_term: 'Endet von selbst' },
  periods: 'Anzahl Zeiträume',
  preview: 'In einfachen Worten',
  previewEmpty: 'Füllen Sie die Bedingungen aus; hier stehen sie dann, wie Mitglieder sie lesen.',
  publish: 'Tarif veröffentlichen',
  publishVersion: 'Neue Fassung veröffentlichen',
  nothingChanged: 'Es wurde nichts geändert.',
  newerVersion: (version) =>
    `Inzwischen wurde im Team Fassung ${version} veröffentlicht. Ihre Eingaben sind noch da. Sehen Sie sich zuerst die neue an, oder veröffentlichen Sie Ihre danach.`,
  loadNewest: 'Meine durch die neueste ersetzen',
  publishOnTop: 'Meine danach veröffentlichen',
  withdraw: 'Aus dem Angebot nehmen',
  withdrawOf: (plan) => `${plan} aus dem Angebot nehmen`,
  withdrawTitle: (plan) => `${plan} aus dem Angebot nehmen?`,
  withdrawText:
    'Niemand kann mehr neu aufgenommen werden. Mitglieder behalten den Tarif zu ihrem Preis, und er verlängert sich weiter.',
  withdrawn: (plan) => `${plan} ist nicht mehr im Angebot.`,
  offerAgain: 'Wieder anbieten',
  offerAgainOf: (plan) => `${plan} wieder anbieten`,
  offeredAgain: (plan) => `${plan} ist wieder im Angebot.`,
  published: (plan) => `${plan} ist veröffentlicht.`,
  atLeastOneBenefit: 'Ein Tarif braucht mindestens einen Vorteil.',

  servicesTitle: 'Leistungen',
  addService: 'Leistung hinzufügen',
  editService: (name) => `${name} bearbeiten`,
  serviceName: 'Name',
  sameName: 'Es gibt schon eine Leistung mit diesem Namen. Ist es eine andere?',
  oneVisit: 'Ein Besuch heißt',
  oneVisitHint: 'Zum Beispiel „Haarschnitt“',
  manyVisits: 'Mehrere Besuche heißen',
  manyVisitsHint: 'Zum Beispiel „Haarschnitte“',
  servicePrice: 'Preis ohne Mitgliedschaft (optional)',
  minutes: 'Minuten (optional)',
  archived: 'Nicht mehr im Angebot',
  minutesOf: (minutes) => `${minutes} Min.`,
  noServices: 'Noch keine Leistungen. Legen Sie an, was Sie anbieten: Haarschnitt, Gesichtsbehandlung, Massage.',
  serviceSaved: (name) => `${name} ist gespeichert.`,

  enrolTitle: (client) => `${client} aufnehmen`,
  choosePlan: 'Tarif',
  noPlans: 'Kein Tarif ist im Angebot. Veröffentlichen Sie zuerst einen unter Tarife.',
  startsOn: 'Beginn',
  startsToday: 'Beginnt heute: Die erste Zahlung ist heute fällig.',
  startsPast: (date) =>
    `Beginnt in der Vergangenheit: für Mitglieder, die Sie übernehmen. Zahlungstage zählen ab ${date}; Guthaben gibt es nur für den laufenden Zeitraum.`,
  startsFuture: (date) => `Beginnt später: Leistungen können ab ${date} genutzt werden.`,
  startOutOfRange: (earliest, latest) => `Bitte wählen Sie einen Tag von ${earliest} bis ${latest}.`,
  afterwards: 'Was geschieht',
  nextBillDate: 'Nächste Zahlung',
  creditsNow: 'Guthaben',
  noCredits: 'Keines, das gezählt wird',
  validUntil: (date) => `gültig bis ${date}`,
  payment: 'Zahlung',
  atTheDesk: (price) => `${price}, an der Kasse`,
  alreadyIn: 'schon Mitglied',
  enrolConfirm: (plan) => `In ${plan} aufnehmen`,
  enrolled: (client, plan) => `${client} ist jetzt Mitglied in ${plan}.`,
  enrolledTitle: 'Weisen Sie auf das Portal hin',
  portalText:
    'Stand, Guthaben mit Gültigkeit und die nächste Zahlung stehen im Kundenportal, gleich auf der ersten Seite nach der Anmeldung.',
  inviteNow: 'Einladung zum Portal senden',
  later: 'Später',
  portalReady: 'Die Anmeldung dort ist schon eingerichtet.',
  portalNoEmail: 'Es gibt keine E-Mail-Adresse. Ergänzen Sie eine und senden Sie die Einladung dann aus dem Profil.',
};
