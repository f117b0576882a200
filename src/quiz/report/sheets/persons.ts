import { phrases } from '../phrases.ts';
import type { Report } from '../report.ts';
import { type Cell, durationCell, momentCell, type Sheet } from './sheet.ts';

const words = phrases.persons;

export function personSheet({ material: { campaign }, persons }: Report): Sheet {
  const { columns } = words;
  const daily = campaign.daily !== undefined;
  const tiered = campaign.tiers.length > 0;
  return {
    name: words.name,
    title: `${campaign.title}　${words.title}`,
    notes: [words.note],
    columns: [
      { header: columns.rank, width: 7 },
      { header: columns.unit, width: 26, wrap: true },
      { header: columns.name, width: 16, wrap: true },
      { header: columns.staffNumber, width: 14 },
      { header: columns.id, width: 14 },
      { header: columns.score, width: 8 },
      ...(tiered ? [{ header: columns.tier, width: 10 }] : []),
      { header: columns.passed, width: 10 },
      { header: columns.took, width: 10 },
      ...(daily ? [{ header: columns.levels, width: 10 }] : []),
      { header: columns.attempts, width: 10 },
      { header: columns.ended, width: 18 },
    ],
    rows: persons.map(({ id, participant, name, entry, attempts, standing }): Cell[] => {
      const { rank, score, tier, passed, tookMs, levels, endedAt } = standing!;
      return [
        rank,
        participant.unit ?? phrases.noUnit,
        name,
        entry?.staffNumber ?? null,
        id,
        score,
        ...(tiered ? [tier ?? phrases.noTier] : []),
        passed ? phrases.yes : phrases.no,
        durationCell(tookMs),
        ...(daily ? [levels] : []),
        attempts.length,
        momentCell(endedAt),
      ];
    }),
  };
}
