import { questionCounts } from '../../shared/domain/member-questions.ts';
import { creditForecast } from '../billing/credit-forecast.ts';
import type { Handler } from '../http/request.ts';
import { knowsPlansOf } from '../store/configuration.ts';
import { billingView } from '../views/billing-view.ts';
import { creditGroups, restingGroups } from '../views/credit-view.ts';
import { membershipViews } from '../views/membership-view.ts';
import { serviceViews } from '../views/plan-view.ts';

export const getDashboard: Handler<'member', 'getDashboard'> = async (request) => {
  const { member, login, today, slug, instance } = request;
  const memberships = member.memberships.map(({ value }) => value);
  const configuration = knowsPlansOf(request.configuration, memberships)
    ? request.configuration
    : await request.reloadConfiguration();
  const { memberId, firstName, lastName } = member.profile;
  return {
    today,
    signedInAs: login.email,
    profile: { memberId, firstName, lastName },
    memberships: membershipViews(memberships, configuration, today, member),
    credits: creditGroups(member.account.value, today, configuration.business.value.policies),
    resting: restingGroups(member.account.value, today, configuration.business.value.policies),
    forecast: await creditForecast(instance.table, { slug, member, configuration, today }),
    services: serviceViews(configuration),
    billing: billingView(member, configuration, today),
    shares: member.shared.some(({ value }) => value.live) || memberships.some(({ beneficiaries }) => beneficiaries),
    questions: questionCounts(member.questions.value),
  };
};
