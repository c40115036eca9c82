import {
  cellOf,
  finalStates,
  lifecycleEvents,
  type MembershipStatus,
  MembershipStatus as Status,
  startingStates,
} from '../shared/domain/lifecycle.ts';

const states = Status.options;

/** The events that lead from one state to another; empty for a pair that no event joins. */
const eventsBetween = (from: MembershipStatus, to: MembershipStatus): string[] =>
  lifecycleEvents.filter((event) => {
    const cell = cellOf(from, event);
    return 'to' in cell && cell.to === to;
  });

/** One arrow for each pair of states, with all that leads from the one to the other; what changes nothing is left out. */
function arrows(): string[] {
  return states.flatMap((from) =>
    states
      .filter((to) => to !== from)
      .map((to) => ({ to, events: eventsBetween(from, to) }))
      .filter(({ events }) => events.length > 0)
      .map(({ to, events }) => `  ${from} --> ${to}: ${events.join(', ')}`),
  );
}

function tableRow(event: (typeof lifecycleEvents)[number]): string {
  const cells = states.map((from) => {
    const cell = cellOf(from, event);
    if ('refused' in cell) return `*${cell.refused}*`;
    return cell.to === from ? 'stays' : `**${cell.to}**`;
  });
  return `| \`${event}\` | ${cells.join(' | ')} |`;
}

/** docs/lifecycle.md: the diagram and the table of `shared/domain/lifecycle.ts`. */
export function lifecyclePage(): string {
  return [
    '# The life of a membership',
    '',
    'Written by `npm run lifecycle` from [`shared/domain/lifecycle.ts`](../shared/domain/lifecycle.ts); a test fails when it is stale.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...startingStates.map((state) => `  [*] --> ${state}`),
    ...arrows(),
    ...finalStates.map((state) => `  ${state} --> [*]`),
    '```',
    '',
    'Every event in every state: the state that follows, or the code with which it is refused. Facts come first, then what people ask for. Refunds change invoices and credits, never the state of a membership.',
    '',
    `| event | ${states.join(' | ')} |`,
    `|---|${states.map(() => '---|').join('')}`,
    ...lifecycleEvents.map(tableRow),
    '',
  ].join('\n');
}
