import type { Letter } from '../../functions/mails/letter.ts';
import { invoiceInWords } from '../../shared/wording/describe-invoice.ts';
import type { AccessKind } from '../../shared/wording/mails/access-words.ts';
import type { MailParties, MailWords } from '../../shared/wording/mails/mail-words.ts';
import { type MailKind, type Mails, mailsIn } from '../../shared/wording/mails/mails.ts';
import type { PauseFacts } from '../../shared/wording/mails/pause-words.ts';
import type { PaymentStep } from '../../shared/wording/mails/payment-words.ts';
import type { Tongue } from '../../shared/wording/words.ts';

const accessKinds: readonly AccessKind[] = [
  'member_invitation',
  'member_sign_in',
  'staff_invitation',
  'staff_sign_in',
  'member_password',
  'staff_password',
];
const steps: readonly PaymentStep[] = ['first', 'reminder', 'benefits_pause', 'on_hold', 'final'];

const usd = (amount: number) => ({ amount, currency: 'USD' as const });

/** A receipt with everything that one can hold. */
const paper = (tongue: Tongue) =>
  invoiceInWords(
    {
      invoiceId: 'msh_01JZ0000000000000000000001.3',
      number: 'AURORA-000123',
      kind: 'membership',
      plan: 'Gold',
      issuedOn: '2026-05-04',
      paidOn: '2026-05-04',
      total: usd(9634),
      due: usd(0),
      refunded: usd(1000),
      state: 'partly_refunded',
      buyer: 'Mia Meyer',
      seller: { name: 'Aurora Day Spa LLC', address: '1 Main Street\nSpringfield', taxId: '12-3456789' },
      lines: [
        {
          subject: { kind: 'period', plan: 'Gold', start: '2026-05-04', end: '2026-06-04', intro: false },
          net: 8900,
          tax: 734,
          gross: 9634,
          taxRule: { name: 'Sales tax', basisPoints: 825, mode: 'exclusive' },
        },
      ],
      net: usd(8900),
      tax: usd(734),
      fromAccountCredit: usd(1634),
      payment: { kind: 'card', brand: 'visa', last4: '4242', amount: 8000 },
      refunds: [
        {
          ...{ n: 1, state: 'done', amount: 1000, toAccountCredit: 500, at: Date.UTC(2026, 4, 6, 15) },
          tookBack: [{ kind: 'visits', serviceIds: ['svc_01JZ0000000000000000000001'], units: 1 }],
        },
      ],
      grants: [
        { kind: 'visits', serviceIds: ['svc_01JZ0000000000000000000001'], units: 2, expiresOn: '2026-06-03' },
        { kind: 'allowance', serviceIds: ['svc_01JZ0000000000000000000001'], units: 4000 },
      ],
    },
    {
      services: [
        {
          serviceId: 'svc_01JZ0000000000000000000001',
          name: 'Facial',
          oneVisit: 'facial visit',
          visits: 'facial visits',
        },
      ],
      tongue,
      timeZone: 'America/New_York',
      contact: { email: 'desk@example.com', phone: '+12025550123' },
      portal: 'https://aurora.example.org/portal',
    },
  );

