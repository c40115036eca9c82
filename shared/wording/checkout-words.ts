/** Coming back from the payment provider’s page: what became of it, in a title and what follows. */
export interface CheckoutResultWords {
  readonly asking: string;
  readonly takesLonger: string;
  /** True only while the membership is in use. */
  readonly paidAndActive: string;
  readonly paid: string;
  readonly received: (amount: string) => string;
  readonly credited: (amount: string) => string;
  readonly cardSaved: string;
  readonly cardKept: (card: string) => string;
  readonly welcome: (business: string) => string;
  readonly hasBegun: (plan: string) => string;
  readonly passwordMailed: string;
  readonly declined: string;
  readonly notCharged: string;
  readonly declinedWithNewCard: string;
  readonly notJoined: string;
  readonly otherCard: string;
  readonly canClose: string;
  readonly confirmationNeeded: string;
  readonly confirmNext: string;
  readonly pending: string;
  readonly pendingNext: string;
  readonly notFinished: string;
  readonly notFinishedNext: string;
  readonly unknown: string;
  readonly unknownNext: string;
  readonly back: string;
}

/** The page of the link in a payment mail (000-020): the amount due, and nothing else about the person. */
export interface PaymentLinkWords {
  readonly title: (business: string) => string;
  readonly amountDue: string;
  readonly explained: string;
  readonly nothingDue: string;
  readonly used: string;
  readonly freshLinkSent: string;
  readonly incomplete: string;
}

export interface CheckoutWords {
  readonly result: CheckoutResultWords;
  readonly link: PaymentLinkWords;
}
