import type { Currency } from '../../shared/domain/money.ts';
import type { PriceOf } from '../../shared/domain/refund-suggestion.ts';
import type { Configuration } from '../store/configuration.ts';

/** What one visit of each service costs, where the business states it in this currency. */
export const pricesIn =
  ({ services }: Pick<Configuration, 'services'>, currency: Currency): PriceOf =>
  (serviceId) => {
    const service = services.find(({ value }) => value.serviceId === serviceId)?.value;
    return service?.price?.currency === currency ? service.price.amount : undefined;
  };