/** A pause in every way that it can be told: with and without an end, in the portal and not, resting and usable. */
function pauseLetters(
  pause: Mails['pause'],
  parties: MailParties & { readonly business: string },
  day: string,
  letter: (kind: MailKind, words: MailWords) => Letter,
): Letter[] {
  const ways = ['desk@example.com', '+12025550123'];
  const newPlan = { reason: 'requested', name: 'Platinum', day, price: '$149 a month' } as const;
  const after = { kind: 'bill', amount: '$106.34', day, card: 'Visa •••• 4242', newPlan } as const;
  const lines = [`2 · ${day}`];
  const facts: PauseFacts = {
    ...parties,
    plan: 'Gold',
    firstDay: day,
    lastDay: day,
    hasBegun: true,
    closure: false,
    after,
    fee: { amount: '$10.00', per: 'included' },
    credits: { rest: true, lines, before: lines, given: lines },
    restsOthers: true,
    remindedOn: day,
    change: { ways, portal: true },
  };
  const { lastDay: _, remindedOn: __, ...open } = facts;
  return [
    letter('pause_agreed', pause.agreed(facts)),
    letter(
      'pause_agreed',
      pause.agreed({
        ...open,
        hasBegun: false,
        after: { kind: 'unknown', newPlan: { reason: 'new_version', name: 'Gold', price: '$99 a month' } },
        fee: { amount: '$10.00', per: 'period' },
        change: { ways, portal: false },
      }),
    ),
    letter('pause_agreed', pause.agreed({ ...facts, closure: true, fee: undefined, change: undefined })),
    letter(
      'pause_changed',
      pause.changed({
        ...facts,
        credits: { rest: false, lines, before: [], given: [] },
        after: { kind: 'end', lastDay: day },
      }),
    ),
    letter(
      'pause_ending',
      pause.ending({
        ...parties,
        plan: 'Gold',
        lastDay: day,
        firstDayAfter: day,
        after,
        includesFee: '$10.00',
        credits: lines,
        change: { ways, portal: true },
      }),
    ),
    letter('pause_resumed', pause.resumed({ ...parties, plan: 'Gold', after, credits: lines })),
    letter(
      'pause_called_off',
      pause.calledOff({ ...parties, plan: 'Gold', firstDay: day, because: 'requested', after }),
    ),
    letter('pause_called_off', pause.calledOff({ ...parties, plan: 'Gold', firstDay: day, because: 'payment_open' })),
    ...(['closure_undone', 'closure_payment_open'] as const).map((because) =>
      letter('pause_called_off', pause.calledOff({ ...parties, plan: 'Gold', firstDay: day, because, after })),
    ),
    letter('pause_review', pause.review({ business: parties.business, since: day })),
  ];
}

/** Another plan, in every way that it can be told. */
function planChangeLetters(
  planChange: Mails['planChange'],
  parties: MailParties & { readonly business: string },
  day: string,
  letter: (kind: MailKind, words: MailWords) => Letter,
): Letter[] {
  const ways = ['desk@example.com', '+12025550123'];
  const plans = { from: 'Gold', to: 'Platinum', firstDay: day };
  const next = { amount: '$160.34', day, card: 'Visa •••• 4242' };
  const facts = { ...parties, ...plans, came: [`2 · ${day}`], next };
  return [
    letter('plan_changed', planChange.changed({ ...facts, paid: '$34.88', committedUntil: day })),
    letter('plan_changed', planChange.changed({ ...parties, ...plans, came: [], toAccountCredit: '$5.00' })),
    letter('plan_change_coming', planChange.coming({ ...parties, ...plans, next, undo: { ways, portal: true } })),
    letter(
      'plan_change_coming',
      planChange.coming({ ...parties, ...plans, next: { amount: '$1.00', day }, undo: { ways, portal: false } }),
    ),
    letter('plan_change_declined', planChange.declined({ ...parties, from: 'Gold', to: 'Platinum', amount: '$34.88' })),
  ];
}

/** A new version of the plan, in every way that it can be told. */
function newVersionLetters(
  newVersion: Mails['newVersion'],
  parties: MailParties & { readonly business: string },
  day: string,
  letter: (kind: MailKind, words: MailWords) => Letter,
): Letter[] {
  const ways = ['desk@example.com', '+12025550123'];
  const cancel = { ways, portal: 'https://aurora.example.org/portal/cancel' };
  const prices = { before: '$99', after: '$119', firstBill: '$128.82' };
  const facts = { ...parties, ...prices, plan: 'Gold', firstDay: day, lastDayBefore: day, different: [`2 · ${day}`] };
  return [
    letter('new_version_coming', newVersion.coming({ ...facts, price: 'more', card: 'Visa •••• 4242', cancel })),
    letter('new_version_coming', newVersion.coming({ ...facts, price: 'less', different: [], cancel: { ways } })),
    letter('new_version_coming', newVersion.coming({ ...facts, price: 'same', cancel })),
    letter(
      'new_version_off',
      newVersion.off({ ...parties, plan: 'Gold', price: '$99', next: { amount: '$107.17', day } }),
    ),
    letter('new_version_off', newVersion.off({ ...parties, plan: 'Gold', price: '$99' })),
  ];
}

