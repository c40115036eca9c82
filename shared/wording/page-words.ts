import type { SelfService } from '../domain/self-service.ts';

/** Headings, navigation, empty states: everything of the member’s pages that says nothing about one membership. */
export interface PageWords {
  readonly language: string;
  readonly otherLanguage: string;
  readonly myAccount: string;
  readonly menu: string;
  readonly membership: string;
  readonly yourPlan: string;
  readonly logout: string;
  readonly skipToContent: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly somethingWrong: string;
  readonly notASalon: string;
  readonly notASalonExplained: string;
  readonly pageMissing: string;
  readonly pageMissingExplained: string;
  readonly toMembership: string;
  readonly toFrontPage: string;
  readonly plansOnOffer: string;
  readonly noPlans: string;
  readonly goodToKnow: string;
  readonly howToJoin: string;
  readonly howToJoinHere: string;
  readonly contact: string;
  readonly call: string;
  readonly write: string;
  readonly website: string;
  readonly address: string;
  readonly myPlan: string;
  readonly myActivePlan: string;
  readonly memberSince: (day: string) => string;
  readonly period: (from: string, next: string) => string;
  /** In place of the period while it has not begun. */
  readonly startsWithBill: (day: string, amount: string) => string;
  readonly includedFrom: (day: string) => string;
  readonly whatYouCanUse: string;
  readonly nothingToUse: string;
  readonly included: string;
  readonly comingNext: string;
  readonly nextBill: string;
  readonly firstBill: string;
  readonly history: string;
  readonly nothingInHistory: string;
  readonly showMore: string;
  readonly billingHistory: string;
  readonly nothingBilled: string;
  readonly planInPlainWords: string;
  readonly upgrade: string;
  readonly upgradeHow: (plan: string) => string;
  readonly ask: string;
  readonly askExplained: string;
  /** What only the salon does. */
  readonly throughSalon: (whats: readonly SelfService[]) => string;
  readonly noMembership: string;
  readonly noMembershipExplained: (email: string) => string;
  readonly noMembershipNext: string;
  readonly chooseProfile: string;
  readonly chooseProfileExplained: string;
  readonly shownProfile: string;
  readonly signedInAs: (email: string) => string;
}
