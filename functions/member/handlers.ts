import type { Handlers } from '../http/request.ts';
import { acceptOwnEstimate } from './accept-own-estimate.ts';
import { askQuestion } from './ask-question.ts';
import { cancelOwnMembership } from './cancel-own-membership.ts';
import { changeOwnPause } from './change-own-pause.ts';
import { changeOwnPlan } from './change-own-plan.ts';
import { declineOwnEstimate } from './decline-own-estimate.ts';
import { explainOwnBalance } from './explain-own-balance.ts';
import { followUpQuestion } from './follow-up-question.ts';
import { getDashboard } from './get-dashboard.ts';
import { getOwnEstimate } from './get-own-estimate.ts';
import { getOwnInvoice } from './get-own-invoice.ts';
import { getOwnQuestion } from './get-own-question.ts';
import { getOwnSharing } from './get-own-sharing.ts';
import { getQuestionForm } from './get-question-form.ts';
import { listOwnCreditEntries } from './list-own-credit-entries.ts';
import { listOwnEstimates } from './list-own-estimates.ts';
import { listOwnInvoices } from './list-own-invoices.ts';
import { listOwnPlanChoices } from './list-own-plan-choices.ts';
import { listOwnQuestions } from './list-own-questions.ts';
import { markQuestionRead } from './mark-question-read.ts';
import { noteOwnCancelReason } from './note-own-cancel-reason.ts';
import { pauseOwnMembership } from './pause-own-membership.ts';
import { payInvoice } from './pay-invoice.ts';
import { previewOwnCancellation } from './preview-own-cancellation.ts';
import { previewOwnPause } from './preview-own-pause.ts';
import { previewOwnPauseChange } from './preview-own-pause-change.ts';
import { quoteOwnPlanChange } from './quote-own-plan-change.ts';
import { requestReceiptCopy } from './request-receipt-copy.ts';
import { setAccountCreditUse } from './set-account-credit-use.ts';
import { settleQuestion } from './settle-question.ts';
import { startCardUpdate } from './start-card-update.ts';
import { startPayment } from './start-payment.ts';
import { startTopUp } from './start-top-up.ts';
import { stopSharingOwnMembership } from './stop-sharing-own-membership.ts';
import { undoOwnCancellation } from './undo-own-cancellation.ts';
import { undoOwnPlanChange } from './undo-own-plan-change.ts';

export const memberHandlers = {
  getDashboard,
  listOwnCreditEntries,
  explainOwnBalance,
  listOwnInvoices,
  getOwnInvoice,
  getOwnSharing,
  requestReceiptCopy,
  cancelOwnMembership,
  payInvoice,
  changeOwnPause,
  pauseOwnMembership,
  previewOwnPause,
  previewOwnPauseChange,
  setAccountCreditUse,
  startCardUpdate,
  startPayment,
  startTopUp,
  stopSharingOwnMembership,
  noteOwnCancelReason,
  previewOwnCancellation,
  undoOwnCancellation,
  getQuestionForm,
  askQuestion,
  listOwnQuestions,
  getOwnQuestion,
  followUpQuestion,
  markQuestionRead,
  settleQuestion,
  listOwnPlanChoices,
  quoteOwnPlanChange,
  changeOwnPlan,
  undoOwnPlanChange,
  listOwnEstimates,
  getOwnEstimate,
  acceptOwnEstimate,
  declineOwnEstimate,
} satisfies Handlers<'member'>;
