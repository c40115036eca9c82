import { Text } from '@mantine/core';
import type { FeatureSwitches } from '../../../shared/domain/business.ts';
import { useWords } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { SaveOfferField } from './SaveOfferField.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import type { SettingsPart } from './settings-part.ts';

/** What there is to switch by now. */
const offered = [
  'memberPauses',
  'memberCancels',
  'memberChangesPlan',
] as const satisfies readonly (keyof FeatureSwitches)[];

/** What members can do by themselves: off until the owner decides (000-026 … 000-032). */
export function MemberSwitches({ part }: { part: SettingsPart }) {
  const { selfService } = useWords();
  return (
    <Section title={selfService.title}>
      <div className={page.stack}>
        <Text size="xs" c="dimmed">
          {selfService.hint}
        </Text>
        {offered.map((name) => (
          <SettingSwitch key={name} part={part} name={name} {...selfService[name]} />
        ))}
        <SaveOfferField part={part} />
      </div>
    </Section>
  );
}
