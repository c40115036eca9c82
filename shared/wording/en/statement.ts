import type { StatementWords } from '../statement-words.ts';

export const statement: StatementWords = {
  why: (number) => `Why ${number}?`,
  title: (what) => `Why ${what}?`,
  titleOfNone: (services) => `Why is nothing left for ${services}?`,
  lead: 'Every plus and every minus, the oldest first. Together they are exactly what you have today.',
  before: (day, number) => `Before ${day} you had ${number}`,
  what: 'What happened',
  change: 'Change',
  left: 'Left',
  told: ({ day, text, change, left }) => `${day}: ${text} (${change}, then ${left})`,
  total: (what) => `Today you have ${what}`,
  totalOfNone: 'Today nothing is left',
  earlier: 'Show what was before',
  nothing: 'Nothing has been added or used yet.',
  close: 'Close',
  cause: {
    came_with_plan: ({ plan, until }) =>
      `Came with ${plan ?? 'your membership'}${until === undefined ? '' : `, to use by ${until}`}`,
    given_by_salon: ({ until }) => `Added for you by your salon${until === undefined ? '' : `, to use by ${until}`}`,
    brought_over: ({ until }) =>
      `Brought over from your salon’s earlier records${until === undefined ? '' : `, to use by ${until}`}`,
    used: ({ latest, by }) => {
      if (by !== undefined) return `Used by ${by} on an appointment`;
      return latest ? 'Used on your last appointment' : 'Used on an appointment';
    },
    given_back: ({ until }) =>
      until === undefined ? 'Given back to you' : `Given back to you; you can use it until ${until}`,
    expired: ({ until }) => (until === undefined ? 'Expired' : `Expired after ${until}`),
    reviewed: () => 'Your salon updated your balance after review',
    refunded: () => 'Taken off because the payment for it went back to you',
    payment_reversed: () => 'Taken off because the payment for it was reversed',
    on_hold: () => 'On hold while a payment is being checked',
    usable_again: ({ until }) =>
      until === undefined ? 'You can use it again' : `You can use it again, until ${until}`,
    rests: () => 'Rests while your membership is paused',
    resumed: ({ until }) =>
      until === undefined
        ? 'Your pause is over: you can use it again'
        : `Your pause is over: you can use it until ${until}`,
    held: ({ appointment }) =>
      appointment === undefined ? 'Reserved for an appointment' : `Reserved for your appointment on ${appointment}`,
    released: () => 'No longer reserved; you can use it again',
    cancelled_late: ({ appointment }) =>
      appointment === undefined
        ? 'Used up: an appointment was cancelled too late'
        : `Used up: your appointment on ${appointment} was cancelled too late`,
    no_show: ({ appointment }) =>
      appointment === undefined
        ? 'Used up: you did not come to an appointment'
        : `Used up: you did not come to your appointment on ${appointment}`,
    passed_on: () => 'You passed it on',
    received: ({ until }) => `Passed on to you${until === undefined ? '' : `, to use by ${until}`}`,
    taken_back: () => 'Taken back by your salon: it was passed on by mistake',
    came_back: () => 'Came back to you: it was passed on by mistake',
    over_cap: () => 'Over what your plan keeps for later, so it ended with the new period',
    days_back: ({ until }) =>
      until === undefined
        ? 'Yours again now that it is paid'
        : `Yours again now that it is paid: you can use it until ${until}`,
    benefit_used: ({ latest, by }) => {
      if (by !== undefined) return `Used by ${by} on an appointment`;
      return latest ? 'Used on your last appointment' : 'Used on an appointment';
    },
    use_withdrawn: () => 'Was entered by mistake and does not count',
    corrected: ({ until }) =>
      until === undefined
        ? 'Your salon put an earlier entry right'
        : `Your salon put an earlier entry right; you can use it until ${until}`,
  },
};
