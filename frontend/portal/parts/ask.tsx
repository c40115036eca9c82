import { MessageCircle } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { usePortal } from '../portal-context.ts';
import { ContactLinks } from './contact-links.tsx';

/** The calm way to a person, at the same place on every screen of a member: in writing and in private, or by telephone. */
export function Ask({ cancelsOnline = false }: { cancelsOnline?: boolean }) {
  const { business, tongue } = usePortal();
  const { page, questions } = tongue.words;
  const { memberPauses, memberCancels, memberChangesPlan } = business.features;
  const changesThroughSalon = !(memberPauses && memberCancels && memberChangesPlan);
  const changes = cancelsOnline ? page.pauseThroughSalon : page.changesThroughSalon;
  return (
    <section aria-labelledby="ask" class="ask">
      <h2 id="ask">{page.ask}</h2>
      <p>
        {page.askExplained} {changesThroughSalon && changes}
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
