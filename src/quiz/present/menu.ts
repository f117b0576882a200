import { writeAction } from '../../message/action.ts';
import { type Button, listItem, type Message, messageOf, text } from '../../message/message.ts';
import { spokenTime } from '../../message/spoken-time.ts';
import { books } from '../books.ts';
import { phrases as learningPhrases } from '../learning/phrases.ts';
import { phrases } from '../phrases.ts';
import { resultOf, type Standing } from '../score.ts';
import { currentIndex, type Session } from '../session.ts';
import { titleOf } from './result.ts';

const dates = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });

/** What can be begun, and first what can be gone on with. */
export function presentMenu(open: readonly Session[]): Message {
  const practice = books.map(
    ({ number, title }): Button => ({ label: title, action: writeAction('begin', number) }),
  );
  return messageOf(
    [
      text(phrases.menu),
      ...phrases.menuModes.map(listItem),
      ...(open.length > 0 ? [text(phrases.menuOpen)] : []),
    ],
    {
      buttons: [
        ...open.map((session) => [
          {
            label: phrases.resume(titleOf(session), currentIndex(session) + 1, session.items.length),
            action: writeAction('resume', session.id),
          },
        ]),
        [{ label: phrases.paper, action: writeAction('begin', 0) }],
        practice.slice(0, 4),
        practice.slice(4),
        [
          { label: learningPhrases.path, action: writeAction('command', 'learn') },
          { label: learningPhrases.wrongBook, action: writeAction('command', 'wrong') },
        ],
        [
          { label: phrases.campaigns, action: writeAction('command', 'campaign') },
          { label: phrases.myScore, action: writeAction('command', 'score') },
        ],
      ],
    },
  );
}

/** The person's latest results, their rank, and the first of everybody without names. */
export function presentScore(
  finished: readonly (Session & { finishedAt: number })[],
  standings: { first: readonly Standing[]; own: Standing | null; persons: number },
): Message {
  const { first, own, persons } = standings;
  const menu = [[{ label: phrases.toMenu, action: writeAction('command', 'quiz') }]];
  const recent = finished.map((session) => {
    const { right, total } = resultOf(session);
    return listItem(phrases.recentLine(dates.format(session.finishedAt), titleOf(session), right, total));
  });
  const leaders = first.map(({ rank, best, person }) =>
    listItem(
      phrases.leaderLine(rank, best.right, best.total, spokenTime(best.tookMs), person === own?.person),
    ),
  );
  return messageOf(
    [
      ...(recent.length > 0 ? [text(phrases.recent), ...recent] : [text(phrases.noScore)]),
      ...(own ? [text(phrases.rank(own.rank, persons))] : []),
      ...(leaders.length > 0 ? [text(phrases.leaders), ...leaders] : []),
    ],
    { buttons: menu },
  );
}
