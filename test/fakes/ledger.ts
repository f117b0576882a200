import { type Attempt, writeOptions, writePaper } from '../../src/quiz/campaign/paper/attempt.ts';
import type { ScoreEvent } from '../../src/quiz/campaign/paper/score-event.ts';
import { genesis, sealLine } from '../../src/quiz/ledger.ts';

/** The events that made an attempt. */
export function eventsOf({
  id,
  campaign,
  participant,
  level,
  number,
  items,
  startedAt,
  finishedAt,
}: Attempt): ScoreEvent[] {
  return [
    {
      type: 'begin',
      at: startedAt,
      campaign,
      attempt: id,
      participant,
      level,
      number,
      paper: writePaper(items),
    },
    ...items.flatMap(({ picked, answer }, n): ScoreEvent[] =>
      answer
        ? [
            {
              type: 'answer',
              at: answer.at,
              attempt: id,
              n,
              picked: writeOptions(picked),
              right: answer.right,
            },
          ]
        : [],
    ),
    ...(finishedAt === null
      ? []
      : [{ type: 'finish', at: finishedAt, attempt: id, by: 'last-answer' } as const]),
  ];
}

/** A ledger of these events as it stands in its file. */
export function sealed(events: readonly ScoreEvent[]): string {
  let head = genesis;
  return events
    .map((event) => {
      const next = sealLine(head, event);
      head = next.head;
      return `${next.line}\n`;
    })
    .join('');
}
