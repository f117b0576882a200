import { writeAction } from '../../message/action.ts';
import { type Button, type Message, messageOf, text } from '../../message/message.ts';
import { rows } from '../../message/rows.ts';
import { spokenTime } from '../../message/spoken-time.ts';
import type { Bank } from '../bank.ts';
import { bookTitle } from '../books.ts';
import { flagButtons } from '../correction/present.ts';
import { phrases as learningPhrases } from '../learning/phrases.ts';
import { phrases } from '../phrases.ts';
import { pointsOf, resultOf, type Standing } from '../score.ts';
import { itemOf, type Session } from '../session.ts';
import { type ArticleButton, askButtons } from './feedback.ts';

/** What a session is called: 一套题, 练习·继承, 错题复习. */
export function titleOf({ mode, book }: Pick<Session, 'mode' | 'book'>): string {
  if (mode === 'review') return learningPhrases.reviewTitle;
  return book === null ? phrases.paperTitle : phrases.practiceOf(bookTitle(book) ?? '');
}

/** The result of a finished session; a paper's with points and the person's rank. */
export function presentResult(
  session: Session & { finishedAt: number },
  standings: { own: Standing | null; persons: number },
): Message {
  const result = resultOf(session);
  const points = pointsOf(result);
  const paper = session.mode === 'paper';
  const { own, persons } = standings;
  return messageOf(
    [
      { kind: 'lead', text: phrases.finished(titleOf(session)), cites: [] },
      text(phrases.counted(result.right, result.total, spokenTime(result.tookMs))),
      ...(paper ? [text(phrases.points(points))] : []),
      text(phrases.praise.find(([least]) => points >= least)![1]),
      ...(paper && own ? [text(phrases.rank(own.rank, persons))] : []),
    ],
    {
      buttons: [
        ...(result.right < result.total
          ? [
              [
                { label: phrases.seeWrong, action: writeAction('wrong', session.id) },
                { label: learningPhrases.wrongBook, action: writeAction('command', 'wrong') },
              ],
            ]
          : []),
        [
          { label: phrases.again, action: writeAction('begin', session.book ?? 0) },
          { label: phrases.toMenu, action: writeAction('command', 'quiz') },
        ],
      ],
    },
  );
}

/**
 * Each item that was answered wrong, with both answers and its article's card.
 * @param withheld items whose keys may not be told now
 */
export function presentWrong(
  session: Session,
  bank: Bank,
  withheld: ReadonlySet<string>,
  articleButton: ArticleButton,
): Message {
  const wrong = session.items.flatMap((asked, n) => (asked.answer?.right === false ? [{ asked, n }] : []));
  const articles = new Map<number, Button | null>();
  const asks: Button[] = [];
  const flags: { item: string; n: number }[] = [];
  const lines = wrong.flatMap(({ asked, n }) => {
    const item = itemOf(asked, bank);
    if (!item)
      return [{ kind: 'lead' as const, text: phrases.wrongItem(n + 1, phrases.withdrawnItem), cites: [] }];
    const head = { kind: 'lead' as const, text: phrases.wrongItem(n + 1, item.stem), cites: [] };
    if (withheld.has(item.id)) return [head, text(phrases.keyLater)];
    if (item.article !== null) articles.set(item.article, articleButton(item.article));
    asks.push(...askButtons(item, learningPhrases.askNth(n + 1)));
    flags.push({ item: item.id, n: n + 1 });
    const words = (options: readonly number[]): string =>
      options.map((option) => item.options[option]).join('、');
    return [
      head,
      text(phrases.wrongAnswer(words(asked.picked), words(item.answer))),
      ...(item.explanation ? [text(item.explanation)] : []),
    ];
  });
  const title = wrong.length > 0 ? phrases.wrongTitle(titleOf(session), wrong.length) : phrases.noneWrong;
  const cards = [...articles.values()].filter((button) => button !== null);
  return messageOf([text(title), ...lines], {
    buttons: [
      ...cards.map((button) => [button]),
      ...rows(asks, 4),
      ...flagButtons(flags),
      [{ label: phrases.toMenu, action: writeAction('command', 'quiz') }],
    ],
  });
}
