import type { Handlers } from '../http/request.ts';
import { addNote } from './add-note.ts';
import { adjustCredit } from './adjust-credit.ts';
import { changeRole } from './change-role.ts';
import { confirmDocument } from './confirm-document.ts';
import { createDocumentUpload } from './create-document-upload.ts';
import { createLogoUpload } from './create-logo-upload.ts';
import { createMember } from './create-member.ts';
import { enrolMember } from './enrol-member.ts';
import { getInvoice } from './get-invoice.ts';
import { getMember } from './get-member.ts';
import { getSettings } from './get-settings.ts';
import { getStaffSelf } from './get-staff-self.ts';
import { grantCredit } from './grant-credit.ts';
import { inviteStaff } from './invite-staff.ts';
import { listCreditEntries } from './list-credit-entries.ts';
import { listDocuments } from './list-documents.ts';
import { listHistory } from './list-history.ts';
import { listInvoices } from './list-invoices.ts';
import { listNotes } from './list-notes.ts';
import { listStaff } from './list-staff.ts';
import { openDocument } from './open-document.ts';
import { publishPlan } from './publish-plan.ts';
import { redeemCredit } from './redeem-credit.ts';
import { removeLogo } from './remove-logo.ts';
import { removeStaff } from './remove-staff.ts';
import { renewMembership } from './renew-membership.ts';
import { saveLocation } from './save-location.ts';
import { saveService } from './save-service.ts';
import { searchContacts } from './search-contacts.ts';
import { sendPortalInvite } from './send-portal-invite.ts';
import { sendReceipt } from './send-receipt.ts';
import { setLogo } from './set-logo.ts';
import { setPlanOffered } from './set-plan-offered.ts';
import { undoRedemption } from './undo-redemption.ts';
import { updateBusiness } from './update-business.ts';
import { updateMember } from './update-member.ts';

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
  undoRedemption,
  grantCredit,
  adjustCredit,
  listCreditEntries,
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
} satisfies Handlers<'staff'>;
