import { writeAction } from '../../../message/action.ts';
import { type Chart, listItem, type Message, messageOf, text } from '../../../message/message.ts';
import { spokenTime } from '../../../message/spoken-time.ts';
import { type Campaign, maximumOf } from '../campaign.ts';
import { covered } from '../people/covered.ts';
import { phrases } from '../phrases.ts';
import { fewestShown, type GroupStanding } from '../standings/standings.ts';
import type { Standings } from '../standings/tally.ts';

const personsShown = 10;
const groupsShown = 15;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** First persons with their names covered, the person's own place, units and districts as bars. */
export function presentRanks(campaign: Campaign, standings: Standings, own: string | null): Message {
  const { persons, units, districts, nameOf } = standings;
  const mine = persons.find(({ participant }) => participant === own);
  const lines = persons.slice(0, personsShown).map(({ rank, participant, score, tookMs }) => {
    const called = nameOf(participant);
    const name =
      (called === null ? phrases.nameless : covered(called)) + (participant === own ? phrases.you : '');
    return listItem(phrases.personLine(rank, name, score, spokenTime(tookMs)));
  });
  const hidden = units.some(({ tookPart, figures }) => tookPart > 0 && figures === null);
  return messageOf(
    [
      { kind: 'lead', text: phrases.ranksTitle(campaign.title, persons.length), cites: [] },
      ...(persons.length === 0 ? [text(phrases.noRanks)] : []),
      ...(mine ? [text(phrases.own(mine.rank, mine.tied, mine.score))] : []),
      ...lines,
      ...(hidden ? [{ kind: 'note' as const, text: phrases.hidden(fewestShown), cites: [] }] : []),
      { kind: 'note', text: `${phrases.ranked}。${phrases.refreshed}`, cites: [] },
    ],
    {
      charts: [
        ...averages(phrases.unitsTitle, units, campaign),
        ...averages(phrases.districtsTitle, districts, campaign),
      ],
      buttons: [[{ label: phrases.backToCampaign, action: writeAction('campaign', campaign.id) }]],
    },
  );
}

/** A chart of averages, or none where no group has enough persons. */
function averages(title: string, groups: readonly GroupStanding[], campaign: Campaign): Chart[] {
  const bars = groups.slice(0, groupsShown).flatMap(({ rank, name, figures, tookPart, persons }) => {
    if (!figures || rank === null) return [];
    const { average, passRate } = figures;
    const words = phrases.groupFigures(
      average.toFixed(1),
      percent(passRate),
      phrases.took(tookPart, persons),
    );
    return [{ label: phrases.groupName(rank, name), value: average, text: words }];
  });
  return bars.length > 0 ? [{ title, bars, most: maximumOf(campaign) }] : [];
}
