import type { NamedHint } from '../hints.ts';
import type { Taker } from '../material.ts';
import { phrases } from '../phrases.ts';
import type { Report } from '../report.ts';
import { mostCompared } from '../shared-errors.ts';
import { hintPhrases as words } from './hint-phrases.ts';
import type { Cell, Sheet } from './sheet.ts';

export function hintSheet({ material: { campaign }, hints }: Report): Sheet {
  const { columns } = words;
  return {
    name: words.name,
    title: `${campaign.title}　${words.title}`,
    notes: [
      words.note,
      ...(hints.compared > 0 ? [words.compared(hints.compared)] : []),
      ...(hints.notCompared > 0 ? [words.notCompared(hints.notCompared, mostCompared)] : []),
    ],
    columns: [
      { header: columns.n, width: 6 },
      { header: columns.kind, width: 18 },
      { header: columns.what, width: 46, wrap: true },
      { header: columns.units, width: 24, wrap: true },
      { header: columns.persons, width: 40, wrap: true },
      { header: columns.other, width: 40, wrap: true },
    ],
    rows:
      hints.hints.length === 0
        ? [[null, words.nothing]]
        : hints.hints.map((hint, i): Cell[] => [
            i + 1,
            words.kinds[hint.kind],
            whatOf(hint),
            [...new Set(hint.takers.map(({ participant }) => participant.unit ?? phrases.noUnit))].join('、'),
            hint.takers.map(whoOf).join('、'),
            words.other[hint.kind],
          ]),
  };
}

const tell: { [K in NamedHint['kind']]: (hint: Extract<NamedHint, { kind: K }>) => string } = {
  'identical-answers': ({ shared, wrong }) => words.what['identical-answers'](shared, wrong),
  'fast-answers': ({ fast, of }) => words.what['fast-answers'](fast, of),
  'like-devices': ({ takers }) => words.what['like-devices'](takers.length),
  'shared-errors': ({ errors, same, expected, p }) =>
    words.what['shared-errors'](errors, same, expected.toFixed(1), oneIn(p)),
};

const whatOf = (hint: NamedHint): string => (tell[hint.kind] as (hint: NamedHint) => string)(hint);

/** A name, else the number by which the campaign knows them. */
function whoOf({ id, name, entry }: Taker): string {
  const number = entry?.staffNumber ?? null;
  if (name === null) return number ?? id;
  return number === null ? name : `${name}（${number}）`;
}

/** One in so many, in two digits. */
const oneIn = (p: number): string => Number((1 / p).toPrecision(2)).toLocaleString('en-US');
