import type { FeatureSwitches } from '../../../shared/domain/business.ts';

/** A switch as a form's field: of text, like the others, so that two edits of one form can be put together. */
export type Switch = 'on' | 'off';
export const switchOf = (on: boolean): Switch => (on ? 'on' : 'off');

/** What members may do by themselves (000-026 … 000-032), as it stands in the form. */
export type SwitchDraft = Readonly<Record<keyof FeatureSwitches, Switch>>;

export const switchDraftOf = (features: FeatureSwitches): SwitchDraft => ({
  memberPauses: switchOf(features.memberPauses),
  memberCancels: switchOf(features.memberCancels),
  memberChangesPlan: switchOf(features.memberChangesPlan),
});

export const readSwitches = (draft: SwitchDraft): FeatureSwitches => ({
  memberPauses: draft.memberPauses === 'on',
  memberCancels: draft.memberCancels === 'on',
  memberChangesPlan: draft.memberChangesPlan === 'on',
});
