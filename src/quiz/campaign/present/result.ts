import { writeAction } from '../../../message/action.ts';
import { type Button, type Message, messageOf, type Paragraph, text } from '../../../message/message.ts';
import { rows } from '../../../message/rows.ts';
import { spokenTime } from '../../../message/spoken-time.ts';
import type { Bank } from '../../bank.ts';
import { flagButtons } from '../../correction/present.ts';
import { phrases as learningPhrases } from '../../learning/phrases.ts';
import { phrases as quizPhrases } from '../../phrases.ts';
import { type ArticleButton, askButtons } from '../../present/feedback.ts';
import { lettersOf, listed } from '../../present/item.ts';
import { itemOf } from '../../session.ts';
import { type Campaign, phaseAt } from '../campaign.ts';
import type { Attempt } from '../paper/attempt.ts';
import { showsKeys } from '../paper/keys.ts';
import { fullMarksOf, isRight, type Rulings } from '../paper/marking.ts';
import type { Ended, Result } from '../paper/results.ts';
import { phrases } from '../phrases.ts';
import { certificateButtons } from './certificate.ts';
import { beginButton } from './page.ts';

const itemsOnPage = 5;

/** A paper handed in: its score, what counts of all attempts, the tier, and the ways on. */
export function presentPaperResult(
  campaign: Campaign,
  ended: Ended,
  result: Result,
  attemptsOfLevel: number,
  now: number,
  before: string | null = null,
): Message {
  const { attempt, score, tookMs } = ended;
  const { title, daily, passMark, attempts } = campaign;
  const head = daily ? phrases.finishedLevel(title, attempt.level) : phrases.finished(title);
  const lines = [
    phrases.score(score, fullMarksOf(attempt), spokenTime(tookMs)),
    ...(daily ? [phrases.total(result.score, result.maximum)] : []),
    ...(!daily && result.score !== score ? [phrases.counted(result.score)] : []),
    ...(result.tier === null ? [] : [phrases.tier(result.tier)]),
    ...(result.passed ? [phrases.passed] : daily ? [] : [phrases.notPassed(passMark, result.score)]),
  ];
  const again = phaseAt(campaign, now) === 'open' && attemptsOfLevel < attempts.most;
  return messageOf(
    [
      ...(before === null ? [] : [text(before)]),
      { kind: 'lead', text: head, cites: [] },
      ...lines.map((line, i): Paragraph => (i === 0 ? { kind: 'lead', text: line, cites: [] } : text(line))),
      ...(showsKeys(campaign, now) ? [] : [text(phrases.reviewLater)]),
    ],
    {
      buttons: [
        ...(showsKeys(campaign, now)
          ? [[{ label: phrases.review, action: writeAction('paper-review', attempt.id, 0) }]]
          : []),
        ...certificateButtons(campaign.id, result),
        ...(again ? [[beginButton(campaign, attempt.level, attemptsOfLevel + 1)]] : []),
        waysBack(campaign),
      ],
    },
  );
}

const waysBack = ({ id }: Campaign): Button[] => [
  { label: phrases.ranks, action: writeAction('campaign-ranks', id) },
  { label: phrases.backToCampaign, action: writeAction('campaign', id) },
];

/** Opens the review of a paper where an item stands. */
export function reviewAction({ id, items }: Attempt, item: string): string {
  const n = items.findIndex((asked) => asked.item === item);
  return writeAction('paper-review', id, Math.floor(Math.max(0, n) / itemsOnPage));
}

export const reviewPages = ({ items }: Attempt): number => Math.ceil(items.length / itemsOnPage);

/**
 * Items of a finished paper with both answers and why, and for the wrong ones the article's card and a way to ask.
 * @param known `withheld`: items that stand on another paper of the person, whose keys are not told yet
 */
export function presentReview(
  campaign: Campaign,
  attempt: Attempt,
  known: { bank: Bank; rulings: Rulings; withheld: ReadonlySet<string> },
  page: number,
  articleButton: ArticleButton,
): Message {
  const { bank, rulings, withheld } = known;
  const from = page * itemsOnPage;
  const shown = attempt.items.slice(from, from + itemsOnPage);
  const lines = shown.flatMap((asked, i): Paragraph[] => {
    const item = itemOf(asked, bank);
    const stem = quizPhrases.wrongItem(from + i + 1, item?.stem ?? quizPhrases.withdrawnItem);
    const head: Paragraph = { kind: 'lead', text: stem, cites: [] };
    if (!item) return [head];
    if (withheld.has(item.id)) return [head, text(quizPhrases.keyLater)];
    const ruled = rulings.get(item.id);
    const key = ruled ?? item.answer;
    const verdict =
      ruled === null
        ? phrases.reviewVoid
        : phrases.reviewAnswer(
            lettersOf(asked, item, asked.picked),
            lettersOf(asked, item, key),
            isRight(asked, rulings),
          );
    return [
      head,
      ...listed(asked, item),
      text(verdict),
      ...(item.explanation ? [text(item.explanation)] : []),
    ];
  });
  const cards = new Map<number, Button>();
  const asks: Button[] = [];
  for (const [i, asked] of shown.entries()) {
    const item = itemOf(asked, bank);
    if (!item || withheld.has(item.id) || isRight(asked, rulings)) continue;
    const card = item.article === null ? null : articleButton(item.article);
    if (card) cards.set(item.article!, card);
    asks.push(...askButtons(item, learningPhrases.askNth(from + i + 1)));
  }
  const flags = shown.flatMap((asked, i) =>
    itemOf(asked, bank) ? [{ item: asked.item, n: from + i + 1 }] : [],
  );
  const to = (label: string, other: number): Button => ({
    label,
    action: writeAction('paper-review', attempt.id, other),
  });
  const pages = [
    ...(page > 0 ? [to(phrases.earlierUnits, page - 1)] : []),
    ...(page + 1 < reviewPages(attempt) ? [to(phrases.nextPage, page + 1)] : []),
  ];
  return messageOf([text(phrases.reviewTitle(campaign.title, from + 1, from + shown.length)), ...lines], {
    buttons: [
      ...rows([...cards.values()], 1),
      ...rows(asks, 4),
      ...flagButtons(flags),
      ...(pages.length > 0 ? [pages] : []),
      waysBack(campaign),
    ],
  });
}
