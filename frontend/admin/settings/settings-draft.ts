import type * as z from 'zod/mini';
import { Colour, contrast, isReadable } from '../../../shared/domain/brand.ts';
import type { Business, Locale } from '../../../shared/domain/business.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { SaveOffer } from '../../../shared/domain/save-offer.ts';
import { Email, WebAddress } from '../../../shared/domain/text.ts';
import { phoneForReading, readPhone } from '../../../shared/wording/phone.ts';
import { readWhole } from '../credits/units.ts';
import type { Wording } from '../wording/wording.ts';
import { readRetryDays, readSeller, readWindow } from './billing-draft.ts';
import { type HandLimitsDraft, handLimitsDraftOf, readHandLimits } from './hand-limits-draft.ts';
import { type PauseDraft, pauseDraftOf, pauseProblem, readPauses } from './pause-draft.ts';
import { readSwitches, type Switch, type SwitchDraft, switchDraftOf, switchOf } from './switch-draft.ts';
import { readTax, type TaxDraft, taxDraftOf } from './tax-draft.ts';

/** The settings as they stand in the form, exactly as typed. */
export interface SettingsDraft extends SwitchDraft, PauseDraft, HandLimitsDraft {
  readonly name: string;
  readonly locale: Locale;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly address: string;
  readonly colour: string;
  readonly tagline: string;
  readonly welcome: string;
  readonly graceDays: string;
  readonly retryDays: string;
  readonly cancelAfterDays: string;
  /** Last days wait while credits rest for an open payment. */
  readonly frozenClockStops: Switch;
  readonly expiresSoonDays: string;
  readonly renewalNoticeDays: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly answerDays: string;
  /** The weekdays on which questions are answered, as digits: “12345”. */
  readonly answerWeekdays: string;
  readonly saveOffer: SaveOffer;
  readonly taxMode: TaxDraft['mode'];
  readonly taxName: string;
  readonly taxRate: string;
  readonly sellerName: string;
  readonly sellerAddress: string;
  readonly sellerTaxId: string;
}
export type SettingsProblems = Partial<Record<keyof SettingsDraft, string>>;

export const draftOf = (business: Business): SettingsDraft => {
  const { name, locale, contact, brand, policies, renewalWindow, answers, seller } = business;
  const tax = taxDraftOf(business.tax, locale);
  return {
    name,
    locale,
    email: contact.email ?? '',
    phone: contact.phone === undefined ? '' : phoneForReading(contact.phone),
    website: contact.website ?? '',
    address: contact.address ?? '',
    colour: brand.colour,
    tagline: brand.tagline ?? '',
    welcome: brand.welcome ?? '',
    graceDays: String(policies.graceDays),
    expiresSoonDays: String(policies.expiresSoonDays),
    renewalNoticeDays: String(policies.renewalNoticeDays),
    retryDays: policies.retryDays.join(', '),
    cancelAfterDays: String(policies.cancelAfterDays),
    frozenClockStops: switchOf(policies.frozenClockStops ?? false),
    windowFrom: renewalWindow.from,
    windowTo: renewalWindow.to,
    answerDays: String(answers.workingDays),
    answerWeekdays: answers.weekdays.join(''),
    ...switchDraftOf(business.features),
    ...pauseDraftOf(business),
    ...handLimitsDraftOf(business),
    saveOffer: business.saveOffer ?? 'none',
    taxMode: tax.mode,
    taxName: tax.name,
    taxRate: tax.rate,
    sellerName: seller?.name ?? '',
    sellerAddress: seller?.address ?? '',
    sellerTaxId: seller?.taxId ?? '',
  };
};

export const readColour = (typed: string): string | undefined => {
  const colour = Colour.safeParse(typed.trim());
  return colour.success ? colour.data : undefined;
};

/** The contrast of white text, to one decimal. Rounded down where it is too little: 4.46 must not read as enough. */
export const shownContrast = (colour: string): number => {
  const tenths = contrast(colour, '#ffffff') * 10;
  return (isReadable(colour) ? Math.round(tenths) : Math.floor(tenths)) / 10;
};

export const policyRanges = {
  graceDays: [0, 30],
  expiresSoonDays: [1, 60],
  renewalNoticeDays: [1, 30],
  cancelAfterDays: [1, 90],
} as const;

