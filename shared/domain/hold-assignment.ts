/** Units of each bucket for each appointment: `kept[bucket][appointment]`, buckets in their order of use. */
export interface Assignment {
  readonly kept: readonly (readonly number[])[];
  /** Units of each bucket that nothing is kept of. */
  readonly free: readonly number[];
  /** Units of each appointment that no bucket has. */
  readonly missing: readonly number[];
}

/** A bucket that could take `gains` over from `from`; the chain goes on from there towards the bucket it began with. */
interface Link {
  readonly bucket: number;
  readonly gains: number;
  readonly from: number;
}

/**
 * What is kept of which bucket, so that no appointment misses a unit that it could have, and what is used is what expires
 * first, in whichever order the appointments were booked (rule C4). Nothing moves without need: a unit of a bucket takes
 * over from a later one, if necessary through others that take over in turn, until no such exchange is left. What can be
 * kept together is a matroid, so where no single exchange is better, no other assignment is. `fits[bucket][appointment]`
 * says what can be kept where; what an appointment is `missing` counts as the last bucket of all.
 */
export function reassign(before: Assignment, fits: readonly (readonly boolean[])[]): Assignment {
  const nowhere = before.free.length;
  const kept = [...before.kept, before.missing].map((units) => [...units]);
  const free = [...before.free, 0];
  // What becomes free belongs to a later bucket, whose turn is still to come.
  for (let bucket = 0; bucket < nowhere; ) {
    const chain = (free[bucket] ?? 0) > 0 ? exchange(bucket, kept, fits) : [];
    if (chain.length === 0) {
      bucket += 1;
      continue;
    }
    const units = Math.min(free[bucket] ?? 0, ...chain.map(({ from, gains }) => kept[from]?.[gains] ?? 0));
    for (const { bucket: taker, gains, from } of chain) {
      move(kept, taker, gains, units);
      move(kept, from, gains, -units);
    }
    free[bucket] = (free[bucket] ?? 0) - units;
    const last = chain.at(-1)?.from ?? nowhere;
    free[last] = (free[last] ?? 0) + units;
  }
  return { kept: kept.slice(0, nowhere), free: free.slice(0, nowhere), missing: kept[nowhere] ?? [] };
}

function move(kept: number[][], bucket: number, appointment: number, units: number): void {
  const row = kept[bucket];
  if (row) row[appointment] = (row[appointment] ?? 0) + units;
}

/** The shortest way for a free unit of `first` to stand in for one of a later bucket; empty when there is none. */
function exchange(
  first: number,
  kept: readonly (readonly number[])[],
  fits: readonly (readonly boolean[])[],
): readonly Link[] {
  const ways = new Map<number, readonly Link[]>([[first, []]]);
  for (const [bucket, way] of ways) {
    for (const [gains, isFitting] of (fits[bucket] ?? []).entries()) {
      if (!isFitting) continue;
      for (const [from, units] of kept.entries()) {
        if ((units[gains] ?? 0) === 0 || ways.has(from)) continue;
        const longer = [...way, { bucket, gains, from }];
        if (from > first) return longer;
        ways.set(from, longer);
      }
    }
  }
  return [];
}
