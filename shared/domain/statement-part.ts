interface Told {
  readonly opening: { readonly units: number; readonly before?: string | undefined };
  readonly moves: readonly { readonly on: string; readonly units: number }[];
}

/**
 * The newest part of a statement that explains the number: from the last time that it was nothing, and of `most` moves
 * or so, since a day is told as a whole. What is left out becomes the opening, so that it adds up to the same.
 */
export function newestPart<Statement extends Told>(statement: Statement, most: number): Statement {
  const { opening, moves } = statement;
  const before = runningBefore(statement);
  const afterZero = moves.findLastIndex((_, at) => before[at] === 0);
  let from = Math.max(afterZero, moves.length - most, 0);
  if (from !== afterZero) while (from > 0 && moves[from]?.on === moves[from - 1]?.on) from -= 1;
  const [first] = moves.slice(from);
  if (from === 0 || first === undefined) return statement;
  return {
    ...statement,
    opening: { units: before[from] ?? opening.units, before: first.on },
    moves: moves.slice(from),
  };
}

/** The number after each move: the last is the balance. */
export function runningAfter({ opening, moves }: Told): number[] {
  let sum = opening.units;
  return moves.map(({ units }) => {
    sum += units;
    return sum;
  });
}

const runningBefore = ({ opening, moves }: Told): number[] =>
  [opening.units, ...runningAfter({ opening, moves })].slice(0, -1);
