import type { BodyOf, PathOf, QueryOf, ReplyOf } from '../../shared/contract/handlers.ts';
import type { Audience, Operation, OperationPart } from '../../shared/contract/operation.ts';
import type { OperationName, OperationsOf } from '../../shared/contract/operations.ts';
import type { Language } from '../../shared/domain/business.ts';
import type { Actor } from '../../shared/domain/credit-account.ts';
import type { CreditDecision, Occasion } from '../../shared/domain/credit-decision.ts';
import type { DomainEvent, EventType } from '../../shared/domain/events.ts';
import type { IdKind } from '../../shared/domain/ids.ts';
import type { Login } from '../../shared/domain/member.ts';
import type { Permission } from '../../shared/domain/permission.ts';
import type { StaffMember } from '../../shared/domain/staff-member.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { DocumentsInstance, MemberInstance, PublicInstance, StaffInstance } from '../runtime/instance.ts';
import type { Outcome } from '../store/change.ts';
import type { Configuration } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Write } from '../store/table.ts';

/** What every handler gets: the parsed call, the moment, the business, and one way to change things. */
export interface BaseRequest<Op extends Operation> {
  readonly path: PathOf<Op>;
  readonly query: QueryOf<Op>;
  readonly body: BodyOf<Op>;
  readonly slug: string;
  /** The instant of the call, from API Gateway; nothing else reads a clock. */
  readonly at: number;
  /** The day in the business's zone. */
  readonly today: LocalDate;
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  /** Values of the request's cookies by name. */
  readonly cookies: ReadonlyMap<string, string>;
  readonly configuration: Configuration;
  /** The newest configuration, for decisions that must not see an old catalogue. */
  reloadConfiguration(): Promise<Configuration>;
  readonly actor: Actor;
  newId(kind: IdKind): string;
  /** Why, who and when of a change of credits; its cause is the idempotency key, or the request. */
  occasion(): Occasion;
  /** An event about this call. `memberId` puts it on that client's history. */
  event(type: EventType, subject: DomainEvent['subject'], memberId?: string): DomainEvent;
  /** Load, decide, commit; races are retried and the reply of an idempotent operation is remembered. */
  change(attempt: () => Promise<Outcome<ReplyOf<Op>>>): Promise<ReplyOf<Op>>;
}

export interface MemberRequest<Op extends Operation> extends BaseRequest<Op> {
  readonly instance: InstanceOf<'member', PartOf<Op>>;
  readonly login: Login;
  /** The language of the page that asks. */
  readonly language: Language;
  /** The member that the path names; already authorised for this login. */
  readonly member: MemberSnapshot;
  /** The same, fresh for each try of `change`. Refuses `not_found`. */
  loadMember(): Promise<MemberSnapshot>;
}

export interface StaffRequest<Op extends Operation> extends BaseRequest<Op> {
  readonly instance: InstanceOf<'staff', PartOf<Op>>;
  readonly staff: StaffMember;
  may(permission: Permission): boolean;
  /** The member that the path names, fresh for each try of `change`. Refuses `not_found`. */
  loadMember(): Promise<MemberSnapshot>;
  /** Writes of a decision about credits, announced and attributed. */
  creditWrites(snapshot: MemberSnapshot, decision: CreditDecision, note?: string): Write[];
}

export interface PublicRequest<Op extends Operation> extends BaseRequest<Op> {
  readonly instance: PublicInstance;
}

interface InstanceByAudience {
  member: MemberInstance;
  staff: StaffInstance;
  public: PublicInstance;
}
type Part = OperationPart | undefined;
/** The function that an operation runs in: undefined stands for the audience's main one. */
type PartOf<Op> = Op extends { readonly part: infer P extends OperationPart } ? P : undefined;
/** What the function of a part of an audience is connected to. */
export type InstanceOf<A extends Audience, P extends Part = undefined> = P extends OperationPart
  ? DocumentsInstance
  : InstanceByAudience[A];

/** A reply that also sets or clears the refresh token's cookie. */
export interface ReplyWithCookie<Reply> {
  readonly reply: Reply;
  readonly cookie: { readonly value: string | null };
}

interface RequestByAudience<Op extends Operation> {
  member: MemberRequest<Op>;
  staff: StaffRequest<Op>;
  public: PublicRequest<Op>;
}

type Answer<Op extends Operation> = Op extends { cookie: string } ? ReplyWithCookie<ReplyOf<Op>> : ReplyOf<Op>;

/** One operation's handler. */
export type Handler<A extends Audience, Name extends OperationName<A>> = (
  request: RequestByAudience<OperationsOf<A>[Name] & Operation>[A],
) => Promise<Answer<OperationsOf<A>[Name] & Operation>>;

/** All handlers of a part of an audience, and of no other part; leaving one out does not compile. */
export type Handlers<A extends Audience, P extends Part = undefined> = {
  readonly [Name in OperationName<A> as PartOf<OperationsOf<A>[Name]> extends P ? Name : never]: Handler<A, Name>;
};
