/** A new version of the plan that the member waits for, in the portal (rule PC2). Amounts and days are written already. */
export interface NewVersionWords {
  readonly newPrice: (day: string) => string;
  readonly newTerms: (day: string) => string;
  /** While a pause without an end moves the day. */
  readonly newPriceAfterPause: string;
  readonly newTermsAfterPause: string;
  readonly priceInstead: (after: string, before: string) => string;
  readonly samePrice: (price: string) => string;
  readonly sameBenefits: string;
  readonly untilThen: string;
  /** The last day on which cancelling means that the bill never comes. */
  readonly cancelBy: (day: string) => string;
  readonly cancelBeforeBill: string;
  readonly cancel: string;
  readonly throughSalon: string;
}
