import type { TaxRule } from '../../shared/domain/tax.ts';
import type { Configuration } from '../store/configuration.ts';

/** The tax of a place, or else the business's own (rule PC8). */
export function taxAt(configuration: Configuration, locationId: string | undefined): TaxRule | undefined {
  const place = configuration.locations.find(({ value }) => value.locationId === locationId)?.value;
  return place?.tax ?? configuration.business.value.tax;
}
