import type { OwnProfile } from '../../../shared/contract/views.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { usePortal } from '../portal-context.ts';
import { Menu } from './menu.tsx';
import { SalonMark } from './salon-mark.tsx';

/** The header of a signed-in person: menu on the left, on the right whose membership is shown, to switch where there are several. */
export function MemberHeader(props: {
  email: string;
  profiles: readonly OwnProfile[];
  shown: OwnProfile | undefined;
  /** Answers of the salon that were not opened yet. */
  unread: number;
  choose: (memberId: string) => void;
}) {
  const { page } = usePortal().tongue.words;
  return (
    <header class="bar member">
      <Menu email={props.email} unread={props.unread} />
      <SalonMark />
      {props.shown !== undefined &&
        (props.profiles.length > 1 ? (
          <select
            class="profile"
            aria-label={page.shownProfile}
            value={props.shown.memberId}
            onChange={(event) => props.choose(event.currentTarget.value)}
          >
            {props.profiles.map((profile) => (
              <option key={profile.memberId} value={profile.memberId}>
                {fullName(profile)}
              </option>
            ))}
          </select>
        ) : (
          <span class="profile">{props.shown.firstName}</span>
        ))}
    </header>
  );
}
