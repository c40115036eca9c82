import type * as z from 'zod/mini';
import type { Language } from '../../../shared/domain/business.ts';
import { Care, MemberDetails } from '../../../shared/domain/member.ts';
import { Email } from '../../../shared/domain/text.ts';
import { LocalDate } from '../../../shared/domain/time.ts';
import { phoneForReading, readPhone } from '../../../shared/wording/phone.ts';
import type { Wording } from '../wording/wording.ts';

/** What stands in the fields of a client's form, exactly as typed. */
export interface ClientFields {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  readonly birthday: string;
  readonly language: Language | '';
  readonly allergies: string;
  readonly formulas: string;
  readonly preferences: string;
}
export type ClientField = keyof ClientFields;
export type FieldProblems = Partial<Record<ClientField, string>>;

export const emptyFields: ClientFields = {
  firstName: '',
  lastName: '',
  company: '',
  email: '',
  phone: '',
  birthday: '',
  language: '',
  allergies: '',
  formulas: '',
  preferences: '',
};

export const fieldsOf = (details: MemberDetails): ClientFields => ({
  firstName: details.firstName,
  lastName: details.lastName,
  company: details.company ?? '',
  email: details.email ?? '',
  phone: details.phone === undefined ? '' : phoneForReading(details.phone),
  birthday: details.birthday ?? '',
  language: details.language ?? '',
  allergies: details.care?.allergies ?? '',
  formulas: details.care?.formulas ?? '',
  preferences: details.care?.preferences ?? '',
});

export type ReadClient =
  | { readonly ok: true; readonly details: MemberDetails }
  | { readonly ok: false; readonly problems: FieldProblems };

/** Reads the fields as a client's details, or says in words what is wrong with each. Empty optional fields are left out. */
export function readClient(fields: ClientFields, locale: string, words: Wording['common']): ReadClient {
  const problems: FieldProblems = {};
  const given = <T>(field: ClientField, read: (text: string) => T | undefined, problem: string): T | undefined => {
    const text = fields[field].trim();
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) problems[field] = problem;
    return value;
  };
  const parsed =
    <Schema extends z.ZodMiniType>(schema: Schema) =>
    (text: string): z.output<Schema> | undefined => {
      const result = schema.safeParse(text);
      return result.success ? result.data : undefined;
    };

  for (const field of ['firstName', 'lastName'] as const) {
    if (fields[field].trim() === '') problems[field] = words.required;
  }
  const details = {
    firstName: given('firstName', parsed(MemberDetails.shape.firstName), words.tooLong) ?? '',
    lastName: given('lastName', parsed(MemberDetails.shape.lastName), words.tooLong) ?? '',
    ...optional('company', given('company', parsed(MemberDetails.shape.company), words.tooLong)),
    ...optional('email', given('email', parsed(Email), words.emailWrong)),
    ...optional(
      'phone',
      given('phone', (text) => readPhone(text, locale), words.phoneWrong),
    ),
    ...optional('birthday', given('birthday', parsed(LocalDate), words.dateWrong)),
    ...(fields.language === '' ? {} : { language: fields.language }),
  };
  const care = {
    ...optional('allergies', given('allergies', parsed(Care.shape.allergies), words.tooLong)),
    ...optional('formulas', given('formulas', parsed(Care.shape.formulas), words.tooLong)),
    ...optional('preferences', given('preferences', parsed(Care.shape.preferences), words.tooLong)),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, details: { ...details, ...(Object.keys(care).length === 0 ? {} : { care }) } };
}

const optional = <Key extends string, T>(key: Key, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: T };

/** What was typed into the search field, as the beginning of a new client's form. */
export function fieldsFromSearch(typed: string): ClientFields {
  if (typed.includes('@')) return { ...emptyFields, email: typed };
  if (/^[+\d]/.test(typed)) return { ...emptyFields, phone: typed };
  const [first = '', ...rest] = typed.split(/\s+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return { ...emptyFields, firstName: first, lastName: rest.join(' ') };
}