/** The problems of all fields but those in `fields`. */
export const withoutFields = (problems: SettingsProblems, fields: Partial<SettingsDraft>): SettingsProblems =>
  Object.fromEntries(Object.entries(problems).filter(([name]) => !(name in fields)));

/** What to send for the draft, or what is wrong with each field. */
export function readSettings(draft: SettingsDraft, currency: Currency, words: Wording) {
  const problems: SettingsProblems = {};
  const optional = <T>(field: keyof SettingsDraft, read: (text: string) => T | undefined, problem: string) => {
    const text = draft[field].trim();
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) problems[field] = problem;
    return value;
  };
  const parsed =
    <Schema extends z.ZodMiniType>(schema: Schema) =>
    (text: string) => {
      const result = schema.safeParse(text);
      return result.success ? result.data : undefined;
    };
  const days = (field: keyof typeof policyRanges) => {
    const [least, most] = policyRanges[field];
    const value = readWhole(draft[field], least, most);
    if (value === undefined) problems[field] = words.common.numberBetween(least, most);
    return value ?? least;
  };

  const name = draft.name.trim();
  if (name === '') problems.name = words.common.required;
  const email = optional('email', parsed(Email), words.common.emailWrong);
  const phone = optional('phone', (text) => readPhone(text, draft.locale), words.common.phoneWrong);
  const website = optional('website', parsed(WebAddress), words.common.webWrong);
  if (draft.email.trim() === '' && draft.phone.trim() === '') problems.email = words.settings.oneOfBoth;
  const colour = readColour(draft.colour);
  if (colour === undefined) problems.colour = words.settings.colourWrong;
  else if (!isReadable(colour)) problems.colour = words.settings.colourUnreadable;
  const cancelAfterDays = days('cancelAfterDays');
  const retryDays = readRetryDays(draft.retryDays, cancelAfterDays);
  if (retryDays === undefined) problems.retryDays = words.settings.retryDaysWrong(cancelAfterDays);
  const policies = {
    graceDays: days('graceDays'),
    expiresSoonDays: days('expiresSoonDays'),
    renewalNoticeDays: days('renewalNoticeDays'),
    retryDays: retryDays ?? [0],
    cancelAfterDays,
    frozenClockStops: draft.frozenClockStops === 'on',
  };
  const renewalWindow = readWindow(draft);
  if (renewalWindow === undefined) problems.windowTo = words.settings.windowWrong;
  const workingDays = readWhole(draft.answerDays, 1, 10);
  if (workingDays === undefined) problems.answerDays = words.common.numberBetween(1, 10);
  if (draft.answerWeekdays === '') problems.answerWeekdays = words.settings.answerWeekdaysMissing;
  const tax = readTax({ mode: draft.taxMode, name: draft.taxName, rate: draft.taxRate }, words);
  if (tax.problems.name) problems.taxName = tax.problems.name;
  if (tax.problems.rate) problems.taxRate = tax.problems.rate;
  const pausing = readPauses(draft, currency);
  for (const name of pausing.problems) problems[name] = pauseProblem(name, draft, currency, words);
  const byHand = readHandLimits(draft, currency, words);
  Object.assign(problems, byHand.problems);
  const isWhole = Object.keys(problems).length === 0;
  if (!isWhole || colour === undefined || renewalWindow === undefined || pausing.pauses === undefined) {
    return { problems };
  }

  const address = draft.address.trim();
  const tagline = draft.tagline.trim();
  const welcome = draft.welcome.trim();
  return {
    problems,
    change: {
      name,
      locale: draft.locale,
      brand: { colour, ...(tagline && { tagline }), ...(welcome && { welcome }) },
      contact: {
        ...(email && { email }),
        ...(phone && { phone }),
        ...(website && { website }),
        ...(address && { address }),
      },
      policies,
      renewalWindow,
      answers: { workingDays: workingDays ?? 1, weekdays: [...draft.answerWeekdays].map(Number).sort() },
      features: readSwitches(draft),
      pauses: pausing.pauses,
      handLimits: byHand.handLimits,
      saveOffer: draft.saveOffer === 'pause' && draft.memberPauses === 'off' ? 'none' : draft.saveOffer,
      tax: tax.rule ?? null,
      seller: readSeller(draft),
    },
  };
}
