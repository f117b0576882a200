import { writeAction } from '../../../message/action.ts';
import { type Message, messageOf, text } from '../../../message/message.ts';
import { phrases as quizPhrases } from '../../phrases.ts';
import { resultOf } from '../../score.ts';
import type { Session } from '../../session.ts';
import { phrases } from '../phrases.ts';
import type { Review } from '../review.ts';
import { hasGraduated } from '../schedule.ts';
import { dueEntries, type Entry } from '../wrong-book.ts';
import { spokenDay } from './spoken-day.ts';
import { reviewButton } from './wrong-book.ts';

/** When a reviewed item comes again. */
export const comesAgain = (review: Review, now: number): string =>
  hasGraduated(review) ? phrases.graduated : phrases.againOn(spokenDay(review.due, now));

/** The end of a review: how it went, and what is left to review. */
export function presentReviewed(
  session: Session & { finishedAt: number },
  book: readonly Entry[],
  now: number,
): Message {
  const { right, total } = resultOf(session);
  const due = dueEntries(book, now).length;
  const later = book[due];
  return messageOf(
    [
      { kind: 'lead', text: phrases.finished(right, total), cites: [] },
      text(due > 0 ? phrases.stillDue(due) : phrases.allReviewed),
      ...(due === 0 && later ? [text(phrases.nextDue(spokenDay(later.due, now)))] : []),
    ],
    {
      buttons: [
        ...reviewButton(due),
        [
          ...(right < total
            ? [{ label: quizPhrases.seeWrong, action: writeAction('wrong', session.id) }]
            : []),
          { label: phrases.wrongBook, action: writeAction('command', 'wrong') },
          { label: phrases.path, action: writeAction('command', 'learn') },
        ],
      ],
    },
  );
}
