import type { PdfFile } from '../../shared/contract/billing-views.ts';
import type { Language } from '../../shared/domain/business.ts';
import type { Estimate } from '../../shared/domain/estimate.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { estimateInWords } from '../../shared/wording/describe-estimate.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import type { DocumentsInstance } from '../runtime/instance.ts';
import { type EstimateScene, estimateView } from '../views/estimate-view.ts';
import { paperFile } from './paper-file.ts';

/** What to print: the estimate of a member as it stands on a day, in a language. */
export interface EstimateToPrint extends EstimateScene {
  readonly estimate: Estimate;
  readonly profile: Profile;
  readonly language: Language;
}

export function estimatePdf(
  instance: Pick<DocumentsInstance, 'media'>,
  { estimate, profile, language, ...scene }: EstimateToPrint,
): Promise<PdfFile> {
  const tongue = tongueOf(language, scene.configuration.business.value.locale);
  const paper = estimateInWords(estimateView(estimate, profile, scene), tongue);
  return paperFile(instance, scene.configuration, paper, tongue);
}
