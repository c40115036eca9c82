import type { ServiceView } from '../../../shared/contract/views.ts';
import type { BalanceSeen } from '../../../shared/domain/balance-seen.ts';
import { seenInWords } from '../../../shared/wording/describe-seen.ts';
import { usePortal } from '../portal-context.ts';

/** The balance that goes with a question, line by line. */
export function Seen(props: { seen: BalanceSeen; services: readonly ServiceView[]; today: string }) {
  const { business, tongue } = usePortal();
  const { seen, services, today } = props;
  const rows = seenInWords(seen, { services, currency: business.currency, today }, tongue);
  return (
    <dl class="seen">
      {rows.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
