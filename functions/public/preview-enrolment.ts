import { enrolmentOffer, termsVersionOf } from '../../shared/domain/online-enrolment.ts';
import { planToJoin } from '../billing/start-enrolment.ts';
import type { Handler } from '../http/request.ts';
import { planView, serviceViews } from '../views/plan-view.ts';
import { taxAt } from '../views/tax-at.ts';

/** Read anew: what somebody agrees to must be what the plan costs now, also seconds after it has changed. */
export const previewEnrolment: Handler<'public', 'previewEnrolment'> = async (request) => {
  const { path, today } = request;
  const configuration = await request.reloadConfiguration();
  const business = configuration.business.value;
  const { currency } = business;
  const plan = planToJoin(configuration, path.planId);
  const offer = enrolmentOffer(plan, today, taxAt(configuration, undefined));
  const { lines, dueNow, nextBill, lastBill } = offer;
  return {
    today,
    plan: planView(plan, configuration),
    services: serviceViews(configuration),
    lines: [...lines],
    dueNow: { amount: dueNow, currency },
    ...(nextBill === undefined ? {} : { nextBill: { on: nextBill.on, amount: { amount: nextBill.amount, currency } } }),
    ...(lastBill === undefined ? {} : { lastBill }),
    termsVersion: termsVersionOf(plan, business, offer),
  };
};
