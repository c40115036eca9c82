import type { Migration } from '../../../../shared/domain/migration.ts';
import type { VersionExclusion } from '../../../../shared/domain/version-exclusion.ts';

const memberships = (count: number): string => (count === 1 ? '1 membership' : `${count} memberships`);
const clients = (count: number): string => (count === 1 ? '1 client' : `${count} clients`);

/** Moving members of a plan to its new version. */
export const migration = {
  title: (plan: string) => `Move members: ${plan}`,
  open: 'Move members',
  openOf: (plan: string) => `Move members of ${plan} to its newest version`,
  toPlans: 'Back to plans',
  lead: (version: number) =>
    `Members stay on the version that they joined. Here you move them to version ${version}: they are told weeks before, and pay the new price first with a bill after that.`,
  leadAgain: (version: number) =>
    `You can look again for those who were left out: nobody is moved to version ${version} twice.`,
  again: 'Look again',
  announced: 'Announced',
  from: 'Bills from this day on are of the new version',
  noticeHint: (earliest: string) =>
    `The price is higher or less is included, so members have three weeks’ notice: ${earliest} at the earliest. Each moves with the first bill from this day on.`,
  noNoticeHint:
    'Nobody pays more or gets less, so it can be from tomorrow on. Each moves with the first bill from this day on.',
  dayMissing: 'Please choose a day.',
  dayOutOfRange: (earliest: string, latest: string) => `Please choose a day from ${earliest} to ${latest}.`,
  look: 'See what it does',
  lookAgain: 'The day has changed. Look again at what it does.',
  looking: (count: number) => `Looking: ${clients(count)} so far`,
  effect: 'What it does',
  moves: (count: number, plan: string, version: number) =>
    count === 1
      ? `1 membership moves to version ${version} of ${plan}`
      : `${count} memberships move to version ${version} of ${plan}`,
  nobody: 'Nobody would move.',
  paysNow: 'These members pay now',
  paysThen: 'And will pay',
  aMonth: (amount: string) => `${amount} a month`,
  difference: (more: number, amount: string) =>
    more > 0 ? `That is ${amount} a month more, tax included.` : `That is ${amount} a month less, tax included.`,
  firstBills: (first: string, last: string) =>
    first === last
      ? `The first bill of the new version is on ${first}.`
      : `The first bills of the new version are from ${first} to ${last}, each on its own bill date.`,
  nothingNow: 'Nothing is charged now, and what members have stays as it is.',
  mails: 'Each of these members gets an e-mail: price, day, what is different, and how to cancel before.',
  waitAlready: (count: number) => `${memberships(count)} ${count === 1 ? 'waits' : 'wait'} for it already.`,
  onVersion: (count: number) => `${memberships(count)} ${count === 1 ? 'is' : 'are'} on it already.`,
  different: 'What is different',
  fromVersion: (version: number) => `From version ${version}:`,
  priceInstead: (after: string, before: string) => `${after} instead of ${before}`,
  samePrice: (price: string) => `${price}, as now`,
  sameBenefits: 'the same is included',
  moving: (count: number) => `Who moves: ${count}`,
  billInstead: (day: string, after: string, before: string) => `${day}: ${after} instead of ${before}`,
  billSame: (day: string, amount: string) => `${day}: ${amount}, as now`,
  leaveOut: 'Leave out',
  leaveOutOf: (name: string) => `Leave out: ${name}`,
  leftOut: (name: string) => `${name} stays on the present version.`,
  showAll: (count: number) => `Show all ${count}`,
  showFew: 'Show fewer',
  excluded: (count: number) => `Not moved: ${count}`,
  whyNot: {
    kept: 'Stays on its version, as you or a colleague decided. You can change that on the client’s page.',
    agreed: 'A minimum time, a fixed term or an introductory price lasts longer. Look again once it is over.',
    ending: 'Is cancelled, or ends before the new version would begin.',
    own_change: 'Changes to another plan already.',
    payment_open: 'A payment is open. Look again once it is paid.',
    not_begun: 'Has not begun, or nothing has been billed yet: the first bill is as it was agreed to.',
    open_pause: 'Pauses without an agreed end, so no bill date is known. Look again once there is one.',
    not_reachable: 'No e-mail reaches the client, and nobody pays more without being told. Please add an address.',
    other_terms: 'Has other bill dates, another term or a shorter minimum time. That is a change of plan, one by one.',
    busy: 'Was being charged at this moment. It is looked at again some minutes later.',
  } satisfies Record<VersionExclusion, string>,
  andMore: (count: number) => `and ${count} more`,
  move: (count: number) => `Move ${memberships(count)}`,
  confirmTitle: (count: number) => `Move ${memberships(count)}?`,
  confirmUndo:
    'Before anybody is told, everybody is counted once more. If the figures are others by then, nobody is moved. You can call it off for all who were not billed by the new version yet.',
  confirm: 'Move and tell them',
  confirmNot: 'Do not move',
  started: 'Members are being moved.',
  toVersion: (version: number) => `To version ${version}`,
  state: {
    checking: 'Being counted once more',
    outdated: 'Not done',
    moving: 'Being moved',
    moved: 'Moved',
    undoing: 'Being called off',
    undone: 'Called off',
  } satisfies Record<Migration['state'], string>,
  progress: (done: number, of: number) => `${done} of ${clients(of)} looked at`,
  progressHint: 'This goes on by itself. You can leave this page.',
  outdated:
    'The figures were not those that you saw any more. Nobody was moved, and nobody was told. Please look again.',
  waiting: (count: number) =>
    count === 1 ? '1 membership moves with its bill' : `${count} memberships move with their bills`,
  waitingHint:
    'Who cancels before that bill never pays the new price. Single members can be kept on their version on their page.',
  over: (version: number) => `Everybody who was moved is billed by version ${version}`,
  undone: (count: number) => (count === 1 ? 'Called off for 1 membership' : `Called off for ${memberships(count)}`),
  by: (name: string, when: string) => `Started by ${name}, ${when}`,
  undo: 'Call it off',
  undoTitle: 'Call it off?',
  undoNot: 'Leave it as it is',
  undoLead:
    'Everybody who was not billed by the new version yet stays on the present one, at its price. Who had been told gets an e-mail that nothing changes. Who was billed by the new version stays on it.',
  undoing: 'It is being called off.',
  impossible: {
    no_earlier_version: {
      title: 'There is no earlier version',
      text: 'This plan has one version, and everybody is on it. Publish a new version, then you can move members to it.',
    },
    versions_too_different: {
      title: 'This version is too different',
      text: 'It has other bill dates, another term or a longer minimum time than all versions before it. Members can change to it one by one, as to another plan.',
    },
  },
  keep: 'Stays on this version',
  keepTitle: 'Stay on this version?',
  keepNot: 'No, move with the others',
  keepLead: (plan: string) =>
    `The membership keeps the price and the terms of ${plan} that it has now, also when others are moved later. Who had been told of a change gets an e-mail that it does not take place.`,
  keptNow: (plan: string) => `The membership keeps its version of ${plan}.`,
  keeps: 'Stays on its version when others are moved.',
  release: 'May be moved again',
  releasedNow: 'The membership can be moved with the others again.',
  comingAfterPause: (plan: string, price: string) =>
    `The newer version of ${plan} applies from the first bill after the pause on: ${price}.`,
  comingTo: (plan: string, date: string, price: string) =>
    `The newer version of ${plan} applies from the bill on ${date} on: ${price}.`,
};
