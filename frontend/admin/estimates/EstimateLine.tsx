import { Link } from 'wouter';
import type { EstimateLine as Line } from '../../../shared/contract/estimate-views.ts';
import { daysBetween } from '../../../shared/domain/calendar.ts';
import type { EstimateListState } from '../../../shared/domain/estimate-list.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useSpeech } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Tag, type Tone } from '../parts/Tag.tsx';

interface EstimateLineProps {
  readonly estimate: Line;
  readonly show: EstimateListState;
  readonly today: string;
}

/** What the desk does next stands out. */
const toneOf: Readonly<Record<EstimateListState, Tone>> = {
  open: 'quiet',
  accepted: 'care',
  unpaid: 'care',
  declined: 'quiet',
  expired: 'quiet',
};

/** An estimate in the list of all clients: whose, what, since when, how old, how much. Leads to it on the client’s page. */
export function EstimateLine({ estimate, show, today }: EstimateLineProps) {
  const { words, money, day } = useSpeech();
  const w = words.estimates;
  const { memberId, estimateId, title, number, since, validUntil, total } = estimate;
  return (
    <li className={`${lines.line} ${lines.wraps}`}>
      <div className={lines.main}>
        <Link href={`/contacts/${memberId}?estimate=${estimateId}`} className={lines.link}>
          {`${fullName(estimate)}: ${title}`}
        </Link>
        <span className={lines.quiet}>
          <span>{number}</span>
          <span>{w.since[show](day(since, today))}</span>
          {show === 'open' && <span>{w.validTo(day(validUntil, today))}</span>}
        </span>
      </div>
      <Tag tone={toneOf[show]}>{w.age(daysBetween(since, today))}</Tag>
      <span className={lines.number}>{money(total)}</span>
    </li>
  );
}
