import { Switch } from '@mantine/core';
import type { SettingsDraft } from './settings-draft.ts';
import type { SettingsPart } from './settings-part.ts';
import { type Switch as SwitchState, switchOf } from './switch-draft.ts';

interface SettingSwitchProps {
  readonly part: SettingsPart;
  readonly name: {
    [Field in keyof SettingsDraft]: SettingsDraft[Field] extends SwitchState ? Field : never;
  }[keyof SettingsDraft];
  readonly label: string;
  readonly description: string;
}

/** A setting that is on or off, with what it means. */
export function SettingSwitch({ part, name, label, description }: SettingSwitchProps) {
  return (
    <Switch
      label={label}
      description={description}
      checked={part.draft[name] === 'on'}
      onChange={({ currentTarget }) => part.change({ [name]: switchOf(currentTarget.checked) })}
    />
  );
}
