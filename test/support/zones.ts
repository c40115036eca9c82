import fc from 'fast-check';
import { addDays, daysBetween } from '../../shared/domain/calendar.ts';

export const everyZone: readonly string[] = Intl.supportedValuesOf('timeZone');

/** Zones with a change at midnight, of half an hour, twice around Ramadan, across the date line, by odd minutes. */
export const hardZones: readonly string[] = [
  'America/New_York',
  'Europe/London',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Atlantic/Azores',
  'America/Havana',
  'Africa/Cairo',
];

/** Any local date from the first day of one year to the last of another. */
export const dayBetween = (firstYear: number, lastYear: number) =>
  fc.nat(daysBetween(`${firstYear}-01-01`, `${lastYear}-12-31`)).map((days) => addDays(`${firstYear}-01-01`, days));
