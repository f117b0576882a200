import { writeClose, writeMoment } from '../../campaign/calendar.ts';
import { levelsOf, maximumOf } from '../../campaign/campaign.ts';
import { phrases as told } from '../../campaign/phrases.ts';
import { phrases } from '../phrases.ts';
import type { Report } from '../report.ts';
import { weakest } from '../weak-points.ts';
import { type Cell, formats, momentCell, type Sheet } from './sheet.ts';
import { summaryPhrases as words } from './summary-phrases.ts';

const share = (value: number): Cell => ({ value, format: formats.percent });
const points = (value: number): Cell => ({ value, format: formats.points });

export function summarySheet(report: Report): Sheet {
  const { material, summary } = report;
  const { campaign, head, now } = material;
  const { scores } = summary;
  return {
    name: words.name,
    title: `${campaign.title}　${words.title}`,
    notes: [
      leadOf(report),
      words.editions[report.open ? 'open' : 'own'],
      ...(scores && scores.leftOut > 0 ? [phrases.leftOut(scores.leftOut)] : []),
      phrases.asOf(writeMoment(now), head.seq, head.hash),
    ],
    columns: [
      { header: words.columns.what, width: 22 },
      { header: words.columns.value, width: 66, wrap: true, left: true },
      { header: words.columns.note, width: 56, wrap: true },
    ],
    rows: [
      [words.campaign, campaign.title, campaign.id],
      [words.window, `${writeMoment(campaign.window.opens)} 至 ${writeClose(campaign.window.closes)}`, null],
      [words.mode, words.modes[campaign.mode], null],
      [words.rules, rulesOf(report), null],
      [words.audience, summary.audience ?? phrases.none, audienceNote(report)],
      [words.joined, summary.joined, words.joinedNote],
      [words.began, summary.began, null],
      [words.tookPart, summary.tookPart, words.tookPartNote],
      [words.finished, summary.finished, words.finishedNote],
      [
        words.participation,
        summary.participation === null ? phrases.none : share(summary.participation),
        words.participationNote,
      ],
      [words.attempts, summary.attempts, words.attemptsNote],
      ...scoreRows(report),
      ...reliabilityRows(report),
      [words.made, momentCell(now), null],
      [words.ledger, head.seq, null],
      [words.hash, head.hash, words.hashNote],
    ],
  };
}

function leadOf({ summary, weak }: Report): string {
  const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
  const { scores, audience, participation, tookPart } = summary;
  const chapters = weakest(weak.chapter, 3).map(({ label, share: won }) => `${label}（${percent(won)}）`);
  return [
    words.lead(tookPart, audience, participation === null ? null : percent(participation)),
    scores ? words.leadScores(scores.mean.toFixed(1), percent(scores.passed / scores.persons)) : '',
    chapters.length > 0 ? words.leadWeak(chapters.join('、')) : '',
    '。',
  ].join('');
}

function rulesOf({ material: { campaign } }: Report): string {
  const { paper, limits, attempts, keys, passMark } = campaign;
  return [
    campaign.daily
      ? told.levels(levelsOf(campaign), paper.size)
      : told.paper(paper.size, maximumOf(campaign)),
    ...(limits.paperMinutes === undefined ? [] : [told.limit(limits.paperMinutes)]),
    ...(limits.itemSeconds === undefined ? [] : [told.itemLimit(limits.itemSeconds)]),
    told.attempts(attempts.most, attempts.counts === 'best'),
    told.passMark(passMark),
    told.keysShown[keys],
  ].join('；');
}

function audienceNote({ summary, material: { roster } }: Report): string {
  if (summary.audience === null) return words.audienceNotes.unknown;
  return roster.length > 0 ? words.audienceNotes.roster : words.audienceNotes.units;
}

function scoreRows({ summary: { scores, tookPart } }: Report): Cell[][] {
  if (!scores) return [[words.scores, phrases.none, tookPart === 0 ? phrases.groups.nobody : words.tooFew]];
  const { persons } = scores;
  return [
    [words.counted, persons, scores.leftOut > 0 ? phrases.leftOut(scores.leftOut) : null],
    [words.mean, points(scores.mean), null],
    [words.median, points(scores.median), null],
    [
      words.deviation,
      scores.deviation === null ? phrases.none : points(scores.deviation),
      words.deviationNote,
    ],
    [words.range, `${scores.least} 至 ${scores.most}`, null],
    [words.passed, scores.passed, null],
    [words.passRate, share(scores.passed / persons), null],
    ...scores.tiers.map(({ name, from, persons: of }): Cell[] => [
      words.tier(name ?? phrases.noTier),
      of,
      from === null ? words.below : words.from(from),
    ]),
  ];
}

function reliabilityRows({ summary: { reliability } }: Report): Cell[][] {
  if (reliability.kind === 'alpha')
    return [
      [
        words.reliability,
        { value: reliability.alpha, format: formats.index },
        words.alpha(reliability.items, reliability.persons),
      ],
      [words.error, points(reliability.error), words.errorNote],
    ];
  if (reliability.kind === 'drawn')
    return [
      [words.reliability, phrases.none, words.drawn(reliability.fewest, reliability.most, reliability.pool)],
    ];
  const why = reliability.kind === 'too-few' ? words.fewForAlpha(reliability.persons) : words.noSpread;
  return [[words.reliability, phrases.none, why]];
}
