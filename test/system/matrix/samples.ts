import type { OperationName } from '../../../shared/contract/operations.ts';
import { newEmail } from '../../support/scenario.ts';

/** Ids of one business, of the kinds that a call may name in its path or body. */
export interface Ids {
  readonly memberId: string;
  readonly staffId: string;
  readonly bucketId: string;
  readonly membershipId: string;
  readonly documentId: string;
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
const nothing = () => ({});
const money = { amount: 5_000, currency: 'USD' };
const credentials = () => ({ email: newEmail('nobody'), password: 'not the password at all' });
const oneLink = ({ token }: Ids) => ({ token });
const linkAndPassword = ({ token }: Ids) => ({ token, password: 'a-long-enough-password' });

/** One example for each operation. A new operation does not compile until it has one. */
export const samples = {
  // members
  getDashboard: { path: member },
  listOwnCreditEntries: { path: member, query: { limit: '10' } },

  // staff
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
  listNotes: { path: member },
  addNote: { path: member, body: () => ({ text: 'Prefers the window.' }) },
  listDocuments: { path: member },
  createDocumentUpload: { path: member, body: () => ({ name: 'Consent.pdf' }) },
  confirmDocument: { path: ({ memberId, documentId }) => ({ memberId, documentId }), body: nothing },
  openDocument: { path: ({ memberId, documentId }) => ({ memberId, documentId }) },
  listHistory: { path: member },

  // everybody
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
