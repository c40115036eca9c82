import type { ServiceView } from '../../../shared/contract/views.ts';
import { type RuledPlan, type TermsFor, termsInWords } from '../../../shared/wording/describe-terms.ts';
import { useSpeech } from '../app/page.ts';
import styles from './MemberTerms.module.css';

interface MemberTermsProps {
  readonly plan: RuledPlan;
  readonly about: TermsFor;
  readonly services: readonly ServiceView[];
}

/** A plan’s terms in the very words that members read (001-079): to read over, or to read out at the desk. */
export function MemberTerms({ plan, about, services }: MemberTermsProps) {
  const { tongue } = useSpeech();
  return (
    <dl className={styles.terms}>
      {termsInWords(plan, about, services, tongue).map(({ topic, heading, sentences }) => (
        <div key={topic}>
          <dt>{heading}</dt>
          {sentences.map((sentence) => (
            <dd key={sentence}>{sentence}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
