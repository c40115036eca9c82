import type { StaffEstimateView } from '../../shared/contract/estimate-views.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import type { Estimate, Offer } from '../../shared/domain/estimate.ts';
import type { OfferMoment } from '../../shared/domain/estimate-offer.ts';
import type { Money } from '../../shared/domain/money.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { sellerOf } from '../billing/scene.ts';
import type { StaffRequest } from '../http/request.ts';
import type { Configuration } from '../store/configuration.ts';
import { readEstimate, type StoredEstimate } from '../store/estimate-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { staffEstimateView } from '../views/estimate-view.ts';
import { taxAt } from '../views/tax-at.ts';

type Call = Pick<
  StaffRequest<Operation>,
  'slug' | 'at' | 'today' | 'staff' | 'loadMember' | 'reloadConfiguration' | 'newId' | 'instance'
>;

/** A client’s estimate with the newest catalogue, and how to answer with it. Refuses `not_found`. */
export async function loadEstimate(
  request: Call,
  { memberId, estimateId }: { readonly memberId: string; readonly estimateId: string },
): Promise<{
  readonly member: MemberSnapshot;
  readonly before: StoredEstimate;
  readonly configuration: Configuration;
  readonly view: (estimate: Estimate) => StaffEstimateView;
}> {
  const { instance, slug, today } = request;
  const [member, before, configuration] = await Promise.all([
    request.loadMember(),
    readEstimate(instance.table, slug, memberId, estimateId),
    request.reloadConfiguration(),
  ]);
  refuseUnless(before, 'not_found');
  const view = (estimate: Estimate) => staffEstimateView(estimate, member.profile, { configuration, today });
  return { member, before, configuration, view };
}

/** Where and when a colleague writes an offer. Refuses `not_found` for a place that is not ours, `currency_mismatch`. */
export function offerMoment(
  request: Call,
  memberId: string,
  { locationId, total }: Pick<Offer, 'locationId'> & { readonly total: Money },
  configuration: Configuration,
): OfferMoment {
  const { at, today, staff } = request;
  const business = configuration.business.value;
  const isOurs =
    locationId === undefined || configuration.locations.some(({ value }) => value.locationId === locationId);
  refuseUnless(isOurs, 'not_found');
  refuseUnless(total.currency === business.currency, 'currency_mismatch');
  return {
    estimateId: request.newId('estimate'),
    memberId,
    staffId: staff.staffId,
    seller: sellerOf(business),
    currency: business.currency,
    tax: taxAt(configuration, locationId),
    at,
    today,
  };
}
