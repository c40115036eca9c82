import type { Closure, ClosureExclusion } from '../../../../shared/domain/closure.ts';

const memberships = (count: number): string => (count === 1 ? '1 membership' : `${count} memberships`);
const clients = (count: number): string => (count === 1 ? '1 client' : `${count} clients`);
const visits = (count: number): string => (count === 1 ? '1 unused visit rests' : `${count} unused visits rest`);
const length = (count: number): string => (count === 1 ? 'one day' : `${count} days`);

/** Closing the whole salon for some days. */
export const closure = {
  title: 'Close for some days',
  settingsHint: 'Holidays, works on the house: all memberships pause at once. You see first what it does.',
  plan: 'Plan a closure',
  toSettings: 'Back to settings',
  lead: 'On these days every membership pauses: nothing is charged, unused visits rest and last as many days longer. It costs members nothing and is none of their own pauses.',
  from: 'First closed day',
  lastDay: 'Last closed day',
  dayMissing: 'Please choose a day.',
  lastDayBefore: 'The last day is not before the first one.',
  look: 'See what it does',
  lookAgain: 'The days have changed. Look again at what they do.',
  looking: (count: number) => `Looking: ${clients(count)} so far`,
  effect: 'What it does',
  pauses: (count: number, days: number) =>
    count === 1 ? `1 membership pauses for ${length(days)}` : `${memberships(count)} pause for ${length(days)}`,
  nobody: 'No membership would pause on these days.',
  billsMove: (bills: number, total: string, days: number) =>
    bills === 1
      ? `The next bill of one of them, ${total}, comes ${length(days)} later.`
      : `The next bills of ${bills} of them, ${total} together, come ${length(days)} later.`,
  billsAfter: 'The others have a bill before the closure. It comes as planned; the one after it comes later.',
  visitsRest: (count: number, days: number) => `${visits(count)} and can be used ${length(days)} longer.`,
  mails: 'Each of these members gets an e-mail now, and another one before you open again.',
  examples: 'For example',
  billInstead: (amount: string, after: string, before: string) => `${amount} on ${after} instead of ${before}`,
  billAsPlanned: (amount: string, day: string) => `${amount} on ${day}, as planned; the bill after it moves`,
  creditInstead: (what: string, after: string, before: string) => `${what}: until ${after} instead of ${before}`,
  excluded: (count: number) => `Not paused: ${count}`,
  whyNot: {
    payment_open: 'A payment is open. If it is paid before the first closed day, the membership pauses as well.',
    own_pause: 'Pauses already, or is about to. Please look whether that pause covers the closure.',
    cancelled: 'Is cancelled. Please agree with the client what happens to the days.',
    trial:
      'Is in its free trial, which goes on by its dates. If the trial is over on the first closed day, the membership pauses then.',
    not_begun: 'Begins later. On the first closed day it is looked at again.',
    busy: 'Was being charged at this moment. On the first closed day it is looked at again.',
  } satisfies Record<ClosureExclusion, string>,
  andMore: (count: number) => `and ${count} more`,
  close: (from: string, lastDay: string) => `Close from ${from} to ${lastDay}`,
  confirmTitle: 'Close the salon?',
  confirmLead: (count: number, from: string, lastDay: string) =>
    `${memberships(count)} pause from ${from} to ${lastDay}. Nothing is charged on these days.`,
  confirmUndo: (from: string) => `You can take it back as a whole until it begins on ${from}.`,
  confirmNow: 'It begins today, so it cannot be taken back as a whole. Single memberships can be resumed.',
  confirm: 'Close the salon',
  keepOpen: 'Stay open',
  planned: 'The closure is planned.',
  state: {
    pausing: 'Memberships are being paused',
    planned: 'Planned',
    pausing_again: 'The last ones are being paused',
    set: 'Closed',
    undoing: 'Being taken back',
    undone: 'Taken back',
  } satisfies Record<Closure['state'], string>,
  over: 'Over',
  days: (from: string, lastDay: string) => `${from} to ${lastDay}`,
  progress: (done: number, of: number) => `${done} of ${clients(of)} looked at`,
  progressHint: 'This goes on by itself. You can leave this page.',
  result: (count: number) => (count === 1 ? '1 membership pauses' : `${memberships(count)} pause`),
  resultUndone: (count: number) => `${memberships(count)} no longer paused`,
  plannedHint: 'On the first day everybody is looked at once more, for those who joined or paid meanwhile.',
  by: (name: string, when: string) => `Planned by ${name}, ${when}`,
  undo: 'Take it back',
  undoTitle: 'Take the closure back?',
  undoLead: (from: string, lastDay: string) =>
    `Every membership goes on as if nothing had been planned from ${from} to ${lastDay}: bills and last days are as they were. The members get an e-mail that you stay open.`,
  keepClosed: 'Keep the closure',
  undoing: 'The closure is being taken back.',
  last: 'The last closure',
};
