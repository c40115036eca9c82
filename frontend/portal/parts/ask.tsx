import { usePortal } from '../portal-context.ts';
import { ContactLinks } from './contact-links.tsx';

/** The calm way to a person, at the same place on every screen of a member. */
export function Ask({ cancelsOnline = false }: { cancelsOnline?: boolean }) {
  const { business, tongue } = usePortal();
  const { page } = tongue.words;
  const { memberPauses, memberCancels, memberChangesPlan } = business.features;
  const changesThroughSalon = !(memberPauses && memberCancels && memberChangesPlan);
  const changes = cancelsOnline ? page.pauseThroughSalon : page.changesThroughSalon;
  return (
    <section aria-labelledby="ask" class="ask">
      <h2 id="ask">{page.ask}</h2>
      <p>
        {page.askExplained} {changesThroughSalon && changes}
      </p>
      <ContactLinks />
    </section>
  );
}
