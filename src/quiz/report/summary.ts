import { tierOf } from '../campaign/campaign.ts';
import type { Disclosure } from './disclosure.ts';
import { type Distribution, distributionOf } from './distribution.ts';
import { marksOf } from './marks.ts';
import type { Material } from './material.ts';
import { progressOf } from './progress.ts';
import { type Reliability, reliabilityOf } from './reliability.ts';

/** The campaign in a dozen figures. */
export interface Summary {
  /** Persons on the roster, or the headcounts together; null where one is unknown. */
  audience: number | null;
  joined: number;
  began: number;
  /** Persons with an ended paper, as the standings count them. */
  tookPart: number;
  /** Persons who answered a paper to its end or handed it in. */
  finished: number;
  /** tookPart / audience. */
  participation: number | null;
  attempts: number;
  /** Null where nobody’s scores may be told. */
  scores: Scores | null;
  reliability: Reliability;
}

export interface Scores extends Distribution {
  /** Persons whose scores are left out of all figures of the whole. */
  leftOut: number;
  passed: number;
  /** From the highest; the last has no name: below all of them. Empty where the campaign has none. */
  tiers: { name: string | null; from: number | null; persons: number }[];
  /** Persons by tenth of the maximum; the last has the maximum, too. */
  tenths: number[];
}

export function summaryOf(material: Material, disclosure: Disclosure): Summary {
  const { campaign, now, takers, standings } = material;
  const audience = audienceOf(material);
  const tookPart = standings.persons.length;
  return {
    audience,
    joined: takers.length,
    began: takers.filter(({ attempts }) => attempts.length > 0).length,
    tookPart,
    finished: takers.filter((taker) => progressOf(taker, campaign, now) === 'finished').length,
    participation: audience === null ? null : tookPart / audience,
    attempts: takers.reduce((sum, { attempts }) => sum + attempts.length, 0),
    scores: scoresOf(material, disclosure),
    reliability: reliabilityOf(disclosure.counted.map((taker) => marksOf(taker, material.rulings))),
  };
}

function audienceOf({ campaign, roster, standings }: Material): number | null {
  const sizes =
    campaign.audience.kind === 'roster' ? [roster.length] : standings.units.map((unit) => unit.persons);
  const whole = sizes.reduce<number | null>(
    (sum, size) => (sum === null || size === null ? null : sum + size),
    0,
  );
  return whole === 0 ? null : whole;
}

function scoresOf({ campaign }: Material, { counted, leftOut }: Disclosure): Scores | null {
  const results = counted.map(({ standing }) => standing!);
  const distribution = distributionOf(results.map(({ score }) => score));
  if (!distribution) return null;
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const { score, maximum } of results) tenths[Math.min(9, Math.floor((score * 10) / maximum))]! += 1;
  const named = campaign.tiers.map(({ name, from }) => ({ name, from }));
  return {
    ...distribution,
    leftOut,
    passed: results.filter(({ passed }) => passed).length,
    tiers: (named.length > 0 ? [...named, { name: null, from: null }] : []).map((tier) => ({
      ...tier,
      persons: results.filter(({ score }) => tierOf(campaign, score) === tier.name).length,
    })),
    tenths,
  };
}
