import { acceptEstimate } from '../../shared/domain/estimate-answer.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { estimateConsent } from '../../shared/wording/describe-estimate.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import type { Handler } from '../http/request.ts';
import { answerOwnEstimate } from './own-estimate.ts';

/** What is kept is the sentence that the page showed, in its language. */
export const acceptOwnEstimate: Handler<'member', 'acceptOwnEstimate'> = async (request) => {
  const { body, login, language, configuration } = request;
  const { name, locale } = configuration.business.value;
  return request.change(() =>
    answerOwnEstimate(request, 'estimate.accepted', (estimate, shown) => {
      const { amount, currency } = body.total;
      refuseUnless(currency === estimate.currency, 'currency_mismatch');
      const text = estimateConsent(shown, name, tongueOf(language, locale));
      return acceptEstimate(estimate, { loginId: login.loginId, seen: amount, consent: { text, language } }, request);
    }),
  );
};
