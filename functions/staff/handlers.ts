import type { Handlers } from '../http/request.ts';
import { addNote } from './add-note.ts';
import { adjustAccountCredit } from './adjust-account-credit.ts';
import { adjustCredit } from './adjust-credit.ts';
import { answerQuestion } from './answer-question.ts';
import { assignQuestion } from './assign-question.ts';
import { cancelMembership } from './cancel-membership.ts';
import { changePause } from './change-pause.ts';
import { changePlan } from './change-plan.ts';
import { changeRole } from './change-role.ts';
import { closeQuestion } from './close-question.ts';
import { confirmDocument } from './confirm-document.ts';
import { connectPayments } from './connect-payments.ts';
import { createDocumentUpload } from './create-document-upload.ts';
import { createLogoUpload } from './create-logo-upload.ts';
import { createMember } from './create-member.ts';
import { enrolMember } from './enrol-member.ts';
import { explainBalance } from './explain-balance.ts';
import { exportLedger } from './export-ledger.ts';
import { forecastCredits } from './forecast-credits.ts';
import { getClosure } from './get-closure.ts';
import { getCreditBalance } from './get-credit-balance.ts';
import { getEstimate } from './get-estimate.ts';
import { getInvoice } from './get-invoice.ts';
import { getMember } from './get-member.ts';
import { getMigration } from './get-migration.ts';
import { getPayments } from './get-payments.ts';
import { getQuestion } from './get-question.ts';
import { getSettings } from './get-settings.ts';
import { getSharing } from './get-sharing.ts';
import { getStaffSelf } from './get-staff-self.ts';
import { grantCredit } from './grant-credit.ts';
import { inviteStaff } from './invite-staff.ts';
import { invoiceEstimate } from './invoice-estimate.ts';
import { keepVersion } from './keep-version.ts';
import { listAccountCredit } from './list-account-credit.ts';
import { listAllEstimates } from './list-all-estimates.ts';
import { listCreditEntries } from './list-credit-entries.ts';
import { listDocuments } from './list-documents.ts';
import { listEstimates } from './list-estimates.ts';
import { listFailedRefunds } from './list-failed-refunds.ts';
import { listHistory } from './list-history.ts';
import { listInvoices } from './list-invoices.ts';
import { listLedgerDays } from './list-ledger-days.ts';
import { listMemberQuestions } from './list-member-questions.ts';
import { listNotes } from './list-notes.ts';
import { listPastDue } from './list-past-due.ts';
import { listPlanChoices } from './list-plan-choices.ts';
import { listQuestions } from './list-questions.ts';
import { listStaff } from './list-staff.ts';
import { mailEstimate } from './mail-estimate.ts';
import { moveMembers } from './move-members.ts';
import { noteCancelReason } from './note-cancel-reason.ts';
import { openDocument } from './open-document.ts';
import { passOnCredit } from './pass-on-credit.ts';
import { pauseMembership } from './pause-membership.ts';
import { planClosure } from './plan-closure.ts';
import { previewCancellation } from './preview-cancellation.ts';
import { previewClosure } from './preview-closure.ts';
import { previewMigration } from './preview-migration.ts';
import { previewPause } from './preview-pause.ts';
import { previewPauseChange } from './preview-pause-change.ts';
import { publishPlan } from './publish-plan.ts';
import { quotePlanChange } from './quote-plan-change.ts';
import { recordBenefitUse } from './record-benefit-use.ts';
import { recordPayment } from './record-payment.ts';
import { redeemCredit } from './redeem-credit.ts';
import { redeemSharedCredit } from './redeem-shared-credit.ts';
import { refundInvoice } from './refund-invoice.ts';
import { removeLogo } from './remove-logo.ts';
import { removeStaff } from './remove-staff.ts';
import { renewMembership } from './renew-membership.ts';
import { reopenQuestion } from './reopen-question.ts';
import { retryInvoice } from './retry-invoice.ts';
import { retryRefund } from './retry-refund.ts';
import { reviseEstimate } from './revise-estimate.ts';
import { saveLocation } from './save-location.ts';
import { saveService } from './save-service.ts';
import { searchContacts } from './search-contacts.ts';
import { sendEstimate } from './send-estimate.ts';
import { sendPaymentLink } from './send-payment-link.ts';
import { sendPortalInvite } from './send-portal-invite.ts';
import { sendReceipt } from './send-receipt.ts';
import { setLogo } from './set-logo.ts';
import { setMembershipPayment } from './set-membership-payment.ts';
import { setPlanOffered } from './set-plan-offered.ts';
import { shareMembership } from './share-membership.ts';
import { startClientCardUpdate } from './start-client-card-update.ts';
import { stopSharingMembership } from './stop-sharing-membership.ts';
import { takeBackPassedOnCredit } from './take-back-passed-on-credit.ts';
import { undoCancellation } from './undo-cancellation.ts';
import { undoClosure } from './undo-closure.ts';
import { undoMigration } from './undo-migration.ts';
import { undoPlanChange } from './undo-plan-change.ts';
import { undoRedemption } from './undo-redemption.ts';
import { updateBilling } from './update-billing.ts';
import { updateBusiness } from './update-business.ts';
import { updateMember } from './update-member.ts';
import { voidInvoice } from './void-invoice.ts';
import { voidPaymentLinks } from './void-payment-links.ts';
import { withdrawEstimate } from './withdraw-estimate.ts';

export const staffHandlers = {
  getStaffSelf,
  getSettings,
  updateBusiness,
  createLogoUpload,
  setLogo,
  removeLogo,
  saveService,
  saveLocation,
  publishPlan,
  setPlanOffered,
  listStaff,
  inviteStaff,
  changeRole,
  removeStaff,
  searchContacts,
  createMember,
  getMember,
  updateMember,
  sendPortalInvite,
  enrolMember,
  renewMembership,
  redeemCredit,
  recordBenefitUse,
  undoRedemption,
  grantCredit,
  adjustCredit,
  listCreditEntries,
  getSharing,
  takeBackPassedOnCredit,
  stopSharingMembership,
  shareMembership,
  redeemSharedCredit,
  passOnCredit,
  explainBalance,
  exportLedger,
  getCreditBalance,
  listLedgerDays,
  forecastCredits,
  listNotes,
  addNote,
  listDocuments,
  createDocumentUpload,
  confirmDocument,
  openDocument,
  listHistory,
  listInvoices,
  getInvoice,
  sendReceipt,
  adjustAccountCredit,
  cancelMembership,
  changePause,
  pauseMembership,
  getClosure,
  previewClosure,
  planClosure,
  undoClosure,
  previewPause,
  previewPauseChange,
  connectPayments,
  getPayments,
  listAccountCredit,
  listFailedRefunds,
  listPastDue,
  retryInvoice,
  sendPaymentLink,
  setMembershipPayment,
  startClientCardUpdate,
  noteCancelReason,
  previewCancellation,
  undoCancellation,
  updateBilling,
  voidPaymentLinks,
  recordPayment,
  refundInvoice,
  retryRefund,
  voidInvoice,
  listQuestions,
  listMemberQuestions,
  getQuestion,
  answerQuestion,
  assignQuestion,
  closeQuestion,
  reopenQuestion,
  listPlanChoices,
  quotePlanChange,
  changePlan,
  undoPlanChange,
  getMigration,
  previewMigration,
  moveMembers,
  undoMigration,
  keepVersion,
  listAllEstimates,
  listEstimates,
  getEstimate,
  sendEstimate,
  mailEstimate,
  reviseEstimate,
  withdrawEstimate,
  invoiceEstimate,
} satisfies Handlers<'staff'>;
