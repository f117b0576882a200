import { writeAction } from '../../../message/action.ts';
import { type Button, listItem, type Message, messageOf, text } from '../../../message/message.ts';
import { rows } from '../../../message/rows.ts';
import { phrases as quizPhrases } from '../../phrases.ts';
import { type BookStep, isLearnt, nextStep } from '../path.ts';
import { phrases } from '../phrases.ts';
import { reviewButton } from './wrong-book.ts';

const percentOf = ({ mastered, items }: BookStep): number => Math.floor((mastered / items) * 100);

/** The books in order with what is mastered of each, and which to go on with. */
export function presentPath(path: readonly BookStep[]): Message {
  const next = nextStep(path);
  const begun = path.some(({ seen }) => seen > 0);
  const steps = path.map(
    (step): Button => ({
      label: isLearnt(step) ? `✓ ${step.title}` : step.title,
      action: writeAction('learn', step.book),
    }),
  );
  return messageOf(
    [
      text(phrases.pathIntro),
      { kind: 'lead', text: next ? phrases.goOn(next.title, begun) : phrases.allLearnt, cites: [] },
    ],
    {
      charts: [
        {
          title: phrases.pathChart,
          bars: path.map((step) => ({
            label: step.title,
            value: percentOf(step),
            text: phrases.pathBar(percentOf(step), step.mastered, step.items, step.seen),
          })),
          most: 100,
        },
      ],
      buttons: [
        ...(next ? [[{ label: phrases.study(next.title), action: writeAction('learn', next.book) }]] : []),
        ...rows(steps, 3),
        [
          ...(next ? [] : [{ label: quizPhrases.paper, action: writeAction('begin', 0) }]),
          { label: phrases.wrongBook, action: writeAction('command', 'wrong') },
          { label: quizPhrases.toMenu, action: writeAction('command', 'quiz') },
        ],
      ],
    },
  );
}

/** One book: how far, its articles' cards, practice, reviews that are due, and the next book. */
export function presentStep(step: BookStep, path: readonly BookStep[], due: number): Message {
  const after = path[path.indexOf(step) + 1];
  return messageOf(
    [
      { kind: 'lead', text: phrases.stepTitle(phrases.numbers[step.book - 1]!, step.title), cites: [] },
      listItem(phrases.seen(step.seen, step.items)),
      ...(step.seen > 0
        ? [listItem(phrases.right(step.right)), listItem(phrases.mastered(step.mastered, percentOf(step)))]
        : []),
      ...(step.due > 0 ? [listItem(phrases.due(step.due))] : []),
      text(adviceFor(step)),
    ],
    {
      buttons: [
        [
          { label: phrases.cards, action: writeAction('book', step.book - 1) },
          { label: phrases.practise, action: writeAction('begin', step.book) },
        ],
        ...(step.due > 0 ? reviewButton(due) : []),
        [
          ...(after
            ? [{ label: phrases.nextBook(after.title), action: writeAction('learn', after.book) }]
            : []),
          { label: phrases.path, action: writeAction('command', 'learn') },
        ],
      ],
    },
  );
}

function adviceFor(step: BookStep): string {
  if (step.due > 0) return phrases.stepDue;
  if (isLearnt(step)) return phrases.stepLearnt;
  return step.seen > 0 ? phrases.stepOn : phrases.stepNew;
}
