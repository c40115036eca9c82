import type { Language } from '../../domain/business.ts';
import { accessDe } from './access.de.ts';
import { accessEn } from './access.en.ts';
import type { AccessKind, AccessMails } from './access-words.ts';
import { creditDe } from './credit.de.ts';
import { creditEn } from './credit.en.ts';
import type { CreditMails } from './credit-words.ts';
import { estimateDe } from './estimate.de.ts';
import { estimateEn } from './estimate.en.ts';
import type { EstimateMails } from './estimate-words.ts';
import { frameDe } from './frame.de.ts';
import { frameEn } from './frame.en.ts';
import type { FrameWords } from './mail-words.ts';
import { membershipDe } from './membership.de.ts';
import { membershipEn } from './membership.en.ts';
import type { MembershipMails } from './membership-words.ts';
import { newVersionDe } from './new-version.de.ts';
import { newVersionEn } from './new-version.en.ts';
import type { NewVersionMails } from './new-version-words.ts';
import { pauseDe } from './pause.de.ts';
import { pauseEn } from './pause.en.ts';
import type { PauseMails } from './pause-words.ts';
import { paymentDe } from './payment.de.ts';
import { paymentEn } from './payment.en.ts';
import type { PaymentMails, PaymentStep } from './payment-words.ts';
import { planChangeDe } from './plan-change.de.ts';
import { planChangeEn } from './plan-change.en.ts';
import type { PlanChangeMails } from './plan-change-words.ts';
import { questionDe } from './question.de.ts';
import { questionEn } from './question.en.ts';
import type { QuestionMails } from './question-words.ts';
import { receiptDe } from './receipt.de.ts';
import { receiptEn } from './receipt.en.ts';
import type { ReceiptMails } from './receipt-words.ts';

/** The name of a mail’s template, as reports of its delivery quote it. */
export type MailKind =
  | AccessKind
  | `payment_${PaymentStep}`
  | 'payment_link'
  | 'card_expiring'
  | 'credits_expiring'
  | 'renewal_notice'
  | 'card_updated'
  | 'membership_cancelled'
  | 'pause_agreed'
  | 'pause_changed'
  | 'pause_ending'
  | 'pause_resumed'
  | 'pause_called_off'
  | 'pause_review'
  | 'plan_changed'
  | 'plan_change_coming'
  | 'plan_change_declined'
  | 'new_version_coming'
  | 'new_version_off'
  | 'membership_goes_on'
  | 'estimate_sent'
  | 'estimate_accepted'
  | 'estimate_declined'
  | 'estimate_withdrawn'
  | 'invoice'
  | 'receipt'
  | 'refund'
  | 'question_answered'
  | 'question_waiting';

/** Every mail in one language. */
export interface Mails {
  readonly access: AccessMails;
  readonly credit: CreditMails;
  readonly estimate: EstimateMails;
  readonly frame: FrameWords;
  readonly membership: MembershipMails;
  readonly newVersion: NewVersionMails;
  readonly pause: PauseMails;
  readonly payment: PaymentMails;
  readonly planChange: PlanChangeMails;
  readonly question: QuestionMails;
  readonly receipt: ReceiptMails;
}

const mails: Readonly<Record<Language, Mails>> = {
  en: {
    access: accessEn,
    credit: creditEn,
    estimate: estimateEn,
    frame: frameEn,
    membership: membershipEn,
    newVersion: newVersionEn,
    pause: pauseEn,
    payment: paymentEn,
    planChange: planChangeEn,
    question: questionEn,
    receipt: receiptEn,
  },
  de: {
    access: accessDe,
    credit: creditDe,
    estimate: estimateDe,
    frame: frameDe,
    membership: membershipDe,
    newVersion: newVersionDe,
    pause: pauseDe,
    payment: paymentDe,
    planChange: planChangeDe,
    question: questionDe,
    receipt: receiptDe,
  },
};

export const mailsIn = (language: Language): Mails => mails[language];
