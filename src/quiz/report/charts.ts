import type { Chart } from '../../message/message.ts';
import { maximumOf } from '../campaign/campaign.ts';
import { phrases } from './phrases.ts';
import type { Report } from './report.ts';
import { weakest } from './weak-points.ts';

/** A chart is readable with so many bars. */
const mostBars = 40;
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Pictures of the report with the ending of their file's name. Those that would be empty are left out. */
export function chartsOf({ units, summary, weak, material: { campaign } }: Report): {
  name: string;
  chart: Chart;
}[] {
  const words = phrases.charts;
  const chart = (
    name: string,
    title: string,
    most: number,
    bars: Chart['bars'],
  ): { name: string; chart: Chart } => ({
    name,
    chart: {
      title: `${title}${bars.length > mostBars ? words.first(mostBars) : ''}　${campaign.title}`,
      most,
      bars: bars.slice(0, mostBars),
    },
  });
  const maximum = maximumOf(campaign);
  const most = Math.max(1, ...(summary.scores?.tenths ?? []));
  return [
    chart(
      'participation',
      words.participation,
      1,
      units
        .filter(({ participation }) => participation !== null)
        .sort((a, b) => b.participation! - a.participation!)
        .map(({ name, participation, tookPart, persons }) => ({
          label: name,
          value: Math.min(1, participation!),
          text: words.took(percent(participation!), tookPart, persons!),
        })),
    ),
    chart(
      'averages',
      words.averages,
      maximum,
      units.flatMap(({ name, figures }) =>
        figures
          ? [{ label: name, value: figures.average, text: words.points(figures.average.toFixed(1)) }]
          : [],
      ),
    ),
    chart(
      'scores',
      words.scores,
      most,
      (summary.scores?.tenths ?? []).map((persons, i) => ({
        label: words.tenth((i * maximum) / 10, ((i + 1) * maximum) / 10, i === 9),
        value: persons,
        text: words.persons(persons),
      })),
    ),
    chart(
      'weak-chapters',
      words.weak,
      1,
      weakest(weak.chapter, 20).map(({ label, share, answers }) => ({
        label,
        value: share,
        text: words.won(percent(share), answers),
      })),
    ),
  ].filter(({ chart: { bars } }) => bars.length > 0);
}
