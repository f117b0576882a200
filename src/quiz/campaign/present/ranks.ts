import { writeAction } from '../../../message/action.ts';
import { listItem, type Message, messageOf, type Paragraph, text } from '../../../message/message.ts';
import { spokenTime } from '../../../message/spoken-time.ts';
import type { Campaign } from '../campaign.ts';
import { phrases } from '../phrases.ts';
import { fewestShown, type GroupStanding } from '../standings.ts';
import type { Standings } from '../tally.ts';

const personsShown = 10;
const groupsShown = 15;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** First persons with their names covered, the person's own place, units and districts. */
export function presentRanks(campaign: Campaign, standings: Standings, own: string | null): Message {
  const { persons, units, districts, nameOf } = standings;
  const mine = persons.find(({ participant }) => participant === own);
  const lines = persons.slice(0, personsShown).map(({ rank, participant, score, tookMs }) => {
    const name = covered(nameOf(participant)) + (participant === own ? phrases.you : '');
    return listItem(phrases.personLine(rank, name, score, spokenTime(tookMs)));
  });
  const hidden = units.some(({ tookPart, figures }) => tookPart > 0 && figures === null);
  return messageOf(
    [
      { kind: 'lead', text: phrases.ranksTitle(campaign.title, persons.length), cites: [] },
      ...(persons.length === 0 ? [text(phrases.noRanks)] : []),
      ...(mine ? [text(phrases.own(mine.rank, mine.tied, mine.score))] : []),
      ...lines,
      ...groupLines(phrases.unitsTitle, units),
      ...groupLines(phrases.districtsTitle, districts),
      ...(hidden ? [{ kind: 'note' as const, text: phrases.hidden(fewestShown), cites: [] }] : []),
      { kind: 'note', text: `${phrases.ranked}。${phrases.refreshed}`, cites: [] },
    ],
    { buttons: [[{ label: phrases.backToCampaign, action: writeAction('campaign', campaign.id) }]] },
  );
}

function groupLines(title: string, groups: readonly GroupStanding[]): Paragraph[] {
  const lines = groups.slice(0, groupsShown).flatMap(({ rank, name, figures, tookPart, persons }) => {
    if (!figures || rank === null) return [];
    const took = phrases.took(tookPart, persons);
    return [
      listItem(phrases.groupLine(rank, name, figures.average.toFixed(1), percent(figures.passRate), took)),
    ];
  });
  return lines.length > 0 ? [text(title), ...lines] : [];
}

/** 王*: a family name is enough to find oneself by. */
const covered = (name: string | null): string =>
  name === null ? phrases.nameless : `${[...name][0]}${'*'.repeat(Math.max(1, [...name].length - 1))}`;
