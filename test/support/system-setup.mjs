// Plain JavaScript: jest would otherwise compile what Node already runs.
import { startSystem } from './system.ts';

/** The day on which the shared system stands still: the end of a short month, between two changes of clocks. */
const frozenAt = Date.parse('2027-02-26T15:00:00Z');

export default async function setUp() {
  const system = await startSystem({ seed: true, frozenAt });
  globalThis.regularsSystem = system;
  process.env.REGULARS_SYSTEM = JSON.stringify(system.ready);
}
