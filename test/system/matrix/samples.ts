import type { OperationName } from '../../../shared/contract/operations.ts';
import { newEmail } from '../../support/scenario.ts';

/** Ids of one business, of the kinds that a call may name in its path or body. */
export interface Ids {
  readonly memberId: string;
  /** Another client of the same business. */
  readonly otherMemberId: string;
  readonly staffId: string;
  readonly bucketId: string;
  readonly membershipId: string;
  readonly documentId: string;
  readonly invoiceId: string;
  readonly questionId: string;
  readonly estimateId: string;
  readonly unsubscribeToken: string;
  readonly sequence: string;
  readonly serviceId: string;
  readonly planId: string;
  readonly locationId: string;
  readonly uploadId: string;
  readonly token: string;
}

/** A call that is well-formed; what it names is up to the ids. */
export interface Sample {
  readonly path?: (ids: Ids) => Partial<Ids>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: (ids: Ids) => unknown;
}

const member = ({ memberId }: Ids) => ({ memberId });
const colleague = ({ staffId }: Ids) => ({ staffId });
const invoice = ({ memberId, invoiceId }: Ids) => ({ memberId, invoiceId });
const estimate = ({ memberId, estimateId }: Ids) => ({ memberId, estimateId });
const question = ({ memberId, questionId }: Ids) => ({ memberId, questionId });
const plan = ({ planId }: Ids) => ({ planId });
const membership = ({ memberId, membershipId }: Ids) => ({ memberId, membershipId });
const other = ({ otherMemberId }: Ids) => ({ memberId: otherMemberId });
const offer = ({ locationId }: Ids) => ({
  title: 'Bridal package',
  lines: [{ text: 'Bridal hair', quantity: 2, each: 2_500 }],
  validUntil: '2031-03-31',
  locationId,
  total: money,
});
const nothing = () => ({});
const forAMonth = () => ({ kind: 'last_day', lastDay: '2031-03-31' });
const money = { amount: 5_000, currency: 'USD' };
const credentials = () => ({ email: newEmail('nobody'), password: 'not the password at all' });
const oneLink = ({ token }: Ids) => ({ token });
const linkAndPassword = ({ token }: Ids) => ({ token, password: 'a-long-enough-password' });

