import { ArrowRight } from 'lucide-preact';
import type { OwnProfile } from '../../../shared/contract/views.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { usePortal } from '../portal-context.ts';

/** One login may open several memberships, as in a family: who is it about (004-011). */
export function ChooseProfile(props: { profiles: readonly OwnProfile[]; choose: (memberId: string) => void }) {
  const { page } = usePortal().tongue.words;
  return (
    <>
      <p>{page.chooseProfileExplained}</p>
      <ul class="choices">
        {props.profiles.map((profile) => (
          <li key={profile.memberId}>
            <button type="button" onClick={() => props.choose(profile.memberId)}>
              {fullName(profile)}
              <ArrowRight aria-hidden="true" size={20} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
