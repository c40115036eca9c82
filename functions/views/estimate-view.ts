import type { EstimateSummary, EstimateView, StaffEstimateView } from '../../shared/contract/estimate-views.ts';
import { type Estimate, estimateNumber, estimateStateOn } from '../../shared/domain/estimate.ts';
import { sameTax } from '../../shared/domain/estimate-answer.ts';
import { offerOf } from '../../shared/domain/estimate-offer.ts';
import { buyerName, type Profile } from '../../shared/domain/member.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Configuration } from '../store/configuration.ts';
import { actorName } from './person-view.ts';
import { taxAt } from './tax-at.ts';

/** Where an estimate is looked at, and on which day of the business. */
export interface EstimateScene {
  readonly configuration: Configuration;
  readonly today: LocalDate;
}

export function estimateSummary(estimate: Estimate, { configuration, today }: EstimateScene): EstimateSummary {
  const { estimateId, title, sentOn, validUntil, total, currency } = estimate;
  return {
    estimateId,
    number: estimateNumber(configuration.business.value.slug, estimate),
    title,
    sentOn,
    validUntil,
    total: { amount: total, currency },
    state: estimateStateOn(estimate, today),
  };
}

/** The whole estimate of a member. */
export function estimateView(estimate: Estimate, profile: Profile, scene: EstimateScene): EstimateView {
  const { seller, lines, remark, answer, replacedBy, invoiceId, currency } = estimate;
  const sum = (part: 'net' | 'tax') => ({ amount: lines.reduce((total, line) => total + line[part], 0), currency });
  const reason = answer?.kind === 'declined' ? answer.reason : undefined;
  return {
    ...estimateSummary(estimate, scene),
    buyer: buyerName(profile),
    seller,
    lines,
    net: sum('net'),
    tax: sum('tax'),
    ...(remark === undefined ? {} : { remark }),
    ...(answer === undefined
      ? {}
      : { answer: { kind: answer.kind, on: answer.on, ...(reason === undefined ? {} : { reason }) } }),
    ...(answer?.kind === 'accepted' ? { consent: answer.consent.text } : {}),
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(invoiceId === undefined ? {} : { invoiceId }),
  };
}

/** The same for staff. */
export function staffEstimateView(estimate: Estimate, profile: Profile, scene: EstimateScene): StaffEstimateView {
  const { sentBy, tax, locationId } = estimate;
  const { configuration } = scene;
  return {
    ...estimateView(estimate, profile, scene),
    offer: offerOf(estimate),
    sentBy: actorName({ kind: 'staff', staffId: sentBy }, configuration),
    taxChanged: !sameTax(tax, taxAt(configuration, locationId)),
  };
}
