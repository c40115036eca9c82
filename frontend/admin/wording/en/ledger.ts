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
