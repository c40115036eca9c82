import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { useWords } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { RedeemForm } from './RedeemForm.tsx';
import type { Wanted } from './subject.ts';
import { useCreditWords } from './use-credit-words.ts';

interface RedeemProps {
  readonly wanted: Wanted | undefined;
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onCredits: (credits: CreditGroup[]) => void;
}

/** The one step between “Use 1” and done: what is used, which credit it comes from, what is left (001-067). */
export function Redeem({ wanted, page, onClose, onCredits }: RedeemProps) {
  const words = useWords().credits;
  const { nameOf } = useCreditWords(page.services);
  const title = wanted ? `${words.redeemTitle}: ${nameOf(wanted.serviceId)}` : words.redeemTitle;
  return (
    <Dialog opened={wanted !== undefined} onClose={onClose} title={title}>
      {wanted && <RedeemForm wanted={wanted} page={page} onClose={onClose} onCredits={onCredits} />}
    </Dialog>
  );
}
