import { writeAction } from '../../../message/action.ts';
import { type Button, type Countdown, type Message, messageOf, text } from '../../../message/message.ts';
import type { Campaign } from '../campaign.ts';
import type { Attempt } from '../paper/attempt.ts';
import { deadlineOf } from '../paper/deadline.ts';
import { phrases } from '../phrases.ts';

/** A keyboard of Telegram takes a hundred buttons, and a thumb finds one of five in a row. */
export const itemsOnPage = 50;
const itemsInRow = 5;

/** To the end of the paper. */
export const ofPaper = (attempt: Attempt, campaign: Campaign): Countdown => ({
  label: phrases.left,
  to: deadlineOf(attempt, campaign),
});

/** The 答题卡 of a paper, opened where item `n` stands. */
export const sheetAction = ({ id }: Attempt, n: number): string =>
  writeAction('paper-sheet', id, n, Math.floor(n / itemsOnPage));

/** 答题卡: a button for every item, marked where it is answered and where item `n` stands. Tells nothing of the keys. */
export function presentSheet(attempt: Attempt, campaign: Campaign, n: number, page: number): Message {
  const { id, items } = attempt;
  const from = page * itemsOnPage;
  const shown = items.slice(from, from + itemsOnPage);
  const buttons = shown.map(({ answer }, i): Button => {
    const place = from + i;
    const mark = answer ? ' ✓' : place === n ? ' ●' : '';
    return { label: `${place + 1}${mark}`, action: writeAction('paper-item', id, place) };
  });
  const answered = items.filter(({ answer }) => answer).length;
  const onPage = (label: string, other: number): Button => ({
    label,
    action: writeAction('paper-sheet', id, n, other),
  });
  const pages = [
    ...(page > 0 ? [onPage(phrases.earlierUnits, page - 1)] : []),
    ...(from + itemsOnPage < items.length ? [onPage(phrases.moreUnits, page + 1)] : []),
  ];
  return messageOf(
    [{ kind: 'lead', text: phrases.sheetTitle(answered, items.length), cites: [] }, text(phrases.sheetMarks)],
    {
      countdown: ofPaper(attempt, campaign),
      buttons: [
        ...Array.from({ length: Math.ceil(buttons.length / itemsInRow) }, (_, i) =>
          buttons.slice(itemsInRow * i, itemsInRow * (i + 1)),
        ),
        ...(pages.length > 0 ? [pages] : []),
        [
          { label: phrases.handInNo, action: writeAction('paper-item', id, n) },
          { label: phrases.handIn, action: writeAction('paper-finish', id, 0) },
        ],
      ],
    },
  );
}
