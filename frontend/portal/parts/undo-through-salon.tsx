import { Link } from 'wouter-preact';
import type { UndoView } from '../../../shared/contract/cancellation-views.ts';
import { undoPauseInWords } from '../../../shared/wording/describe-cancellation.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { ContactLinks } from './contact-links.tsx';

/** That the salon takes a cancellation back, and the ways to reach it (rule K3, 000-032). */
export function UndoThroughSalon({ undo, today }: { undo: UndoView; today: string }) {
  const { tongue } = usePortal();
  const { cancellation, questions } = tongue.words;
  const pause = undoPauseInWords(undo, tongue, (date) => formatDay(date, today, tongue.locale));
  return (
    <section class="undo">
      <p>{cancellation.undoThroughSalon}</p>
      {pause !== undefined && <p>{pause}</p>}
      <div class="ways">
        <Link href="/portal/questions/new" class="primary">
          {questions.askShort}
        </Link>
      </div>
      <ContactLinks />
    </section>
  );
}
