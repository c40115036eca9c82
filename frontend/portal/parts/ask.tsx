import { MessageCircle } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { usePortal } from '../portal-context.ts';
import { throughSalon } from '../state/cancellation.ts';
import { ContactLinks } from './contact-links.tsx';

/** The calm way to a person, at the same place on every screen of a member: in writing and in private, or by telephone. */
export function Ask({ memberships }: { memberships: readonly MembershipView[] }) {
  const { business, tongue } = usePortal();
  const { page, questions } = tongue.words;
  const through = throughSalon(memberships, business.features);
  return (
    <section aria-labelledby="ask" class="ask">
      <h2 id="ask">{page.ask}</h2>
      <p>
        {page.askExplained} {through.length > 0 && page.throughSalon(through)}
      </p>
      <div class="ways">
        <Link href="/portal/questions/new" class="secondary">
          <MessageCircle aria-hidden="true" size={20} />
          {questions.askShort}
        </Link>
      </div>
      <ContactLinks />
      <Link href="/portal/questions" class="more">
        {questions.toList}
      </Link>
    </section>
  );
}
