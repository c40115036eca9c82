import { useState } from 'preact/hooks';
import type { CreditGroup, ServiceView, StatementView } from '../../../shared/contract/views.ts';
import { creditInWords } from '../../../shared/wording/describe.ts';
import { formatPrice } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { useLoad } from '../state/use-load.ts';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './notice.tsx';

interface Given {
  readonly group: CreditGroup;
  readonly memberId: string;
  readonly today: string;
  readonly services: readonly ServiceView[];
}

/** “Why 2?” beside a number of credits: what added to it and what took from it. */
export function Why(given: Given) {
  const { business, tongue } = usePortal();
  const { kind, available } = given.group;
  const [asked, setAsked] = useState(false);
  const number =
    kind === 'visits'
      ? String(available)
      : formatPrice({ amount: available, currency: business.currency }, tongue.locale);
  return (
    <>
      <button type="button" class="why" aria-haspopup="dialog" onClick={() => setAsked(true)}>
        {tongue.words.statement.why(number)}
      </button>
      {asked && <WhyDialog {...given} closed={() => setAsked(false)} />}
    </>
  );
}

const isOf = ({ kind, serviceIds }: CreditGroup, statement: StatementView): boolean =>
  kind === statement.kind && [...serviceIds].sort().join() === [...statement.serviceIds].sort().join();

function WhyDialog({ group, memberId, today, services, closed }: Given & { closed: () => void }) {
  const { side, business, tongue } = usePortal();
  const { kind, serviceIds, available } = group;
  // Both at once: the sentences are needed by the few who ask.
  const [answer] = useLoad(
    () => Promise.all([side.client.explainOwnBalance({ path: { memberId } }), import('./statement.tsx')]),
    memberId,
  );
  const what = creditInWords({ kind, units: available, serviceIds }, business.currency, services, tongue);
  const code = answer.kind === 'ready' ? answer.value[1] : undefined;
  const statement = answer.kind === 'ready' ? answer.value[0].statements.find((one) => isOf(group, one)) : undefined;
  return (
    <Dialog title={tongue.words.statement.title(what)} busy={false} closed={closed}>
      {(close) => (
        <>
          {answer.kind === 'loading' && <p role="status">{tongue.words.page.loading}</p>}
          {answer.kind === 'failed' && <ErrorNotice error={answer.error} />}
          {code && statement && <code.Statement statement={statement} today={today} services={services} />}
          <div class="ways">
            <button type="button" class="secondary" onClick={close}>
              {tongue.words.statement.close}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
