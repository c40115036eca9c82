import { ArrowRight } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { ContactLinks } from '../parts/contact-links.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';

/**
 * Somebody signed in whose membership is not found: with which address, and what to do about it (000-044). A client may
 * have estimates and invoices without one.
 */
export function NoMembership({ email, isClient = false }: { email: string; isClient?: boolean }) {
  const { page, estimates } = usePortal().tongue.words;
  return (
    <Screen title={page.noMembership} kind="narrow">
      <p>
        <strong>{page.noMembershipExplained(email)}</strong>
      </p>
      <p>{page.noMembershipNext}</p>
      {isClient && (
        <Link href="/portal/payments?show=estimates" class="more">
          {estimates.toPayments}
          <ArrowRight aria-hidden="true" size={18} />
        </Link>
      )}
      <h2>{page.ask}</h2>
      <ContactLinks />
    </Screen>
  );
}
