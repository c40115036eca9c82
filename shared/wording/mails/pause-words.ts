import type { PendingChange } from '../../domain/plan-quote.ts';
import type { BillAfter } from './bill-after.ts';
import type { MailParties, MailWords } from './mail-words.ts';

/** Another plan that waits for its bill, or a new version of this one. */
export interface NewPlan {
  readonly reason: PendingChange['reason'];
  readonly name: string;
  /** Absent where nobody knows yet: the first bill after the pause. */
  readonly day?: string | undefined;
  /** As a price: “$149 a month”. */
  readonly price: string;
}

/** What comes after a pause. */
export type AfterPause =
  | (BillAfter & { readonly kind: 'bill'; readonly newPlan?: NewPlan | undefined })
  /** Nobody knows the day, because the pause has no end. */
  | { readonly kind: 'unknown'; readonly newPlan?: NewPlan | undefined }
  /** None: the membership ends. */
  | { readonly kind: 'end'; readonly lastDay: string };

/** What can be used again, or still, each with its last day. */
export interface CreditLines {
  readonly rest: boolean;
  readonly lines: readonly string[];
  /** What expires before the pause begins, and does not rest. */
  readonly before: readonly string[];
  /** What is not of the membership and expires during the pause: it does not rest. */
  readonly given: readonly string[];
}

/** Where to change it: in the portal, where the salon lets members, else by asking. */
export interface PauseWays {
  readonly ways: readonly string[];
  readonly portal: boolean;
}

export interface PauseFacts extends MailParties {
  readonly plan: string;
  readonly firstDay: string;
  /** Inclusive; absent while nobody has said. */
  readonly lastDay?: string | undefined;
  readonly hasBegun: boolean;
  /** The salon is closed: nobody asked for it. */
  readonly closure: boolean;
  readonly after?: AfterPause | undefined;
  /** `included` when it stands on the bill after the pause; else what each pause or bill costs. */
  readonly fee?: { readonly amount: string; readonly per: 'pause' | 'period' | 'included' } | undefined;
  readonly credits: CreditLines;
  /** The plan has discounts or services without a number: they rest in every pause. */
  readonly restsOthers: boolean;
  /** The day of the mail before its end. */
  readonly remindedOn?: string | undefined;
  readonly change: PauseWays | undefined;
}

export interface PauseEndingFacts extends MailParties {
  readonly plan: string;
  readonly lastDay: string;
  readonly firstDayAfter: string;
  readonly after?: AfterPause | undefined;
  readonly includesFee?: string | undefined;
  readonly credits: readonly string[];
  readonly change: PauseWays | undefined;
}

export interface ResumedFacts extends MailParties {
  readonly plan: string;
  readonly after?: AfterPause | undefined;
  readonly includesFee?: string | undefined;
  readonly credits: readonly string[];
}

export interface CalledOffFacts extends MailParties {
  readonly plan: string;
  readonly firstDay: string;
  readonly because: 'requested' | 'payment_open' | 'closure_undone' | 'closure_payment_open';
  readonly after?: AfterPause | undefined;
}

/** For staff: who it is stands behind the link only (rule M6). */
export interface PauseReviewFacts extends MailParties {
  readonly since: string;
}

/** Mails about a pause (rules P5, P7). */
export interface PauseMails {
  readonly agreed: (facts: PauseFacts) => MailWords;
  readonly changed: (facts: PauseFacts) => MailWords;
  readonly ending: (facts: PauseEndingFacts) => MailWords;
  readonly resumed: (facts: ResumedFacts) => MailWords;
  readonly calledOff: (facts: CalledOffFacts) => MailWords;
  /** To the business. */
  readonly review: (facts: PauseReviewFacts) => MailWords;
}