/** One letter of each kind, as full as it can be. `url` is where its button leads. */
export function everyLetter(tongue: Tongue, url: string): Letter[] {
  const { access, estimate, payment, pause, planChange, newVersion, membership, question, receipt } = mailsIn(
    tongue.language,
  );
  const parties = { business: 'Aurora Day Spa', name: 'Mia Meyer' };
  const isGerman = tongue.language === 'de';
  const day = isGerman ? '12. Mai' : 'May 12';
  const until = isGerman ? '7. Mai 2026 um 14:05' : 'May 7, 2026 at 2:05 PM';
  const ways = ['desk@example.com', '+12025550123'];
  const portal = 'https://aurora.example.org/portal';
  const letter = (kind: MailKind, words: MailWords): Letter => ({
    kind,
    to: 'mia@example.com',
    tongue,
    words,
    ...(words.action === undefined ? {} : { url }),
    ...(kind === 'card_expiring' ? { unsubscribeToken: 'U'.repeat(43) } : {}),
  });
  const open = { plan: 'Gold', amount: '$96.34', since: day };
  const reasons = tongue.words.billing.attention.reason;
  return [
    ...accessKinds.map((kind) => letter(kind, access[kind]({ ...parties, until }))),
    ...steps.map((step) =>
      letter(
        `payment_${step}`,
        payment.steps[step]({
          ...parties,
          ...open,
          reason: step === 'first' ? reasons.declined : reasons.new_card_needed,
          restsFrom: step === 'on_hold' || step === 'final' ? undefined : day,
          hasBenefitsLeft: step === 'first',
          nextTry: step === 'first' ? day : undefined,
          endsOn: day,
          until,
        }),
      ),
    ),
    letter('payment_link', payment.link({ ...parties, open, until })),
    letter('payment_link', payment.link({ ...parties, until })),
    letter(
      'renewal_notice',
      membership.renewalNotice({
        ...parties,
        plan: 'Gold',
        day,
        total: '$1,200.00',
        tax: '$91.50',
        parts: { fromAccountCredit: '$20.00', fromCard: '$1,180.00' },
        card: 'Visa •••• 4242',
        period: tongue.words.invoices.days(day, day),
        cancel: { ways, portal, committedUntil: day },
      }),
    ),
    letter(
      'card_expiring',
      membership.cardExpiring({
        ...parties,
        plan: 'Gold',
        card: 'Visa •••• 4242',
        month: '05/26',
        day,
        amount: '$96.34',
        until,
      }),
    ),
    letter('card_updated', membership.cardUpdated({ ...parties, card: 'Visa •••• 4242', at: until, ways })),
    letter(
      'membership_cancelled',
      membership.cancelled({
        ...parties,
        rows: [{ label: 'Gold', value: tongue.words.cancellation.facts.untilIncluding(day) }],
        left: { heading: tongue.words.cancellation.facts.left, lines: paper(tongue).granted?.lines ?? [] },
        isOver: false,
        undo: { page: `${portal}/cancel/gold`, nextBill: { amount: '$96.34', day } },
        portal,
      }),
    ),
    ...pauseLetters(pause, parties, day, letter),
    ...planChangeLetters(planChange, parties, day, letter),
    ...newVersionLetters(newVersion, parties, day, letter),
    letter(
      'membership_goes_on',
      membership.goesOn({
        ...parties,
        plan: 'Gold',
        nextBill: { amount: '$96.34', day },
        cancel: { ways, portal: `${portal}/cancel/gold` },
      }),
    ),
    letter('question_answered', question.answered(parties)),
    letter('question_waiting', question.waiting({ business: parties.business, by: day })),
    ...[paper(tongue), undefined].map((whole) =>
      letter(
        'estimate_sent',
        estimate.sent({
          ...parties,
          number: 'AURORA-E-000012-2',
          total: '$96.34',
          validUntil: day,
          isNewer: whole === undefined,
          paper: whole,
        }),
      ),
    ),
    letter(
      'estimate_withdrawn',
      estimate.withdrawn({ ...parties, number: 'AURORA-E-000012', total: '$96.34', hasPortal: true }),
    ),
    ...(['accepted', 'declined'] as const).map((kind) =>
      letter(`estimate_${kind}`, estimate.answered({ business: parties.business, number: 'AURORA-E-000012', kind })),
    ),
    letter('invoice', receipt.invoice({ ...parties, paper: paper(tongue), hasPortal: true, paysOnline: true })),
    letter('receipt', receipt.receipt({ ...parties, paper: paper(tongue), hasPortal: true, paysOnline: true })),
    letter(
      'refund',
      receipt.refund({
        ...parties,
        receipt: paper(tongue).title,
        amount: '$10.00',
        back: { amount: '$5.00', card: 'Visa •••• 4242' },
        toAccountCredit: '$5.00',
      }),
    ),
  ];
}
