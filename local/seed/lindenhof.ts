import { clients, type LindenhofPlan, type LindenhofService } from './lindenhof-clients.ts';
import type { Salon } from './salon.ts';

const month = { unit: 'month', count: 1 } as const;

/** A cosmetics salon in Berlin: euros, German. */
export const lindenhof: Salon<LindenhofService, LindenhofPlan> = {
  slug: 'lindenhof',
  name: 'Lindenhof Kosmetik',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'de-DE',
  brand: {
    colour: '#2f5d50',
    tagline: 'Gepflegt durchs Jahr',
    welcome:
      'Schön, dass Sie da sind. Hier sehen Sie, was in Ihrer Mitgliedschaft steckt – und der Tee ist schon aufgesetzt.',
  },
  contact: {
    email: 'gruss@lindenhof.example.org',
    phone: '+493023125400',
    website: 'https://lindenhof.example.org',
    address: 'Lindenhof 12\n10405 Berlin',
  },
  features: { memberPauses: false, memberCancels: false, memberChangesPlan: false },
  tax: { name: 'MwSt.', basisPoints: 1900, mode: 'inclusive' },
  seller: { name: 'Lindenhof Wellness GmbH', address: 'Lindenhof 12\n10405 Berlin', taxId: 'DE 000000000' },
  services: {
    gesicht: {
      name: 'Gesichtsbehandlung',
      oneVisit: 'Gesichtsbehandlung',
      visits: 'Gesichtsbehandlungen',
      price: 7900,
      minutes: 75,
    },
    manikuere: { name: 'Maniküre', oneVisit: 'Maniküre', visits: 'Maniküren', price: 3400, minutes: 40 },
    pedikuere: { name: 'Fußpflege', oneVisit: 'Fußpflege', visits: 'Fußpflegen', price: 3900, minutes: 50 },
    massage: { name: 'Rückenmassage', oneVisit: 'Rückenmassage', visits: 'Rückenmassagen', price: 4800, minutes: 40 },
    brauen: {
      name: 'Brauen & Wimpern',
      oneVisit: 'Brauen-und-Wimpern-Termin',
      visits: 'Brauen-und-Wimpern-Termine',
      price: 2900,
      minutes: 30,
    },
    haltung: {
      name: 'Gesichtsyoga',
      oneVisit: 'Gesichtsyoga',
      visits: 'Gesichtsyoga-Stunden',
      price: 1800,
      minutes: 45,
    },
  },
  locations: [
    { name: 'Lindenhof', address: 'Lindenhof 12\n10405 Berlin' },
    { name: 'Am Wasserturm', address: 'Turmgasse 3\n10407 Berlin' },
  ],
  plans: {
    pflege: {
      name: 'Pflege-Abo',
      tier: 'Basis',
      description: 'Jeden Monat eine Gesichtsbehandlung und zehn Prozent auf alles Weitere.',
      price: 6900,
      interval: month,
      benefits: [
        { kind: 'visits', key: 'gesicht', services: ['gesicht'], units: 1 },
        { kind: 'discount', key: 'zehn-prozent', services: [], percent: 10 },
      ],
      renewal: { kind: 'until_cancelled' },
    },
    auszeit: {
      name: 'Auszeit',
      tier: 'Premium',
      description: 'Gesicht, Rücken und ein Guthaben für Hände, Füße und Brauen.',
      price: 14900,
      interval: month,
      benefits: [
        { kind: 'visits', key: 'gesicht', services: ['gesicht'], units: 1 },
        { kind: 'visits', key: 'ruecken', services: ['massage'], units: 2 },
        { kind: 'allowance', key: 'guthaben', services: ['manikuere', 'pedikuere', 'brauen'], value: 4000 },
      ],
      renewal: { kind: 'until_cancelled' },
    },
    haltung: {
      name: 'Gesichtsyoga-Flat',
      tier: 'Kurse',
      description: 'Alle Kurse, so oft Sie möchten.',
      price: 3900,
      interval: month,
      benefits: [{ kind: 'unlimited', key: 'kurse', services: ['haltung'] }],
      renewal: { kind: 'until_cancelled' },
    },
    kur: {
      name: 'Hautbild-Kur',
      tier: 'Kur',
      description: 'Drei Monate mit je zwei Gesichtsbehandlungen; endet von selbst.',
      price: 12900,
      interval: month,
      benefits: [{ kind: 'visits', key: 'gesicht', services: ['gesicht'], units: 2 }],
      renewal: { kind: 'fixed_term', periods: 3 },
    },
  },
  team: {
    owner: { name: 'Friederike Lindner', email: 'friederike@lindenhof.example.org' },
    manager: { name: 'Çağla Yıldız', email: 'cagla@lindenhof.example.org' },
    receptionist: { name: 'Jule Petersen', email: 'jule@lindenhof.example.org' },
    cashier: { name: 'Tobias Groß', email: 'tobias@lindenhof.example.org' },
    practitioner: { name: 'Małgorzata Nowak', email: 'malgorzata@lindenhof.example.org' },
    accountant: { name: 'Heinrich Möller', email: 'heinrich@lindenhof.example.org' },
  },
  newColleague: { name: 'Noah Weiß', email: 'noah@lindenhof.example.org', role: 'cashier' },
  clients,
};
