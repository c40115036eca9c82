import type { EstimateState } from '../domain/estimate.ts';

/** Days, ready to read. */
export interface EstimateStateFacts {
  readonly validUntil: string;
  /** The day of the answer; that of the estimate where there was none. */
  readonly on: string;
}

/** Number and amount, ready to read. */
export interface EstimateConsentFacts {
  readonly number: string;
  readonly total: string;
  readonly business: string;
}

/** Estimates as members read them: on the page, in the PDF, in the mail (004-047). */
export interface EstimateWords {
  /** “Estimate AURORA-E-000012”. */
  readonly title: (number: string) => string;
  /** Before what it is about. */
  readonly subject: string;
  readonly notAnInvoice: string;
  readonly stateSentence: Readonly<Record<EstimateState, (facts: EstimateStateFacts) => string>>;
  readonly validUntil: string;
  readonly acceptedOn: string;
  readonly declinedOn: string;
  readonly remark: string;
  /** Before the sentence of the consent. */
  readonly agreedTo: string;
  /** Kept word for word with the acceptance. */
  readonly consent: (facts: EstimateConsentFacts) => string;

  readonly tab: string;
  readonly none: string;
  readonly toList: string;
  /** For a client without a membership. */
  readonly toPayments: string;
  readonly ofDay: (day: string) => string;
  readonly state: Readonly<Record<EstimateState, string>>;
  /** “until December 30”. */
  readonly until: (day: string) => string;
  /** What the reader can do now, or what comes next. */
  readonly next: Readonly<Record<EstimateState, (facts: EstimateStateFacts) => string>>;
  readonly newer: string;
  readonly toInvoice: string;

  readonly accept: string;
  readonly acceptTitle: (total: string) => string;
  readonly whatFollows: string;
  readonly consentMissing: string;
  /** On the button that binds. */
  readonly acceptFor: (total: string) => string;
  readonly accepted: string;
  readonly decline: string;
  readonly declineTitle: string;
  readonly declineText: string;
  readonly reason: string;
  readonly declineNow: string;
  readonly declined: string;
  readonly goBack: string;
}
