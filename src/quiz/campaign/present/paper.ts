import { writeAction } from '../../../message/action.ts';
import { type Message, messageOf, type Paragraph, text } from '../../../message/message.ts';
import { spokenTime } from '../../../message/spoken-time.ts';
import type { Item } from '../../bank-file.ts';
import { phrases as quizPhrases } from '../../phrases.ts';
import type { ArticleButton } from '../../present/feedback.ts';
import { lettersOf, listed, optionButtons, optionLines } from '../../present/item.ts';
import { questionType } from '../../questions/index.ts';
import { type Attempt, openItem } from '../attempt.ts';
import type { Campaign } from '../campaign.ts';
import { deadlineOf, itemDeadlineOf } from '../deadline.ts';
import { phrases } from '../phrases.ts';

const note = (words: string): Paragraph => ({ kind: 'note', text: words, cites: [] });

/** Item `n` of a paper as it is asked, with the time that is left. Holds nothing that depends on the key. */
export function presentPaperItem(
  attempt: Attempt,
  n: number,
  item: Item,
  campaign: Campaign,
  now: number,
  before: string | null = null,
): Message {
  const asked = attempt.items[n]!;
  const open = attempt.items.filter(({ answer }) => !answer).length;
  const inOrder = campaign.limits.itemSeconds !== undefined;
  return messageOf(
    [
      ...(before === null ? [] : [text(before)]),
      ...headingOf(attempt, n, item),
      ...optionLines(asked, item),
      note(timeLeft(attempt, n, campaign, now)),
    ],
    {
      buttons: [
        ...optionButtons(asked, item, {
          choose: (place) => writeAction('paper-choose', attempt.id, n, place),
          toggle: (place) => writeAction('paper-toggle', attempt.id, n, place),
          submit: writeAction('paper-submit', attempt.id, n),
        }),
        [
          ...(open > 1 && !inOrder
            ? [{ label: phrases.skip, action: writeAction('paper-item', attempt.id, n + 1) }]
            : []),
          { label: phrases.handIn, action: writeAction('paper-finish', attempt.id, 0) },
        ],
      ],
    },
  );
}

function headingOf(attempt: Attempt, n: number, item: Item): Paragraph[] {
  const place = [
    phrases.place(n + 1, attempt.items.length),
    questionType(item.type).label,
    phrases.worth(attempt.items[n]!.points),
  ];
  return [note(place.join('　')), { kind: 'lead', text: item.stem, cites: [] }];
}

function timeLeft(attempt: Attempt, n: number, campaign: Campaign, now: number): string {
  const spoken = (deadline: number): string => spokenTime(Math.max(0, deadline - now));
  const own = itemDeadlineOf(attempt.items[n]!, campaign);
  return [
    ...(own === null ? [] : [phrases.itemLeft(spoken(own))]),
    phrases.left(spoken(deadlineOf(attempt, campaign))),
  ].join('，');
}

/** Item `n` once it is answered, where the campaign shows keys after each item. */
export function presentPaperFeedback(
  attempt: Attempt,
  n: number,
  item: Item,
  key: readonly number[],
  articleButton: ArticleButton,
): Message {
  const asked = attempt.items[n]!;
  const letters = (options: readonly number[]): string => lettersOf(asked, item, options);
  const verdict = asked.answer?.right
    ? quizPhrases.right
    : `${quizPhrases.wrong(letters(key))}${quizPhrases.yours(letters(asked.picked))}`;
  const article = item.article === null ? null : articleButton(item.article);
  const next = openItem(attempt, n);
  const onward =
    next === null
      ? { label: quizPhrases.seeResult, action: writeAction('paper-result', attempt.id) }
      : { label: quizPhrases.next, action: writeAction('paper-item', attempt.id, next) };
  return messageOf(
    [
      ...headingOf(attempt, n, item),
      ...listed(asked, item, (option) => (key.includes(option) ? quizPhrases.rightMark : '')),
      { kind: 'lead', text: verdict, cites: [] },
      ...(item.explanation ? [text(item.explanation)] : []),
    ],
    { buttons: [...(article ? [[article]] : []), [onward]] },
  );
}

/** Whether to hand in with items open. */
export function presentHandIn(attempt: Attempt): Message {
  const open = attempt.items.filter(({ answer }) => !answer).length;
  return messageOf([text(phrases.handInAsk(open))], {
    buttons: [
      [
        { label: phrases.handInYes, action: writeAction('paper-finish', attempt.id, 1) },
        { label: phrases.handInNo, action: writeAction('paper-item', attempt.id, openItem(attempt) ?? 0) },
      ],
    ],
  });
}
