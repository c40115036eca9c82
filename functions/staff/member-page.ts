import type { MemberPage } from '../../shared/contract/staff-operations.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import { hasLoginMismatch, type MemberDetails, type Profile } from '../../shared/domain/member.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import type { Permission } from '../../shared/domain/permission.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Configuration } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { billingView } from '../views/billing-view.ts';
import { creditGroups, waitingGroups } from '../views/credit-view.ts';
import { invoiceSummary } from '../views/invoice-view.ts';
import { membershipViews } from '../views/membership-view.ts';
import { serviceViews } from '../views/plan-view.ts';

/** The client profile as a role may see it: what it may not see is absent, not blank (001-069). */
export function memberPage(
  snapshot: MemberSnapshot,
  /** The open ones, for those who may see them. */
  invoices: readonly Invoice[],
  configuration: Configuration,
  today: LocalDate,
  may: (permission: Permission) => boolean,
): MemberPage {
  const { profile } = snapshot;
  const memberships = snapshot.memberships.map(({ value }) => value);
  const { policies } = configuration.business.value;
  return {
    today,
    memberId: profile.memberId,
    version: snapshot.profileRow.value.revision,
    details: visibleDetails(profile, may),
    createdOn: profile.createdOn,
    memberships: membershipViews(memberships, configuration, today, snapshot),
    ...(may('notes.read') ? { pauseReasons: pauseReasons(memberships) } : {}),
    credits: creditGroups(snapshot.account.value, today, policies, { spent: true }),
    waiting: waitingGroups(snapshot.account.value, today, policies),
    services: serviceViews(configuration),
    payLaterDisabled: snapshot.billing.value.payLaterDisabled,
    ...(may('billing.read') ? { billing: billingOf(snapshot, invoices, configuration, today) } : {}),
    ...(may('clients.contact') ? { portal: portalOf(profile) } : {}),
  };
}

const pauseReasons = (memberships: readonly Membership[]): NonNullable<MemberPage['pauseReasons']> =>
  memberships.flatMap(({ membershipId, pause }) =>
    pause?.reason === undefined ? [] : [{ membershipId, reason: pause.reason }],
  );

function billingOf(
  snapshot: MemberSnapshot,
  invoices: readonly Invoice[],
  configuration: Configuration,
  today: LocalDate,
): NonNullable<MemberPage['billing']> {
  const { link } = snapshot.billing.value;
  const { undeliverable, email } = snapshot.profile;
  return {
    ...billingView(snapshot, configuration, today),
    ...(link === undefined
      ? {}
      : { link: { sentAt: link.sentAt, ...(link.openedAt === undefined ? {} : { openedAt: link.openedAt }) } }),
    ...(undeliverable?.email === email && undeliverable !== undefined ? { undeliverable: undeliverable.why } : {}),
    hasEmail: email !== undefined,
    open: invoices.map((invoice) => invoiceSummary(invoice, configuration)),
  };
}

export function visibleDetails(profile: Profile, may: (permission: Permission) => boolean): MemberDetails {
  const { firstName, lastName, company, email, phone, birthday, language, care } = profile;
  const contact = { ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(birthday ? { birthday } : {}) };
  return {
    firstName,
    lastName,
    ...(company ? { company } : {}),
    ...(language ? { language } : {}),
    ...(may('clients.contact') ? contact : {}),
    ...(care && may('clients.care') ? { care } : {}),
  };
}

function portalOf(profile: Profile): NonNullable<MemberPage['portal']> {
  const { invitation, logins } = profile;
  return {
    state: portalState(profile),
    ...(invitation ? { invitedAt: invitation.requestedAt } : {}),
    ...(invitation?.sentAt === undefined ? {} : { sentAt: invitation.sentAt }),
    logins: logins.map(({ email, linkedAt }) => ({ email, linkedAt })),
    mismatch: hasLoginMismatch(profile),
  };
}

function portalState({ email, invitation, logins }: Profile): NonNullable<MemberPage['portal']>['state'] {
  if (logins.length > 0) return 'can_sign_in';
  if (invitation) return invitation.sentAt === undefined ? 'invitation_on_its_way' : 'invited';
  return email === undefined ? 'no_email' : 'not_invited';
}
