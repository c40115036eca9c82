import { NativeSelect } from '@mantine/core';
import { mayOffer } from '../../../shared/domain/cancellation-law.ts';
import { SaveOffer } from '../../../shared/domain/save-offer.ts';
import { useWords } from '../app/page.ts';
import type { SettingsPart } from './settings-part.ts';

/** What stands beside “Cancel now” in the portal (rule K5), where the law lets anything stand there. */
export function SaveOfferField({ part: { draft, change } }: { part: SettingsPart }) {
  const { saveOffer: w } = useWords().selfService;
  const isLawful = mayOffer(draft.locale);
  // A pause that nobody can take is no offer.
  const offered = SaveOffer.options.filter((value) => value !== 'pause' || draft.memberPauses === 'on');
  return (
    <NativeSelect
      label={w.label}
      description={isLawful ? w.description : w.forbidden}
      disabled={!isLawful}
      value={isLawful ? draft.saveOffer : 'none'}
      onChange={({ currentTarget }) => change({ saveOffer: SaveOffer.safeParse(currentTarget.value).data ?? 'none' })}
      data={offered.map((value) => ({ value, label: w.choices[value] }))}
    />
  );
}
