import { MessageCircle } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { SelfService } from '../../../shared/domain/self-service.ts';
import { usePortal } from '../portal-context.ts';
import { ContactLinks } from './contact-links.tsx';

/** The calm way to a person, at the same place on every screen of a member: in writing and in private, or by telephone. */
export function Ask({ cancelsOnline = false }: { cancelsOnline?: boolean }) {
  const { business, tongue } = usePortal();
  const { page, questions } = tongue.words;
  const { memberPauses, memberCancels, memberChangesPlan } = business.features;
  const throughSalon: readonly SelfService[] = [
    ...(memberPauses ? [] : (['pause'] as const)),
    ...(memberChangesPlan ? [] : (['change_plan'] as const)),
    ...(memberCancels || cancelsOnline ? [] : (['cancel'] as const)),
  ];
  return (
    <section aria-labelledby="ask" class="ask">
      <h2 id="ask">{page.ask}</h2>
      <p>
        {page.askExplained} {throughSalon.length > 0 && page.throughSalon(throughSalon)}
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
