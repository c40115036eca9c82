import type { PlanView, ServiceView } from '../../../shared/contract/views.ts';
import { type TermsFor, termsInWords } from '../../../shared/wording/describe-terms.ts';
import { usePortal } from '../portal-context.ts';

interface TermsProps {
  readonly plan: PlanView;
  readonly about: TermsFor;
  readonly services: readonly ServiceView[];
  /** Of the headings, so that they fit where they stand. */
  readonly level: 3 | 4;
}

/** The plan’s terms in normal language (001-079), part by part. */
export function Terms({ plan, about, services, level }: TermsProps) {
  const { tongue } = usePortal();
  const Heading = `h${level}` as const;
  return (
    <>
      {termsInWords(plan, about, services, tongue).map(({ topic, heading, sentences }) => (
        <div key={topic} class="terms">
          <Heading>{heading}</Heading>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ))}
    </>
  );
}
