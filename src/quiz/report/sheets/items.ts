import { bookTitle } from '../../books.ts';
import { readOptions } from '../../campaign/paper/attempt.ts';
import type { RuleEvent } from '../../campaign/paper/score-event.ts';
import { writeLetters } from '../../letters.ts';
import { questionType } from '../../questions/index.ts';
import type { ItemReport } from '../items.ts';
import { phrases } from '../phrases.ts';
import type { Report } from '../report.ts';
import { type Cell, type Column, formats, type Sheet } from './sheet.ts';

const words = phrases.items;

/** A stem to know the item by, of so many characters. */
export const shortStem = (item: ItemReport['item'], most = 40): string => {
  const stem = [...(item?.stem ?? phrases.withdrawn)];
  return stem.length > most ? `${stem.slice(0, most - 1).join('')}…` : stem.join('');
};

export function itemSheet({ material: { campaign, bank }, items }: Report): Sheet {
  const { columns } = words;
  const index = (header: string): Column => ({ header, width: 10, format: formats.index });
  return {
    name: words.name,
    title: `${campaign.title}　${words.title}`,
    notes: [words.note],
    columns: [
      { header: columns.id, width: 13 },
      { header: columns.bank, width: 14 },
      { header: columns.type, width: 6 },
      { header: columns.book, width: 10 },
      { header: columns.article, width: 6 },
      { header: columns.difficulty, width: 6 },
      { header: columns.stem, width: 44, wrap: true },
      { header: columns.key, width: 7 },
      { header: columns.asked, width: 8 },
      { header: columns.blank, width: 7 },
      { header: columns.facility, width: 9, format: formats.percent },
      index(columns.deviation),
      index(columns.discrimination),
      index(columns.efficiency),
      { header: columns.flags, width: 26, wrap: true },
      { header: columns.ruling, width: 26, wrap: true },
    ],
    rows: items.map(({ id, item, figures, choices, options: own, ruling }): Cell[] => [
      id,
      bank.nameOf(id) ?? null,
      item && questionType(item.type).label,
      item?.book ? (bookTitle(item.book) ?? null) : null,
      item?.article ?? null,
      item && phrases.difficulties[item.difficulty],
      shortStem(item),
      writeLetters(own.flatMap(({ key }, i) => (key ? [i] : []))),
      choices?.asked ?? 0,
      choices?.blank ?? 0,
      figures?.facility ?? null,
      figures?.deviation ?? null,
      figures?.discrimination ?? null,
      figures?.efficiency ?? null,
      figures ? figures.flags.map((flag) => words.flags[flag]).join('；') : null,
      ruling && rulingWords(ruling),
    ]),
    heat: [10, 10],
  };
}

const rulingWords = ({ key, reason }: RuleEvent): string =>
  key === null ? words.voided(reason) : words.rekeyed(writeLetters(readOptions(key)), reason);
