import { readOptions } from '../../campaign/paper/attempt.ts';
import { writeLetters } from '../../letters.ts';
import { phrases } from '../phrases.ts';
import type { Report } from '../report.ts';
import { shortStem } from './items.ts';
import { type Cell, momentCell, type Sheet } from './sheet.ts';

const words = phrases.rulings;

export function rulingSheet({ material: { campaign, ruled, bank } }: Report): Sheet {
  const { columns } = words;
  return {
    name: words.name,
    title: `${campaign.title}　${words.title}`,
    notes: [words.note],
    columns: [
      { header: columns.at, width: 18 },
      { header: columns.id, width: 13 },
      { header: columns.stem, width: 44, wrap: true },
      { header: columns.what, width: 14 },
      { header: columns.reason, width: 40, wrap: true },
      { header: columns.changed, width: 12 },
      { header: columns.points, width: 14, format: '+0.##;-0.##;0' },
    ],
    rows:
      ruled.length === 0
        ? [[words.nothing]]
        : ruled.map(({ at, item, key, reason, changed, points }): Cell[] => [
            momentCell(at),
            item,
            shortStem(bank.item(item) ?? null),
            key === null ? words.voided : words.rekeyed(writeLetters(readOptions(key))),
            reason,
            changed,
            points,
          ]),
  };
}
