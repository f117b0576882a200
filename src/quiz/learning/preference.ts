import type { Preference } from '../draw.ts';
import type { Trace } from './answered.ts';

/** For practice: items never answered first, then those answered wrong the last time, then the rest. */
export const preferenceOf = (traces: ReadonlyMap<string, Trace>): Preference => ({
  tier: (item) => {
    const trace = traces.get(item);
    return trace ? (trace.right ? 2 : 1) : 0;
  },
  askedAt: (item) => traces.get(item)?.at ?? 0,
});
