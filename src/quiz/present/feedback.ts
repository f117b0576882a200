import { writeAction } from '../../message/action.ts';
import { type Button, type Message, messageOf, text } from '../../message/message.ts';
import type { Item } from '../bank-file.ts';
import { flagButton } from '../correction/present.ts';
import { phrases as learningPhrases } from '../learning/phrases.ts';
import { questionOf } from '../learning/question.ts';
import { phrases } from '../phrases.ts';
import { currentIndex, type Session } from '../session.ts';
import { heading, lettersOf, listed } from './item.ts';

/** The button that opens an article's card; null where the knowledge has none. */
export type ArticleButton = (article: number) => Button | null;

/** Puts an item to the answering half, where that can know of it. */
export const askButtons = (item: Item, label: string = learningPhrases.ask): Button[] =>
  questionOf(item) === null ? [] : [{ label, action: writeAction('ask-item', item.id) }];

/**
 * Item `n` once it is answered: right or wrong, the key, why, the article, and the way on.
 * @param after what else there is to say of it
 */
export function presentFeedback(
  session: Session,
  n: number,
  item: Item,
  articleButton: ArticleButton,
  after: string | null = null,
): Message {
  const asked = session.items[n]!;
  const letters = (options: readonly number[]): string => lettersOf(asked, item, options);
  const verdict = asked.answer?.right
    ? phrases.right
    : `${phrases.wrong(letters(item.answer))}${phrases.yours(letters(asked.picked))}`;
  const article = item.article === null ? null : articleButton(item.article);
  const last = currentIndex(session) === session.items.length;
  const onward = {
    label: last ? phrases.seeResult : session.mode === 'review' ? learningPhrases.next : phrases.next,
    action: writeAction('next', session.id, n + 1),
  };
  return messageOf(
    [
      ...heading(session, n, item),
      ...listed(asked, item, (option) => (item.answer.includes(option) ? phrases.rightMark : '')),
      { kind: 'lead', text: verdict, cites: [] },
      ...(item.explanation ? [text(item.explanation)] : []),
      ...(after === null ? [] : [text(after)]),
    ],
    { buttons: [...(article ? [[article]] : []), [...askButtons(item), flagButton(item.id)], [onward]] },
  );
}
