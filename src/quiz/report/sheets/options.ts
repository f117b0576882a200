import { writeLetters } from '../../letters.ts';
import { phrases } from '../phrases.ts';
import type { Report } from '../report.ts';
import { shortStem } from './items.ts';
import { type Cell, formats, type Sheet } from './sheet.ts';

const words = phrases.options;

/** A row an option: who chose it. */
export function optionSheet({ material: { campaign }, items }: Report): Sheet {
  const { columns } = words;
  const share = (header: string) => ({ header, width: 10, format: formats.percent });
  return {
    name: words.name,
    title: `${campaign.title}　${words.title}`,
    notes: [words.note],
    columns: [
      { header: columns.id, width: 13 },
      { header: columns.stem, width: 36 },
      { header: columns.letter, width: 6 },
      { header: columns.text, width: 40, wrap: true },
      { header: columns.key, width: 10 },
      { header: columns.chosen, width: 10 },
      share(columns.share),
      share(columns.strong),
      share(columns.weak),
      { header: columns.flag, width: 36, wrap: true },
    ],
    rows: items.flatMap(({ id, item, options }) =>
      options.map(({ text, key, chosen, share: of, strong, weak, flag }, i): Cell[] => [
        id,
        shortStem(item, 16),
        writeLetters([i]),
        text,
        key ? phrases.yes : null,
        chosen,
        of,
        strong,
        weak,
        flag && words.flags[flag],
      ]),
    ),
  };
}
