import type { Person } from '../../../message/message.ts';
import { phrases as quizPhrases } from '../../phrases.ts';
import type { QuizReply } from '../../play.ts';
import { itemOf } from '../../session.ts';
import type { Campaign } from '../campaign.ts';
import type { PlayContext } from '../create-campaign-play.ts';
import { phrases } from '../phrases.ts';
import { presentPaperFeedback, presentPaperItem, presentWithdrawn } from '../present/paper.ts';
import { presentPaperResult } from '../present/result.ts';
import { type AttemptStep, type Setting, show } from './answering.ts';
import { type Attempt, openItem } from './attempt.ts';
import { withheldFrom } from './keys.ts';
import { endedOf, resultOf } from './results.ts';

/** An attempt and whose it is. */
export interface Held {
  attempt: Attempt;
  campaign: Campaign;
  person: Person;
}

type Tell = (held: Held, n: number, inPlace: boolean) => Promise<QuizReply>;

/** What a paper shows next: an open item, the feedback on an answer, or the result. */
export function createTelling({ campaigns, bank, store, articleButton, now }: PlayContext) {
  const step = async (
    { attempt, campaign }: Held,
    act: (attempt: Attempt, setting: Setting) => AttemptStep,
  ): Promise<AttemptStep> =>
    (await store.change(attempt.id, (latest) => act(latest, { campaign, bank, now: now() })))!;

  /** The first open item from `n` on, or of all where they come in order; the result where there is none. */
  const showOpen = async (
    held: Held,
    n: number,
    inPlace: boolean,
    before: string | null = null,
  ): Promise<QuizReply> => {
    const { attempt, campaign } = held;
    const next = openItem(attempt, campaign.limits.itemSeconds === undefined ? n : 0);
    if (next === null || attempt.finishedAt !== null) return showResult(held, inPlace, before);
    const shown = await step(held, (latest, setting) => show(latest, next, setting));
    if (shown.outcome !== 'shown') return tell(held, shown, next, inPlace);
    const item = itemOf(shown.attempt.items[next]!, bank);
    const message = item
      ? presentPaperItem(shown.attempt, next, item, campaign, before)
      : presentWithdrawn(shown.attempt, next, campaign, before);
    return { message, inPlace };
  };

  const showResult = async (
    { attempt, campaign }: Held,
    inPlace: boolean,
    before: string | null = null,
  ): Promise<QuizReply> => {
    const [attempts, rulings] = await Promise.all([
      store.attemptsOf(attempt.participant),
      store.rulings(campaign.id),
    ]);
    const ended = endedOf(attempt, campaign, rulings, now());
    const result = resultOf(campaign, attempts, rulings, now());
    if (!ended || !result) return { toast: phrases.reviewUnfinished };
    const ofLevel = attempts.filter(({ level }) => level === attempt.level).length;
    return { message: presentPaperResult(campaign, ended, result, ofLevel, now(), before), inPlace };
  };

  const over =
    (before: string | null): Tell =>
    (held, _n, inPlace) =>
      showResult(held, inPlace, before);
  /** Outcomes that are more than a remark. */
  const tells: Partial<Record<AttemptStep['outcome'], Tell>> = {
    async recorded(held, n) {
      const { attempt, campaign, person } = held;
      const item = campaign.keys === 'after-item' && itemOf(attempt.items[n]!, bank);
      if (!item) return showOpen(held, n, true);
      const withheld = await withheldFrom(person.id, { campaigns, store }, now());
      if (withheld.has(item.id)) return showOpen(held, n, true, quizPhrases.keyLater);
      const key = (await store.rulings(campaign.id)).get(item.id) ?? item.answer;
      return { message: presentPaperFeedback(attempt, n, item, key, campaign, articleButton), inPlace: true };
    },
    async toggled({ attempt, campaign }, n) {
      const item = itemOf(attempt.items[n]!, bank);
      if (!item) return { toast: phrases.toasts.withdrawn };
      return { message: presentPaperItem(attempt, n, item, campaign), inPlace: true };
    },
    'handed-in': over(null),
    'item-timed-out': (held, n, inPlace) => showOpen(held, n, inPlace, phrases.itemTimedOut),
    'paper-timed-out': over(phrases.paperTimedOut),
    closed: over(phrases.closedMeanwhile),
  };
  /** Outcomes of an answer that came too late. */
  const late: typeof tells = {
    'paper-timed-out': over(phrases.paperTimedOut + phrases.cameLate),
    closed: over(phrases.closedMeanwhile + phrases.cameLate),
  };
  const tell = async (
    held: Held,
    { attempt, outcome }: AttemptStep,
    n: number,
    inPlace: boolean,
    told = tells[outcome],
  ): Promise<QuizReply> =>
    (await told?.({ ...held, attempt }, n, inPlace)) ?? {
      toast: phrases.toasts[outcome as keyof typeof phrases.toasts],
    };

  return {
    step,
    showOpen,
    showResult,
    tell,
    tellAnswer: (held: Held, done: AttemptStep, n: number): Promise<QuizReply> =>
      tell(held, done, n, true, late[done.outcome] ?? tells[done.outcome]),
  };
}
