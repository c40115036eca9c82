import type { Invariant, LedgerKind } from '../../../../shared/domain/ledger-finding.ts';

const clients = (count: number) => (count === 1 ? '1 client' : `${count} clients`);
const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);

export const ledger = {
  title: 'Balance checks',
  text: 'Every night all credits and all account credit are added up again from their history and held against what is stored.',
  never: 'No night has been checked yet. The first check comes in the coming night.',
  good: 'Everything adds up',
  bad: (found: number) => (found === 1 ? 'One thing does not add up' : `${found} things do not add up`),
  badText: 'Please tell whoever runs Regulars for you. Nothing was changed.',
  checked: (date: string, count: number) =>
    `Checked in the night after ${date}, for ${clients(count)} with credits or account credit.`,
  findings: 'What does not add up',
  findingsText:
    'Nothing was changed, and clients were told nothing. Until it is cleared up, answer questions about these clients’ credits from their history, do not correct the number by hand, and pass this list on to whoever runs Regulars for you: it stays in the log with the same words. It comes back every night until it is put right.',
  means: {
    never_below_zero: 'What is left is not what the history gives',
    buckets_add_up: 'The single credits do not add up to the balance',
    hold_ends_once: 'Something reserved was used or given back twice',
    granted_once: 'The credits of a period came twice',
    renewal_is_paid: 'Credits and payment of a period do not go together',
    transfer_has_two_halves: 'What one client passed on is not what another received',
    used_in_time: 'Something was used after its last day',
    not_used_on_hold: 'Something was used while it was on hold',
    places_add_up: 'The sums of a place do not add up',
    replay_matches: 'What is stored is not what the history gives',
    chain_unbroken: 'An entry of the history was changed or is missing',
    sealed_is_there: 'Something that was there at an earlier seal is gone or changed',
    days_unbroken: 'The seals do not follow one another',
  } satisfies Record<Invariant, string>,
  ledgers: { credits: 'Credits', money: 'Account credit' } satisfies Record<LedgerKind, string>,
  entryNumber: (sequence: number) => `entry ${sequence}`,
  openClient: 'Open client',
  copy: 'Your copy',
  copyText:
    'All credits and account credit from the first entry on, in one file, without any names. Anybody can check it on their own computer with the free program that comes with Regulars, and prove that nothing in it was changed, left out or put in later.',
  download: 'Download the copy',
  goOn: 'Go on',
  stop: 'Stop',
  copying: 'How much is copied',
  copied: (members: string, of: string) => `${members} of about ${of} clients copied. Please keep this page open.`,
  done: (count: string) => `The copy is complete and saved: ${count} entries.`,
  how: 'To check it, in the folder of Regulars:',
  seals: 'Seals',
  sealsText:
    'Each night ends with a seal over everything up to it. Write one down now and then, or give it to your accountant: no copy that was changed can show the same seal.',
  sealOf: (date: string) => `the seal of ${date}`,
  nightly: (members: number, count: number) => `${clients(members)}, ${entries(count)} new`,
  foundTag: (found: number) => `${found} found`,
};
