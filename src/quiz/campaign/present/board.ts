import { type Chart, type Message, messageOf, type Paragraph } from '../../../message/message.ts';
import { type Campaign, maximumOf } from '../campaign.ts';
import { phrases } from '../phrases.ts';
import { fewestShown, type GroupStanding } from '../standings/standings.ts';
import type { Standings } from '../standings/tally.ts';
import { campaignCountdown } from './page.ts';

/** What a room can read from its back. */
const unitsOnBoard = 12;
/** With more units than that the board turns its pages. */
const pageMs = 20_000;

/** What an organiser shows a room: who takes part now, how far each unit is, and the averages. Names nobody. */
export function presentBoard(campaign: Campaign, standings: Standings, now: number): Message {
  const { units, joined, expected, running, persons } = standings;
  const most = Math.max(1, expected ?? joined);
  const note = (words: string): Paragraph => ({ kind: 'note', text: words, cites: [] });
  const hidden = units.some(({ tookPart, figures }) => tookPart > 0 && figures === null);
  const progress: Chart = {
    title: phrases.boardProgress,
    most,
    bars: [
      { label: phrases.boardJoined, value: joined, text: phrases.boardPersons(joined, expected) },
      { label: phrases.boardRunning, value: running, text: phrases.boardPersons(running, null) },
      {
        label: phrases.boardFinished,
        value: persons.length,
        text: phrases.boardPersons(persons.length, null),
      },
    ],
  };
  return messageOf(
    [
      { kind: 'lead', text: campaign.title, cites: [] },
      ...(hidden ? [note(phrases.hidden(fewestShown))] : []),
      note(phrases.refreshed),
    ],
    {
      countdown: campaignCountdown(campaign, now),
      charts: [progress, ...participation(units, now), ...averages(units, campaign)],
    },
  );
}

/** Shares where every unit's size is known, else persons; the fullest first. */
function participation(units: readonly GroupStanding[], now: number): Chart[] {
  if (units.length === 0) return [];
  const shares = units.every(({ persons }) => persons !== null);
  const bars = units
    .map(({ name, tookPart, persons, participation: share }) =>
      shares
        ? { label: name, value: share ?? 0, text: phrases.boardShare(share ?? 0, tookPart, persons!) }
        : { label: name, value: tookPart, text: phrases.boardPersons(tookPart, persons) },
    )
    .sort((a, b) => b.value - a.value || a.label.localeCompare(b.label, 'zh', { numeric: true }));
  const pages = Math.ceil(bars.length / unitsOnBoard);
  const page = Math.floor(now / pageMs) % pages;
  const onPage = Math.ceil(bars.length / pages);
  return [
    {
      title: phrases.boardTook(page + 1, pages),
      bars: bars.slice(page * onPage, (page + 1) * onPage),
      most: shares ? 1 : Math.max(1, bars[0]!.value),
    },
  ];
}

function averages(units: readonly GroupStanding[], campaign: Campaign): Chart[] {
  const bars = units.slice(0, unitsOnBoard).flatMap(({ rank, name, figures }) =>
    figures && rank !== null
      ? [
          {
            label: phrases.groupName(rank, name),
            value: figures.average,
            text: phrases.boardAverage(figures.average.toFixed(1)),
          },
        ]
      : [],
  );
  return bars.length > 0 ? [{ title: phrases.unitsTitle, bars, most: maximumOf(campaign) }] : [];
}
