/** The bill that comes next, exactly as it will be made; `card` is absent where the salon takes the money itself. */
export interface BillAfter {
  readonly amount: string;
  readonly day: string;
  readonly card?: string | undefined;
  /** What account credit pays of it, when it pays anything; `rest` is absent when it pays all. */
  readonly byCredit?: { readonly amount: string; readonly rest?: string | undefined } | undefined;
}

type Paid = Pick<BillAfter, 'card' | 'byCredit'>;

/** “charged to Visa •••• 4242”, “$40 charged to Visa •••• 4242, $10 from your account credit” */
export function howPaidEn({ card, byCredit }: Paid): string {
  const otherwise = card === undefined ? 'paid at the salon' : `charged to ${card}`;
  if (byCredit === undefined) return otherwise;
  const { amount, rest } = byCredit;
  return rest === undefined
    ? 'paid from your account credit'
    : `${rest} ${otherwise}, ${amount} from your account credit`;
}

/** “Abbuchung von Visa •••• 4242”, “Abbuchung von 40 € von Visa •••• 4242, 10 € aus Ihrem Kontoguthaben” */
export function howPaidDe({ card, byCredit }: Paid): string {
  const otherwise = card === undefined ? 'zu zahlen im Salon' : `Abbuchung von ${card}`;
  if (byCredit === undefined) return otherwise;
  const { amount, rest } = byCredit;
  if (rest === undefined) return 'aus Ihrem Kontoguthaben bezahlt';
  return card === undefined
    ? `${rest} zu zahlen im Salon, ${amount} aus Ihrem Kontoguthaben`
    : `Abbuchung von ${rest} von ${card}, ${amount} aus Ihrem Kontoguthaben`;
}
