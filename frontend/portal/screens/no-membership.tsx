import { ContactLinks } from '../parts/contact-links.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';

/** Somebody signed in whose membership is not found: with which address, and what to do about it (000-044). */
export function NoMembership({ email }: { email: string }) {
  const { page } = usePortal().tongue.words;
  return (
    <Screen title={page.noMembership} kind="narrow">
      <p>
        <strong>{page.noMembershipExplained(email)}</strong>
      </p>
      <p>{page.noMembershipNext}</p>
      <h2>{page.ask}</h2>
      <ContactLinks />
    </Screen>
  );
}
