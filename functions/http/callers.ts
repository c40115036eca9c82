import type { Operation } from '../../shared/contract/operation.ts';
import { mayDo } from '../../shared/domain/permission.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { creditWrites } from '../store/credit-writes.ts';
import { keys } from '../store/keys.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { authoriseMember, authoriseStaff, loginIdOf } from './authorise.ts';
import { replyBefore, replyKeyOf, requestHashOf } from './idempotency.ts';
import { parseBody, parseQuery, refuseForeignPages } from './parse.ts';
import type { MemberRequest, StaffRequest } from './request.ts';
import { type Call, requestOf } from './request-of.ts';

/** Either a request to run, or the reply that the same call was given before. */
export type Prepared = { readonly request: unknown } | { readonly reply: unknown };

const parsedOf = ({ event, operation }: Call) => ({
  query: parseQuery(event, operation),
  body: parseBody(event, operation),
});

/** A caller without a session. */
export async function preparePublic(call: Call): Promise<Prepared> {
  refuseForeignPages(call.event, call.operation);
  return { request: { ...requestOf(call, { kind: 'visitor' }, parsedOf(call)), instance: call.instance } };
}

/** A member: one query loads the profile of the path, which says itself who may open it. */
export async function prepareMember(call: Call): Promise<Prepared> {
  const loginId = loginIdOf(call.event);
  const memberId = String(call.path.memberId);
  const member = await loadMember(call.instance.table, call.slug, memberId);
  const login = authoriseMember(member, loginId);
  refuseUnless(member, 'not_found');
  const request: MemberRequest<Operation> = {
    ...requestOf(call, { kind: 'member', memberId }, parsedOf(call)),
    instance: call.instance,
    login,
    member,
  };
  return { request };
}

/**
 * A member of staff: read from the table at every request, so that taking access away works at once. Authorised before
 * the body is looked at, so that a stranger learns nothing from the kind of refusal.
 */
export async function prepareStaff(call: Call): Promise<Prepared> {
  const { event, operation, slug, path } = call;
  const { table } = call.instance;
  const loginId = loginIdOf(event);
  const memberId = path.memberId === undefined ? undefined : String(path.memberId);
  const replyKey = operation.idempotent
    ? replyKeyOf(slug, call.name, loginId, event.headers['idempotency-key'])
    : undefined;

  const load = async () => (memberId === undefined ? undefined : loadMember(table, slug, memberId));
  const [[access, replied], member] = await Promise.all([
    table.read([keys.access(slug, loginId), ...(replyKey ? [replyKey] : [])]),
    load(),
  ]);
  const staff = authoriseStaff(access, operation.permission);
  refuseUnless(memberId === undefined || member !== undefined, 'not_found');
  const parsed = parsedOf(call);

  const requestHash = requestHashOf(path, parsed.body);
  if (operation.idempotent) {
    refuseUnless(replyKey, 'idempotency_key_missing');
    const before = replyBefore(replied, requestHash);
    if (before) return before;
  }

  const memory = replyKey && { key: replyKey, requestHash };
  const base = requestOf(call, { kind: 'staff', staffId: staff.staffId }, parsed, memory);
  // The first try decides on what was read together with the access row; later ones must read again.
  let prefetched = member;
  const request: Omit<StaffRequest<Operation>, 'instance'> & { instance: Call['instance'] } = {
    ...base,
    instance: call.instance,
    staff,
    may: (permission) => mayDo(staff.role, permission),
    loadMember: async () => {
      const snapshot = prefetched ?? (await load());
      prefetched = undefined;
      refuseUnless(snapshot, 'not_found');
      return snapshot;
    },
    creditWrites: (snapshot, decision, note) =>
      creditWrites(snapshot.account, decision, {
        slug,
        timeZone: call.configuration.business.value.timeZone,
        requestId: base.requestId,
        newEventId: () => base.newId('event'),
        note,
      }),
  };
  return { request };
}
