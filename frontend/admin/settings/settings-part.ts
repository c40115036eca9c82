import type { SettingsDraft, SettingsProblems } from './settings-draft.ts';

/** What each part of the settings' form works on. */
export interface SettingsPart {
  readonly draft: SettingsDraft;
  readonly problems: SettingsProblems;
  readonly change: (part: Partial<SettingsDraft>) => void;
}
