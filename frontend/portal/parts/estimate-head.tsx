import { ArrowRight, MessageCircle } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { EstimateView } from '../../../shared/contract/estimate-views.ts';
import { estimateNext } from '../../../shared/wording/describe-estimate.ts';
import { formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { ContactLinks } from './contact-links.tsx';

interface Given {
  readonly estimate: EstimateView;
  /** Has a membership or credits: questions are asked about these. */
  readonly isMember: boolean;
}

/** Above an estimate: how much, how it stands, and what the reader can do now. */
export function EstimateHead({ estimate, isMember }: Given) {
  const { tongue } = usePortal();
  const { estimates } = tongue.words;
  const { state, total, consent } = estimate;
  return (
    <section class="estimate-head">
      <p class="sum">
        <strong>{formatMoney(total, tongue.locale)}</strong>
        <span class={state === 'open' ? 'state soon' : 'state muted'}>{estimates.state[state]}</span>
      </p>
      <p>{estimateNext(estimate, tongue)}</p>
      {consent !== undefined && (state === 'accepted' || state === 'invoiced') && (
        <details>
          <summary>{estimates.agreedTo}</summary>
          <p>{consent}</p>
        </details>
      )}
      <Way estimate={estimate} isMember={isMember} />
    </section>
  );
}

/** Where to go on from one that cannot be answered: the invoice, the newer version, the salon. */
function Way({ estimate: { state, replacedBy, invoiceId }, isMember }: Given) {
  const { estimates, questions } = usePortal().tongue.words;
  if (invoiceId !== undefined) return <Further href={`/portal/payments/${invoiceId}`} label={estimates.toInvoice} />;
  if (replacedBy !== undefined) {
    return <Further href={`/portal/payments/estimates/${replacedBy}`} label={estimates.newer} />;
  }
  if (state !== 'declined' && state !== 'expired') return null;
  if (!isMember) return <ContactLinks />;
  return (
    <div class="ways">
      <Link href="/portal/questions/new" class="secondary">
        <MessageCircle aria-hidden="true" size={20} />
        {questions.askShort}
      </Link>
    </div>
  );
}

function Further({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} class="more">
      {label}
      <ArrowRight aria-hidden="true" size={18} />
    </Link>
  );
}
