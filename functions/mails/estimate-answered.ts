import { estimateNumber } from '../../shared/domain/estimate.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { readEstimate } from '../store/estimate-rows.ts';
import { tongueFor } from './addressee.ts';
import type { Prepare } from './world.ts';

/** Tells the business at its contact address that a client has answered; not when it has acted on that already. */
export const estimateAnswered: Prepare = async ({ table }, { event, configuration, site }) => {
  const { business: slug, memberId = '', subject } = event;
  const business = configuration.business.value;
  const { email } = business.contact;
  if (email === undefined) return 'no_address';
  const estimateId = String(subject.estimateId);
  const estimate = (await readEstimate(table, slug, memberId, estimateId))?.value;
  const kind = event.type === 'estimate.accepted' ? 'accepted' : 'declined';
  if (estimate?.state !== kind || estimate.invoiceId !== undefined) return 'superseded';
  const tongue = tongueFor(undefined, business);
  const number = estimateNumber(slug, estimate);
  return {
    kind: `estimate_${kind}`,
    to: email,
    tongue,
    words: mailsIn(tongue.language).estimate.answered({ business: business.name, number, kind }),
    url: `${site}/admin/contacts/${memberId}?estimate=${estimateId}`,
  };
};
