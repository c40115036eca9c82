import { type AuroraPlan, type AuroraService, clients } from './aurora-clients.ts';
import type { Salon } from './salon.ts';

const month = { unit: 'month', count: 1 } as const;

/** A day spa with a studio in New York: dollars, American English. */
export const aurora: Salon<AuroraService, AuroraPlan> = {
  slug: 'aurora',
  name: 'Aurora Spa & Studio',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  brand: {
    colour: '#7a3b57',
    tagline: 'Slow down. Glow up.',
    welcome: 'Good to see you. Here is everything your membership holds – and a warm robe is waiting at the desk.',
  },
  contact: {
    email: 'hello@aurora.example.com',
    phone: '+12125550140',
    website: 'https://aurora.example.com',
    address: '214 Willow Street\nNew York, NY 10001',
  },
  features: { memberPauses: true, memberCancels: false, memberChangesPlan: false },
  tax: { name: 'Sales tax', basisPoints: 450, mode: 'exclusive' },
  seller: {
    name: 'Aurora Spa & Studio LLC',
    address: '214 Willow Street\nNew York, NY 10001',
    taxId: 'EIN 00-0000000',
  },
  services: {
    facial: { name: 'Signature facial', oneVisit: 'facial visit', visits: 'facial visits', price: 14500, minutes: 60 },
    massage: { name: 'Massage', oneVisit: 'massage visit', visits: 'massage visits', price: 13000, minutes: 60 },
    haircut: { name: 'Haircut', oneVisit: 'haircut visit', visits: 'haircut visits', price: 9500, minutes: 45 },
    blowout: { name: 'Blowout', oneVisit: 'blowout visit', visits: 'blowout visits', price: 6500, minutes: 40 },
    manicure: { name: 'Manicure', oneVisit: 'manicure visit', visits: 'manicure visits', price: 4800, minutes: 45 },
    yoga: { name: 'Studio class', oneVisit: 'studio class', visits: 'studio classes', price: 2800, minutes: 55 },
  },
  locations: [
    { name: 'Willow Street', address: '214 Willow Street\nNew York, NY 10001' },
    { name: 'Harbor Loft', address: '9 Harbor Lane\nBrooklyn, NY 11201' },
  ],
  plans: {
    glow: {
      name: 'Glow',
      tier: 'Silver',
      description: 'Two facials a month and a little off everything else.',
      price: 18900,
      interval: month,
      benefits: [
        { kind: 'visits', key: 'facials', services: ['facial'], units: 2 },
        { kind: 'discount', key: 'ten-percent', services: [], percent: 10 },
      ],
      renewal: { kind: 'until_cancelled' },
    },
    gold: {
      name: 'Aurora Gold',
      tier: 'Gold',
      description: 'Massage, haircut, and an allowance for whatever hands and hair need in between.',
      price: 32900,
      enrolmentFee: 4900,
      interval: month,
      benefits: [
        { kind: 'visits', key: 'massages', services: ['massage'], units: 2 },
        { kind: 'visits', key: 'haircut', services: ['haircut'], units: 1 },
        { kind: 'allowance', key: 'extras', services: ['manicure', 'blowout'], value: 10000 },
        { kind: 'discount', key: 'facials', services: ['facial'], percent: 20 },
      ],
      renewal: { kind: 'until_cancelled' },
    },
    studio: {
      name: 'Studio Unlimited',
      tier: 'Studio',
      description: 'Every class, every day.',
      price: 14900,
      interval: month,
      benefits: [{ kind: 'unlimited', key: 'classes', services: ['yoga'] }],
      renewal: { kind: 'until_cancelled' },
      trialDays: 7,
    },
    bridal: {
      name: 'Bridal Glow',
      tier: 'Occasion',
      description: 'Six months up to the big day; it ends by itself.',
      price: 24900,
      interval: month,
      benefits: [
        { kind: 'visits', key: 'facial', services: ['facial'], units: 1 },
        { kind: 'visits', key: 'hair', services: ['haircut', 'blowout'], units: 2 },
      ],
      renewal: { kind: 'fixed_term', periods: 6 },
    },
  },
  team: {
    owner: { name: 'Marguerite Okafor', email: 'marguerite@aurora.example.com' },
    manager: { name: 'Daniel Reyes', email: 'daniel@aurora.example.com' },
    receptionist: { name: 'Priya Raman', email: 'priya@aurora.example.com' },
    cashier: { name: 'Theo Lindqvist', email: 'theo@aurora.example.com' },
    practitioner: { name: 'Soo-jin Park', email: 'soojin@aurora.example.com' },
    accountant: { name: 'Ruth Abrams', email: 'ruth@aurora.example.com' },
  },
  newColleague: { name: 'Camille Dubois', email: 'camille@aurora.example.com', role: 'practitioner' },
  clients,
};
