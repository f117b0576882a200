import { writeAction } from '../../../message/action.ts';
import { type Button, type Chart, type Message, messageOf, text } from '../../../message/message.ts';
import { books } from '../../books.ts';
import { phrases as quizPhrases } from '../../phrases.ts';
import { phrases } from '../phrases.ts';
import { dueEntries, type Entry, reviewRound } from '../wrong-book.ts';
import { spokenDay } from './spoken-day.ts';

/** How many are in the book and how many are due, by book, and the way into a review. */
export function presentWrongBook(book: readonly Entry[], now: number): Message {
  const waysOn = [
    { label: phrases.path, action: writeAction('command', 'learn') },
    { label: quizPhrases.toMenu, action: writeAction('command', 'quiz') },
  ];
  if (book.length === 0) return messageOf([text(phrases.bookEmpty)], { buttons: [waysOn] });
  const due = dueEntries(book, now).length;
  const later = book[due];
  return messageOf(
    [
      { kind: 'lead', text: phrases.bookHolds(book.length, due), cites: [] },
      ...(later ? [text(phrases.nextDue(spokenDay(later.due, now)))] : []),
      { kind: 'note', text: phrases.bookHow, cites: [] },
    ],
    { charts: [chartOf(book, now)], buttons: [...reviewButton(due), waysOn] },
  );
}

/** Only what can be done now is offered. */
export const reviewButton = (due: number): Button[][] =>
  due > 0 ? [[{ label: phrases.review(due, reviewRound), action: writeAction('review') }]] : [];

function chartOf(book: readonly Entry[], now: number): Chart {
  const groups = [
    ...books.map(({ number, title }) => ({ number: number as number | null, title: title as string })),
    { number: null, title: phrases.noBook },
  ];
  const bars = groups.flatMap(({ number, title }) => {
    const own = book.filter(({ item }) => item.book === number);
    const words = phrases.bookBar(own.length, dueEntries(own, now).length);
    return own.length > 0 ? [{ label: title, value: own.length, text: words }] : [];
  });
  return { title: phrases.bookChart, bars, most: Math.max(...bars.map(({ value }) => value)) };
}
