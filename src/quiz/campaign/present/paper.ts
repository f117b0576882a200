import { writeAction } from '../../../message/action.ts';
import {
  type Button,
  type Countdown,
  type Message,
  messageOf,
  type Paragraph,
  text,
} from '../../../message/message.ts';
import type { Item } from '../../bank-file.ts';
import { flagButton } from '../../correction/present.ts';
import { phrases as quizPhrases } from '../../phrases.ts';
import { type ArticleButton, askButtons } from '../../present/feedback.ts';
import { lettersOf, listed, optionButtons, optionLines } from '../../present/item.ts';
import { questionType } from '../../questions/index.ts';
import type { Campaign } from '../campaign.ts';
import { type Attempt, openItem } from '../paper/attempt.ts';
import { itemDeadlineOf } from '../paper/deadline.ts';
import { phrases } from '../phrases.ts';
import { ofPaper, sheetAction } from './sheet.ts';

const note = (words: string): Paragraph => ({ kind: 'note', text: words, cites: [] });

/** Item `n` of a paper as it is asked, with what is left of its time. Holds nothing that depends on the key. */
export function presentPaperItem(
  attempt: Attempt,
  n: number,
  item: Item,
  campaign: Campaign,
  before: string | null = null,
): Message {
  const asked = attempt.items[n]!;
  return messageOf(
    [...(before === null ? [] : [text(before)]), ...headingOf(attempt, n, item), ...optionLines(asked, item)],
    {
      countdown: countdownOf(attempt, n, campaign),
      buttons: [
        ...optionButtons(asked, item, {
          choose: (place) => writeAction('paper-choose', attempt.id, n, place),
          toggle: (place) => writeAction('paper-toggle', attempt.id, n, place),
          submit: writeAction('paper-submit', attempt.id, n),
        }),
        waysOn(attempt, n, campaign),
        [flagButton(item.id)],
      ],
    },
  );
}

/** In place of item `n`, which the bank no longer holds. In a paper in order it passes with its time. */
export function presentWithdrawn(
  attempt: Attempt,
  n: number,
  campaign: Campaign,
  before: string | null,
): Message {
  const inOrder = campaign.limits.itemSeconds !== undefined;
  const goOn = { label: phrases.resume, action: writeAction('paper-item', attempt.id, n) };
  return messageOf(
    [
      ...(before === null ? [] : [text(before)]),
      note(phrases.place(n + 1, attempt.items.length)),
      text(inOrder ? phrases.withdrawnInOrder : phrases.toasts.withdrawn),
    ],
    {
      countdown: countdownOf(attempt, n, campaign),
      buttons: [...(inOrder ? [[goOn]] : []), waysOn(attempt, n, campaign)],
    },
  );
}

/** Past item `n`: to others where they may be answered in any order, and handing in. */
function waysOn(attempt: Attempt, n: number, { limits }: Campaign): Button[] {
  const handIn = { label: phrases.handIn, action: writeAction('paper-finish', attempt.id, 0) };
  if (limits.itemSeconds !== undefined) return [handIn];
  const open = attempt.items.filter(({ answer }) => !answer).length;
  const skip = { label: phrases.skip, action: writeAction('paper-item', attempt.id, n + 1) };
  return [...(open > 1 ? [skip] : []), { label: phrases.sheet, action: sheetAction(attempt, n) }, handIn];
}

function headingOf(attempt: Attempt, n: number, item: Item): Paragraph[] {
  const place = [
    phrases.place(n + 1, attempt.items.length),
    questionType(item.type).label,
    phrases.worth(attempt.items[n]!.points),
  ];
  return [note(place.join('　')), { kind: 'lead', text: item.stem, cites: [] }];
}

/** To whichever comes first, the end of the item or that of the paper. */
function countdownOf(attempt: Attempt, n: number, campaign: Campaign): Countdown {
  const paper = ofPaper(attempt, campaign);
  const own = itemDeadlineOf(attempt.items[n]!, campaign);
  return own !== null && own < paper.to ? { label: phrases.itemLeft, to: own } : paper;
}

/** Item `n` once it is answered, where the campaign shows keys after each item. */
export function presentPaperFeedback(
  attempt: Attempt,
  n: number,
  item: Item,
  key: readonly number[],
  campaign: Campaign,
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
    {
      countdown: next === null ? null : ofPaper(attempt, campaign),
      buttons: [...(article ? [[article]] : []), [...askButtons(item), flagButton(item.id)], [onward]],
    },
  );
}

/** Whether to hand in with items open. */
export function presentHandIn(attempt: Attempt, campaign: Campaign): Message {
  const open = attempt.items.filter(({ answer }) => !answer).length;
  return messageOf([text(phrases.handInAsk(open))], {
    countdown: ofPaper(attempt, campaign),
    buttons: [
      [
        { label: phrases.handInYes, action: writeAction('paper-finish', attempt.id, 1) },
        { label: phrases.handInNo, action: writeAction('paper-item', attempt.id, openItem(attempt) ?? 0) },
      ],
    ],
  });
}
