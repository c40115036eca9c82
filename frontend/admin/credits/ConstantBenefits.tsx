import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { benefitWords } from '../plans/plan-words.ts';
import styles from './CreditsBox.module.css';
import { type Constant, constantBenefits } from './constant-benefits.ts';
import { UseBenefitForm } from './UseBenefitForm.tsx';
import { useCreditWords } from './use-credit-words.ts';

interface ConstantBenefitsProps {
  readonly page: MemberPage;
  readonly onCredits: (credits: CreditGroup[]) => void;
}

/** What is always included, with a button that writes a use down: the history is complete for all four kinds. */
export function ConstantBenefits({ page, onCredits }: ConstantBenefitsProps) {
  const speech = useSpeech();
  const w = speech.words.credits;
  const { may } = useDesk();
  const { nameOf } = useCreditWords(page.services);
  const [using, setUsing] = useState<Constant>();
  const constants = constantBenefits(page.memberships);
  const close = () => setUsing(undefined);
  const say = ({ benefit }: Constant) => benefitWords(benefit, nameOf, speech);
  if (constants.length === 0) return null;
  return (
    <>
      <ul className={styles.groups} aria-label={w.always}>
        {constants.map((constant) => (
          <li key={`${constant.membershipId} ${constant.benefit.key}`} className={styles.group}>
            <div className={styles.line}>
              <span className={styles.service}>{say(constant)}</span>
              {may('credits.redeem') && (
                <Button
                  size="compact-md"
                  variant="light"
                  aria-label={w.benefitUseOf(say(constant))}
                  onClick={() => setUsing(constant)}
                >
                  {w.recordBenefitUse}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Dialog opened={using !== undefined} onClose={close} title={using ? say(using) : w.recordBenefitUse}>
        {using && (
          <UseBenefitForm constant={using} said={say(using)} page={page} onClose={close} onCredits={onCredits} />
        )}
      </Dialog>
    </>
  );
}
