/** A membership that several people use (rule C10). */
export interface SharingWords {
  readonly title: string;
  /** “From Mia, with Family” */
  readonly from: (name: string, plan: string) => string;
  /** What this person may still use in the running period. */
  readonly left: (units: number) => string;
  readonly resting: string;
  readonly nothing: string;
  readonly showAtDesk: string;
  readonly others: (plan: string) => string;
  readonly addAtSalon: string;
  readonly remove: string;
  readonly removeOf: (name: string) => string;
  readonly removeTitle: (name: string) => string;
  readonly removeText: (name: string) => string;
  readonly keep: string;
}
