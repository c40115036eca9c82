import { Link } from 'wouter';
import type { ClosureSample } from '../../../shared/contract/staff/closure-operations.ts';
import { capital, creditInWords } from '../../../shared/wording/describe.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Section } from '../parts/Section.tsx';
import { moves } from './closure-sum.ts';

/** Some memberships as they would be: the next bill and each credit, before and after. */
export function ClosureSamples({
  samples,
  today,
}: {
  readonly samples: readonly ClosureSample[];
  readonly today: string;
}) {
  const { settings } = useDesk();
  const { words, money, day, tongue } = useSpeech();
  const w = words.closure;
  const on = (date: string) => day(date, today);
  const { currency } = settings.business;
  return (
    <Section title={w.examples}>
      <ul className={lines.lines}>
        {samples.map((sample) => (
          <li key={`${sample.memberId} ${sample.plan}`} className={lines.line}>
            <span className={lines.main}>
              <Link href={`/contacts/${sample.memberId}`} className={lines.link}>
                {sample.name}
              </Link>
              <span className={lines.quiet}>{sample.plan}</span>
              {sample.bill && (
                <span>
                  {moves(sample)
                    ? w.billInstead(money(sample.bill.amount), on(sample.bill.after), on(sample.bill.before))
                    : w.billAsPlanned(money(sample.bill.amount), on(sample.bill.before))}
                </span>
              )}
              {sample.credits.map(({ bucketId, kind, available, serviceIds, expiresOn, expiresOnAfter }) =>
                expiresOn === undefined || expiresOnAfter === undefined ? null : (
                  <span key={bucketId}>
                    {w.creditInstead(
                      capital(
                        creditInWords({ kind, units: available, serviceIds }, currency, settings.services, tongue),
                      ),
                      on(expiresOnAfter),
                      on(expiresOn),
                    )}
                  </span>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