/** One example for each operation. A new operation does not compile until it has one. */
export const samples = {
  // members
  getDashboard: { path: member },
  listOwnCreditEntries: { path: member, query: { limit: '10' } },
  explainOwnBalance: { path: member },

  listOwnInvoices: { path: member, query: { show: 'open' } },
  getOwnInvoice: { path: invoice },
  getOwnInvoicePdf: { path: invoice },
  requestReceiptCopy: { path: invoice, body: nothing },
  startCardUpdate: { path: member, body: nothing },
  payInvoice: { path: invoice, body: nothing },
  startPayment: { path: invoice, body: nothing },
  listOwnEstimates: { path: member },
  getOwnEstimate: { path: estimate },
  getOwnEstimatePdf: { path: estimate },
  acceptOwnEstimate: { path: estimate, body: () => ({ agreed: true, total: { amount: 1, currency: 'USD' } }) },
  declineOwnEstimate: { path: estimate, body: nothing },
  startTopUp: { path: member, body: () => ({ amount: money }) },
  setAccountCreditUse: { path: member, body: () => ({ usesAccountCredit: true }) },
  previewOwnCancellation: { path: membership },
  cancelOwnMembership: { path: membership, body: nothing },
  noteOwnCancelReason: { path: membership, body: () => ({ reason: 'moved_away' }) },
  undoOwnCancellation: { path: membership },
  getOwnSharing: { path: member },
  stopSharingOwnMembership: { path: membership, body: other },
  getQuestionForm: { path: member },
  askQuestion: {
    path: member,
    body: ({ membershipId }) => ({ topic: 'balance', text: 'Two visits?', membershipId, seenAs: 'another balance' }),
  },
  listOwnQuestions: { path: member },
  getOwnQuestion: { path: question },
  followUpQuestion: { path: question, body: () => ({ text: 'And one more thing.' }) },
  markQuestionRead: { path: question, body: nothing },
  settleQuestion: { path: question, body: nothing },
  previewOwnPause: { path: membership, body: () => ({ end: forAMonth() }) },
  pauseOwnMembership: { path: membership, body: () => ({ end: forAMonth() }) },
  previewOwnPauseChange: { path: membership, body: () => ({ end: { kind: 'resume' } }) },
  changeOwnPause: { path: membership, body: () => ({ end: { kind: 'resume' } }) },
  listOwnPlanChoices: { path: membership },
  quoteOwnPlanChange: { path: membership, body: ({ planId }) => ({ planId, when: 'next_period' }) },
  changeOwnPlan: { path: membership, body: () => ({ quoteId: 'qte_01JAB000000000000000000000' }) },
  undoOwnPlanChange: { path: membership },

  // staff
  listPastDue: { query: { limit: '10' } },
  listInvoices: { path: member },
  getInvoice: { path: invoice },
  getInvoicePdf: { path: invoice },
  listAllEstimates: { query: { show: 'open' } },
  listEstimates: { path: member },
  getEstimate: { path: estimate },
  getEstimatePdf: { path: estimate },
  sendEstimate: { path: member, body: offer },
  mailEstimate: { path: estimate, body: nothing },
  reviseEstimate: { path: estimate, body: offer },
  withdrawEstimate: { path: estimate, body: nothing },
  invoiceEstimate: { path: estimate, body: nothing },
  sendReceipt: { path: invoice, body: nothing },
  sendPaymentLink: { path: member, body: nothing },
  voidPaymentLinks: { path: member, body: nothing },
  startClientCardUpdate: { path: member, body: nothing },
  retryInvoice: { path: invoice, body: nothing },
  recordPayment: { path: invoice, body: () => ({ method: 'cash' }) },
  voidInvoice: { path: invoice, body: nothing },
  refundInvoice: {
    path: invoice,
    body: () => ({ amount: { amount: 100_000_000, currency: 'USD' }, reason: 'requested', takeBackCredits: false }),
  },
  listFailedRefunds: {},
  retryRefund: { path: invoice, body: () => ({ n: 1, to: 'account_credit' }) },
  adjustAccountCredit: { path: member, body: () => ({ amount: 500, reason: 'goodwill' }) },
  listAccountCredit: { path: member },
  updateBilling: { path: member, body: () => ({ usesAccountCredit: true }) },
  setMembershipPayment: { path: membership, body: () => ({ payment: 'at_the_desk' }) },
  previewCancellation: { path: membership, query: { when: 'period_end' } },
  noteCancelReason: { path: membership, body: () => ({ reason: 'too_expensive' }) },
  cancelMembership: { path: membership, body: () => ({ when: 'period_end' }) },
  previewPause: { path: membership, body: () => ({ start: 'period_end', end: forAMonth() }) },
  pauseMembership: { path: membership, body: () => ({ start: 'period_end', end: { kind: 'open' } }) },
  previewPauseChange: { path: membership, body: () => ({ end: { kind: 'open' } }) },
  changePause: { path: membership, body: () => ({ end: { kind: 'resume' } }) },
  listPlanChoices: { path: membership },
  quotePlanChange: { path: membership, body: ({ planId }) => ({ planId, when: 'next_period' }) },
  changePlan: { path: membership, body: () => ({ quoteId: 'qte_01JAB000000000000000000000' }) },
  undoPlanChange: { path: membership },
  getMigration: { path: plan },
  previewMigration: { path: plan, body: () => ({ version: 2, from: '2031-03-01' }) },
  moveMembers: {
    path: plan,
    body: () => ({ version: 2, from: '2031-03-01', seen: { clients: 0, done: 0, before: 0, after: 0 } }),
  },
  undoMigration: { path: plan, body: () => ({ version: 2 }) },
  keepVersion: { path: membership, body: () => ({ keeps: false }) },
  undoCancellation: { path: membership },
  getPayments: {},
  connectPayments: { body: nothing },
  getStaffSelf: {},
  getSettings: {},
  updateBusiness: { body: () => ({ version: 999_999, name: 'Another name' }) },
  createLogoUpload: { body: () => ({ contentType: 'image/png' }) },
  setLogo: { body: ({ uploadId }) => ({ uploadId }) },
  removeLogo: {},
  saveService: {
    body: ({ serviceId }) => ({ serviceId, name: 'Haircut', oneVisit: 'haircut visit', visits: 'haircut visits' }),
  },
  saveLocation: { body: ({ locationId }) => ({ locationId, name: 'Upstairs' }) },
  setPlanOffered: { path: ({ planId }) => ({ planId }), body: () => ({ offered: true }) },
  publishPlan: {
    body: ({ planId, serviceId }) => ({
      planId,
      terms: {
        name: 'Monthly',
        tier: 'Gold',
        price: money,
        interval: { unit: 'month', count: 1 },
        benefits: [{ kind: 'visits', key: 'cuts', serviceIds: [serviceId], units: 2 }],
        visitAllowance: 2,
        renewal: { kind: 'until_cancelled' },
      },
    }),
  },
  listStaff: {},
  inviteStaff: { body: () => ({ name: 'Nova New', email: newEmail('nova'), role: 'cashier' }) },
  changeRole: { path: colleague, body: () => ({ role: 'cashier' }) },
  removeStaff: { path: colleague },
  searchContacts: { query: { q: 'mi' } },
  createMember: { body: () => ({ firstName: 'Nina', lastName: 'Newcomer' }) },
  getMember: { path: member },
  updateMember: { path: member, body: () => ({ version: 999_999, details: { firstName: 'Mia', lastName: 'Member' } }) },
  sendPortalInvite: { path: member, body: nothing },
  renewMembership: {
    path: ({ memberId, membershipId }) => ({ memberId, membershipId }),
    body: () => ({ after: '2027-02-26' }),
  },
  enrolMember: { path: member, body: ({ planId }) => ({ planId, startsOn: '2027-03-01' }) },
  redeemCredit: {
    path: member,
    body: ({ serviceId, locationId }) => ({ kind: 'visits', serviceId, units: 1, locationId }),
  },
  recordBenefitUse: {
    path: member,
    body: ({ membershipId, serviceId, locationId }) => ({ membershipId, benefit: 'sauna', serviceId, locationId }),
  },
  undoRedemption: { path: ({ memberId, sequence }) => ({ memberId, sequence }), body: nothing },
  grantCredit: {
    path: member,
    body: ({ serviceId }) => ({ kind: 'visits', serviceIds: [serviceId], units: 1, reason: 'goodwill' }),
  },
  adjustCredit: {
    path: ({ memberId, bucketId }) => ({ memberId, bucketId }),
    body: () => ({ available: 1, reason: 'correction' }),
  },
  listCreditEntries: { path: member },
  getSharing: { path: member },
  shareMembership: { path: membership, body: other },
  stopSharingMembership: { path: membership, body: other },
  redeemSharedCredit: { path: membership, body: ({ serviceId, locationId }) => ({ serviceId, units: 1, locationId }) },
  passOnCredit: {
    path: ({ memberId, bucketId }) => ({ memberId, bucketId }),
    body: ({ otherMemberId }) => ({ toMemberId: otherMemberId, units: 1 }),
  },
  takeBackPassedOnCredit: { path: ({ memberId, sequence }) => ({ memberId, sequence }), body: nothing },
  explainBalance: { path: member },
  getClosure: {},
  previewClosure: { body: () => ({ from: '2031-08-01', lastDay: '2031-08-14' }) },
  planClosure: { body: () => ({ from: '2031-08-01', lastDay: '2031-08-14', expected: 0 }) },
  undoClosure: { body: () => ({ from: '2031-08-01' }) },
  exportLedger: {},
  getCreditBalance: { path: member, query: { on: '2026-01-31' } },
  listLedgerDays: {},
  forecastCredits: { path: member },
  listNotes: { path: member },
  addNote: { path: member, body: () => ({ text: 'Prefers the window.' }) },
  listDocuments: { path: member },
  createDocumentUpload: { path: member, body: () => ({ name: 'Consent.pdf' }) },
  confirmDocument: { path: ({ memberId, documentId }) => ({ memberId, documentId }), body: nothing },
  openDocument: { path: ({ memberId, documentId }) => ({ memberId, documentId }) },
  listHistory: { path: member },
  listQuestions: { query: { show: 'open' } },
  listMemberQuestions: { path: member },
  getQuestion: { path: question },
  answerQuestion: { path: question, body: () => ({ text: 'We have looked.', heard: 1 }) },
  assignQuestion: { path: question, body: ({ staffId }) => ({ staffId }) },
  closeQuestion: { path: question, body: nothing },
  reopenQuestion: { path: question },

  // everybody
  previewEnrolment: { path: ({ planId }) => ({ planId }) },
  startEnrolment: {
    body: ({ planId }) => ({
      planId,
      firstName: 'Nora',
      lastName: 'New',
      email: newEmail('nora'),
      language: 'en',
      consent: { agreed: true, termsVersion: 'words of another day' },
    }),
  },
  startLinkCheckout: { body: oneLink },
  completeCheckout: { body: () => ({ sessionId: 'cs_test_0000000000000000' }) },
  unsubscribe: { path: ({ unsubscribeToken }) => ({ unsubscribeToken }) },
  getBusiness: {},
  listPlans: {},
  getManifest: {},
  openSession: { body: credentials },
  refreshSession: { body: nothing },
  endSession: { body: nothing },
  openStaffSession: { body: credentials },
  refreshStaffSession: { body: nothing },
  endStaffSession: { body: nothing },
  inspectLink: { body: oneLink },
  renewLink: { body: oneLink },
  acceptInvitation: { body: linkAndPassword },
  acceptStaffInvitation: { body: linkAndPassword },
  requestPasswordReset: { body: () => ({ email: newEmail('nobody'), audience: 'member' }) },
  resetPassword: { body: linkAndPassword },
} as const satisfies Readonly<
  Record<OperationName<'member'> | OperationName<'staff'> | OperationName<'public'>, Sample>
>;
