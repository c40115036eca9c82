import type { Operation } from '../../shared/contract/operation.ts';
import { languageOf } from '../../shared/domain/business.ts';
import { mayDo } from '../../shared/domain/permission.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { creditWrites } from '../store/credit-writes.ts';
import { keys } from '../store/keys.ts';
import { loadMember, type MemberSnapshot } from '../store/member-snapshot.ts';
import type { Key, Row } from '../store/table.ts';
import { authoriseMember, authoriseStaff, loginIdOf } from './authorise.ts';
import { replyBefore, replyKeyOf, requestHashOf } from './idempotency.ts';
import { acceptedLanguage } from './language.ts';
import { parseBody, parseQuery, refuseForeignPages } from './parse.ts';
import type { MemberRequest, StaffRequest } from './request.ts';
import { type Call, type Memory, requestOf } from './request-of.ts';

/** Either a request to run, or the reply that the same call was given before. */
export type Prepared = { readonly request: unknown } | { readonly reply: unknown };

const parsedOf = ({ event, operation }: Call) => ({
  query: parseQuery(event, operation),
  body: parseBody(event, operation),
});

/** Where the reply is remembered; undefined for an operation that is not idempotent, or without a key. */
const replyKeyFor = ({ event, name, operation, slug }: Call, loginId: string): Key | undefined =>
  operation.idempotent ? replyKeyOf(slug, name, loginId, event.headers['idempotency-key']) : undefined;

/**
 * The reply that the same call was given before, or where this one's will be remembered.
 * Refusals: `idempotency_key_missing`, `idempotency_key_reused`.
 */
function recollection(
  { operation, path }: Call,
  body: unknown,
  replyKey: Key | undefined,
  replied: Row | undefined,
): { readonly before?: { readonly reply: unknown } | undefined; readonly memory?: Memory } {
  if (!operation.idempotent) return {};
  refuseUnless(replyKey, 'idempotency_key_missing');
  const requestHash = requestHashOf(path, body);
  return { before: replyBefore(replied, requestHash), memory: { key: replyKey, requestHash } };
}

/** A caller without a session. */
export async function preparePublic(call: Call): Promise<Prepared> {
  refuseForeignPages(call.event, call.operation);
  return { request: { ...requestOf(call, { kind: 'visitor' }, parsedOf(call)), instance: call.instance } };
}

/** A member: one query loads the profile of the path, which says itself who may open it. */
export async function prepareMember(call: Call): Promise<Prepared> {
  const { slug, path } = call;
  const { table } = call.instance;
  const loginId = loginIdOf(call.event);
  const memberId = String(path.memberId);
  const replyKey = replyKeyFor(call, loginId);

  const load = () => loadMember(table, slug, memberId);
  const [member, [replied]] = await Promise.all([load(), replyKey ? table.read([replyKey]) : []]);
  const login = authoriseMember(member, loginId);
  refuseUnless(member, 'not_found');
  const parsed = parsedOf(call);
  const { before, memory } = recollection(call, parsed.body, replyKey, replied);
  if (before) return before;

  // The first try decides on what was read to authorise it; later ones must read again, and ask again who may.
  let prefetched: MemberSnapshot | undefined = member;
  const request: Omit<MemberRequest<Operation>, 'instance'> & { instance: Call['instance'] } = {
    ...requestOf(call, { kind: 'member', memberId }, parsed, memory),
    instance: call.instance,
    login,
    language:
      acceptedLanguage(call.event.headers['accept-language']) ?? languageOf(call.configuration.business.value.locale),
    member,
    loadMember: async () => {
      const snapshot = prefetched ?? (await load());
      prefetched = undefined;
      authoriseMember(snapshot, loginId);
      refuseUnless(snapshot, 'not_found');
      return snapshot;
    },
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
  const replyKey = replyKeyFor(call, loginId);

  const load = async () => (memberId === undefined ? undefined : loadMember(table, slug, memberId));
  const [[access, replied], member] = await Promise.all([
    table.read([keys.access(slug, loginId), ...(replyKey ? [replyKey] : [])]),
    load(),
  ]);
  const staff = authoriseStaff(access, operation.permission);
  refuseUnless(memberId === undefined || member !== undefined, 'not_found');
  const parsed = parsedOf(call);

  const { before, memory } = recollection(call, parsed.body, replyKey, replied);
  if (before) return before;

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
      creditWrites(snapshot, decision, {
        slug,
        timeZone: call.configuration.business.value.timeZone,
        requestId: base.requestId,
        newEventId: () => base.newId('event'),
        note,
      }),
  };
  return { request };
}
