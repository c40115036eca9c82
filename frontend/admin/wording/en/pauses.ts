import type { Pause, PauseBenefits, PauseDates, PauseFee } from '../../../../shared/domain/pause-terms.ts';

interface Choice {
  readonly label: string;
  readonly description: string;
}

export const pauses = {
  title: 'Pauses',
  hint: 'These rules hold for every pause. At the desk, bill dates and benefits can be agreed on differently.',
  dates: 'What happens to the bill date?',
  datesChoices: {
    shift: {
      label: 'It moves by the days of the pause',
      description: 'Every paid day is used. Later bills come on the new day.',
    },
    keep: {
      label: 'It stays; bills inside the pause are left out',
      description: 'Whoever pays on the 1st goes on paying on the 1st. Coming back is never charged twice.',
    },
  } satisfies Record<PauseDates, Choice>,
  benefits: 'What happens to benefits that are paid?',
  benefitsChoices: {
    frozen: {
      label: 'They rest and last as many days longer',
      description: 'Nobody loses a visit by pausing.',
    },
    usable: {
      label: 'They can be used during the pause',
      description: 'Until their own last day, which stays. Discounts rest.',
    },
  } satisfies Record<PauseBenefits, Choice>,
  minDays: 'Shortest pause in days',
  maxDays: 'Longest pause in days',
  perYear: 'Pauses a year',
  perYearHint: 'Within twelve months.',
  limitsHint:
    'Members stay within these limits. At the desk the end can be left open; the owner and managers may go beyond the limits and say why.',
  maxBelowMin: 'The longest pause cannot be shorter than the shortest one.',
  fee: 'What a pause costs',
  feeHint: 'Empty: nothing. Shown before anybody agrees.',
  feePer: 'How often',
  feePerHint: 'It comes with the first bill after the pause.',
  feePerChoices: {
    pause: 'Once for each pause',
    period: 'For each bill that falls into the pause',
  } satisfies Record<PauseFee['per'], string>,
  example: {
    title: 'For example',
    somebody: (bill: string, days: number, lastDay: string) =>
      `Somebody pays monthly, the next bill is on ${bill}. They pause today for ${days === 1 ? 'one day' : `${days} days`}, until ${lastDay}.`,
    moves: (bill: string, after: string) => `Instead of on ${bill}, the next bill comes on ${after}.`,
    leftOut: (bill: string, after: string) => `There is no bill on ${bill}. The next one comes on ${after}.`,
    comesAsPlanned: (bill: string) => `The bill comes on ${bill}, as planned: the pause is over by then.`,
    rest: (days: number, before: string, after: string) =>
      `Unused visits cannot be used meanwhile and last ${days === 1 ? 'one day' : `${days} days`} longer: until ${after} instead of ${before}.`,
    usable: (lastUse: string) => `Unused visits can be used during the pause. Their last day stays ${lastUse}.`,
    free: 'The pause costs nothing.',
    costs: (amount: string, bill: string) => `The pause costs ${amount}, with the bill on ${bill}.`,
  },

  pause: 'Pause',
  pauseOf: (plan: string) => `Pause ${plan}`,
  pauseTitle: (plan: string) => `Pause ${plan}`,
  from: 'From when?',
  fromBill: (day: string) => `From the next bill, ${day}`,
  fromBillHint: 'What is paid is used first.',
  fromToday: 'From today',
  fromTodayHint: 'What is paid and not used waits as the rules say.',
  howLong: 'For how long?',
  untilDay: 'Until a day',
  lastDay: 'Last day of the pause',
  lastDayHint: 'The day itself still belongs to the pause.',
  otherTerms: 'Agree on something else for this client',
  reason: 'Reason',
  reasonHint: 'Only colleagues see it.',
  reasonMissing: 'Please say why more is allowed than usual.',
  overrule: 'Allow it for this client',
  whoOverrules: 'The owner or a manager can allow it.',
  left: 'Credits',
  chooseFirst: 'Choose how long first.',
  confirm: 'Pause membership',
  paused: (plan: string, from: string) => `${plan} is paused from ${from}.`,

  pausedTo: (day: string) => `Paused to ${day}, that day included`,
  bannerSince: (day: string) => `Paused since ${day}`,
  bannerAnnounced: (day: string) => `Pause announced from ${day}`,
  bannerUntil: (day: string) => `Last day: ${day}.`,
  bannerOpen: 'No end agreed.',
  bannerUsable: 'What is left can be used; discounts wait.',
  bannerRests: 'Benefits wait until the membership goes on.',
  bannerCharge: (amount: string, day: string) => `Next charge: ${amount} on ${day}.`,
  bannerNoCharge: 'Nothing is charged meanwhile.',
  by: {
    member: 'Asked for by the client.',
    staff: 'Agreed on at the desk.',
    closure: 'The salon is closed.',
  } satisfies Record<Pause['by'], string>,
  because: (reason: string) => `Reason: ${reason}`,
  resume: 'Resume today',
  resumeTitle: (plan: string) => `Resume ${plan} today?`,
  takeBack: 'Take back the pause',
  takeBackTitle: (plan: string) => `Take back the pause of ${plan}?`,
  endIsSet: 'The end of the pause can be changed again when the cancellation is taken back.',
  changeEnd: 'Change the end',
  changeTitle: (plan: string) => `Until when is ${plan} paused?`,
  confirmEnd: 'Save the new end',
  keep: 'Leave it as it is',
  resumed: (plan: string) => `${plan} goes on from today.`,
  takenBack: (plan: string) => `The pause of ${plan} is taken back.`,
  endChanged: (plan: string, day: string) => `${plan} is paused until ${day}.`,
  endOpened: (plan: string) => `${plan} is paused until an end is agreed on.`,
};
