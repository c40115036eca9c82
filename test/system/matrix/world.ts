import type { Role } from '../../../shared/domain/permission.ts';
import type { MemberClient } from '../../support/clients.ts';
import { openPayingSalon } from '../../support/paying-salon.ts';
import { newEmail, newKey, password, type Scenario } from '../../support/scenario.ts';
import type { System } from '../../support/system.ts';
import { pdf, upload } from '../../support/upload.ts';
import { idTokenOf } from './id-token.ts';
import type { Ids } from './samples.ts';

/** A business with one of everything that has an id, and a member who can sign in. */
export interface Place {
  readonly salon: Scenario;
  readonly ids: Ids;
  readonly memberToken: string;
  readonly memberIdToken: string;
  readonly ownerIdToken: string;
}

/** Somebody may own an id of every kind: another member of the same business, or another business. */
export async function furnish(system: System): Promise<Place> {
  const salon = await openPayingSalon(system);
  const { owner, serviceId, planId } = salon;
  // What members may do by themselves is switched on, so that a refusal below is never that of the switch.
  await salon.letMembers({ memberPauses: true, memberChangesPlan: true });
  const email = newEmail('member');
  // Online, so that the membership is one that the member may end alone.
  await salon.joinOnline(email);
  const session = await salon.accept(await salon.inbox.token(email), password);
  const memberId = session.profiles[0]?.memberId ?? '';
  return {
    salon,
    ids: {
      ...(await belongingsOf(salon, memberId)),
      questionId: await questionOf(session.client, memberId),
      memberId,
      otherMemberId: await salon.addClient({ firstName: 'Olive', lastName: 'Other' }),
      staffId: owner.staffId,
      serviceId,
      planId,
      locationId: (await owner.client.saveLocation({ body: { name: 'Downstairs' }, idempotencyKey: newKey() }))
        .locationId,
      uploadId: (await owner.client.createLogoUpload({ body: { contentType: 'image/png' } })).uploadId,
      token: await salon.invite(await salon.addMember({ email: newEmail('invited') })),
      unsubscribeToken: 'A'.repeat(43),
    },
    memberToken: session.accessToken,
    memberIdToken: await idTokenOf(system, session.accessToken, { email, password }),
    ownerIdToken: await idTokenOf(system, owner.token, { email: owner.email, password }),
  };
}

/** A member's own bucket, redemption, estimate, and document, which is really there: its owner's answer differs from a refusal. */
export async function belongingsOf(
  { owner, redeem }: Scenario,
  memberId: string,
): Promise<Pick<Ids, 'bucketId' | 'documentId' | 'estimateId' | 'invoiceId' | 'membershipId' | 'sequence'>> {
  const { sequences } = await redeem(memberId);
  const { credits, memberships, today } = await owner.client.getMember({ path: { memberId } });
  const { documentId, form } = await owner.client.createDocumentUpload({
    path: { memberId },
    body: { name: 'Consent.pdf' },
    idempotencyKey: newKey(),
  });
  await upload(form, pdf);
  await owner.client.confirmDocument({ path: { memberId, documentId }, body: {} });
  const { estimateId } = await owner.client.sendEstimate({
    path: { memberId },
    body: {
      title: 'Bridal package',
      lines: [{ text: 'Bridal hair', quantity: 2, each: 25_00 }],
      validUntil: today,
      total: { amount: 50_00, currency: 'USD' },
    },
    idempotencyKey: newKey(),
  });
  return {
    estimateId,
    bucketId: credits[0]?.buckets[0]?.bucketId ?? '',
    membershipId: memberships[0]?.membershipId ?? '',
    invoiceId: (await owner.client.listInvoices({ path: { memberId } })).items[0]?.invoiceId ?? '',
    documentId,
    sequence: String(sequences[0]),
  };
}

/** Something that a member asked. */
export async function questionOf(client: MemberClient, memberId: string): Promise<string> {
  const path = { memberId };
  const { seenAs } = await client.getQuestionForm({ path });
  const body = { topic: 'balance', text: 'Why are there two visits?', seenAs } as const;
  return (await client.askQuestion({ path, body, idempotencyKey: newKey() })).questionId;
}

const ulid = '01JZZZZZZZZZZZZZZZZZZZZZZZ';

/** Ids that look right and name nothing. */
export const missing: Ids = {
  memberId: `mbr_${ulid}`,
  otherMemberId: `mbr_${ulid}`,
  staffId: `stf_${ulid}`,
  bucketId: `bkt_${ulid}`,
  membershipId: `msh_${ulid}`,
  documentId: `doc_${ulid}`,
  invoiceId: `ivc_${ulid}`,
  questionId: `qst_${ulid}`,
  estimateId: `est_${ulid}`,
  unsubscribeToken: 'C'.repeat(43),
  sequence: '999999',
  serviceId: `svc_${ulid}`,
  planId: `pln_${ulid}`,
  locationId: `loc_${ulid}`,
  uploadId: `upl_${ulid}`,
  token: 'B'.repeat(43),
};

/** Ids that cannot name anything: too short, with a path in it, of another kind. */
export const malformed: readonly Ids[] = ['1', '../../etc/passwd', `xyz_${ulid}`].map((id) => ({
  memberId: id,
  otherMemberId: id,
  staffId: id,
  membershipId: id,
  bucketId: id,
  documentId: id,
  invoiceId: id,
  questionId: id,
  estimateId: id,
  unsubscribeToken: id,
  sequence: id === '1' ? '0' : id,
  serviceId: id,
  planId: id,
  locationId: id,
  uploadId: id,
  token: id,
}));

/** A colleague of each role but the owner, at work. */
export async function staffOfEachRole(salon: Scenario): Promise<Readonly<Record<Role, string>>> {
  const roles = ['manager', 'receptionist', 'cashier', 'practitioner', 'accountant'] as const;
  const tokens: [Role, string][] = [['owner', salon.owner.token]];
  for (const role of roles) tokens.push([role, (await salon.hire(role)).token]);
  return Object.fromEntries(tokens) as Record<Role, string>;
}
