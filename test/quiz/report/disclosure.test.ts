import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Participant } from '../../../src/quiz/campaign/people/participant.ts';
import { disclose } from '../../../src/quiz/report/disclosure.ts';
import { groupReports } from '../../../src/quiz/report/groups.ts';
import type { Material } from '../../../src/quiz/report/material.ts';
import { reportOf } from '../../../src/quiz/report/report.ts';
import { campaignOf } from '../../fakes/campaign.ts';
import { personId } from '../../fakes/examinees.ts';
import { inUnit, lettered, materialOf, paperOf } from './fixtures.ts';

interface Unit {
  size: number;
  district: string | null;
}

/** Units u0, u1 … whose persons have all answered; a size under `alone` has no unit. */
async function materialWith(units: readonly Unit[], alone = 0): Promise<Material> {
  const campaign = campaignOf({
    audience: {
      kind: 'open',
      anonymous: true,
      units: units.map(({ district }, i) => ({ name: `u${i}`, ...(district !== null && { district }) })),
    },
  });
  const names = [
    ...units.flatMap(({ size }, i) => Array.from({ length: size }, () => `u${i}`)),
    ...Array(alone).fill(null),
  ];
  const participants = names.map((unit, i) => inUnit(personId(i), unit));
  const attempts = participants.map(({ id }, i) => paperOf(id, { a: i % 2, b: i % 3, c: i % 4, d: 0, e: 1 }));
  return materialOf(campaign, { participants, attempts, bank: lettered('abcde') });
}

/** Whether a vector is a combination of others. */
function spanned(rows: number[][], wanted: number[]): boolean {
  const rank = (matrix: number[][]): number => {
    const left = matrix.map((row) => [...row]);
    let done = 0;
    for (let column = 0; column < wanted.length; column++) {
      const pivot = left.findIndex((row, i) => i >= done && Math.abs(row[column]!) > 1e-9);
      if (pivot < 0) continue;
      [left[done], left[pivot]] = [left[pivot]!, left[done]!];
      for (const [i, row] of left.entries())
        if (i !== done && Math.abs(row[column]!) > 1e-9) {
          const factor = row[column]! / left[done]![column]!;
          left[i] = row.map((value, k) => value - factor * left[done]![k]!);
        }
      done += 1;
    }
    return done;
  };
  return rank([...rows, wanted]) === rank(rows);
}

describe('figures that are disclosed', () => {
  it('give no unit of fewer than five away, by whatever sums and differences of units, districts and the whole', async () => {
    const unit = fc.record({
      size: fc.integer({ min: 0, max: 8 }),
      district: fc.constantFrom('东', '西', null),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(unit, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 0, max: 7 }),
        async (units, alone) => {
          const material = await materialWith(units, alone);
          const disclosure = disclose(material, true);
          const groups = [...units.map((_, i) => `u${i}`), null];
          const size = (group: string | null): number =>
            group === null ? alone : units[groups.indexOf(group)]!.size;
          const has = (takers: readonly { participant: Participant }[]): number[] =>
            groups.map((group) => (takers.some(({ participant }) => participant.unit === group) ? 1 : 0));
          const { districts } = groupReports(material, disclosure);
          const told = [
            has(disclosure.counted),
            ...districts
              .filter(({ figures }) => figures)
              .map(({ name }) => has(disclosure.districts.get(name)!)),
            ...groups
              .filter((group) => size(group) >= 5)
              .map((group) => groups.map((other) => (other === group ? 1 : 0))),
          ];
          for (const { name, figures } of districts.filter((district) => district.figures)) {
            const scores = disclosure.districts.get(name)!.map(({ standing }) => standing!.score);
            expect(figures!.average).toBeCloseTo(scores.reduce((a, b) => a + b, 0) / scores.length, 9);
          }
          const small = groups.filter((group) => size(group) > 0 && size(group) < 5);
          for (const first of small)
            for (const second of small) {
              if (first !== second && size(first) + size(second) >= 5) continue;
              const wanted = groups.map((group) => (group === first || group === second ? 1 : 0));
              expect(spanned(told, wanted), `${first} and ${second}`).toBe(false);
            }
          expect(disclosure.leftOut).toBeLessThanOrEqual(4);
          expect(disclosure.counted.length + disclosure.leftOut).toBe(material.standings.persons.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leave a single small unit out of every sum of the whole', async () => {
    const whole = await materialWith([
      { size: 6, district: null },
      { size: 3, district: null },
    ]);
    const { summary, items, weak, units } = reportOf(whole, () => null, true);
    expect(summary).toMatchObject({ tookPart: 9, scores: { persons: 6, leftOut: 3 } });
    expect(items.find(({ id }) => id === 'a')!.choices!.asked).toBe(6);
    expect(weak.book[0]).toMatchObject({ persons: 6, answers: 30 });
    expect([...weak.book[0]!.units.keys()]).toEqual(['u0']);
    expect(units[1]).toMatchObject({ name: 'u1', tookPart: 3, figures: null, tiers: null });
  });

  it('tell nothing of the whole where fewer than five took part', async () => {
    const few = reportOf(await materialWith([{ size: 4, district: null }]), () => null, true);
    expect(few.summary).toMatchObject({ tookPart: 4, scores: null });
    expect(few.items.map(({ figures, choices }) => figures ?? choices)).toEqual(Array(5).fill(null));
    expect(few.weak.book).toEqual([]);
  });

  it('are in the organiser’s own edition, which names everybody, over everybody', async () => {
    const small = await materialWith([
      { size: 6, district: null },
      { size: 3, district: null },
    ]);
    const { summary, items, units } = reportOf(small, () => null, false);
    const scores = small.standings.persons.map(({ score }) => score);
    expect(summary.scores).toMatchObject({ persons: 9, leftOut: 0 });
    expect(summary.scores!.mean).toBeCloseTo(scores.reduce((a, b) => a + b, 0) / 9, 9);
    expect(items.find(({ id }) => id === 'a')!.choices!.asked).toBe(9);
    expect(units[1]).toMatchObject({ name: 'u1', figures: null, tiers: null });
  });
});
