import type { Person } from '../../../message/message.ts';
import type { Bank } from '../../bank.ts';
import type { Item } from '../../bank-file.ts';
import type { QuizReply } from '../../play.ts';
import { itemOf } from '../../session.ts';
import type { Campaign } from '../campaign.ts';
import type { PlayContext } from '../create-campaign-play.ts';
import type { Participant } from '../people/participant.ts';
import { phrases } from '../phrases.ts';
import { presentHandIn, presentPaperFeedback, presentPaperItem } from '../present/paper.ts';
import { presentPaperResult, presentReview, showsKeys } from '../present/result.ts';
import { itemsOnPage, presentSheet } from '../present/sheet.ts';
import { type AttemptStep, choose, handIn, type Setting, show, submit, toggle } from './answering.ts';
import { type Attempt, openItem } from './attempt.ts';
import { decideBegin } from './begin.ts';
import { endOf } from './deadline.ts';
import { drawPaper, poolOf } from './paper.ts';
import { endedOf, resultOf } from './results.ts';

type Recorded = { attempt: Attempt; campaign: Campaign };

/** Papers through their messages: begin, items, hand in, result, review. */
export function createPaperPlay({ campaigns, bank, store, articleButton, now }: PlayContext) {
  /** By what the bank holds and by campaign: both are new objects after a reload. */
  const pools = new WeakMap<Bank['items'], WeakMap<Campaign, Item[]>>();
  const poolOfCampaign = (campaign: Campaign): Item[] => {
    const ofBank = pools.get(bank.items) ?? new WeakMap<Campaign, Item[]>();
    pools.set(bank.items, ofBank);
    const pool = ofBank.get(campaign) ?? poolOf(campaign, bank);
    ofBank.set(campaign, pool);
    return pool;
  };

  /** An attempt of this person with its campaign, or what to tell them. */
  const own = async (id: string, person: Person): Promise<Recorded | { toast: string }> => {
    const attempt = await store.attempt(id);
    const campaign = campaigns.get(attempt?.campaign ?? '');
    if (!attempt || !campaign) return { toast: phrases.gone };
    const participant = await store.participant(campaign.id, person.id);
    return participant?.id === attempt.participant ? { attempt, campaign } : { toast: phrases.notYours };
  };

  const step = async (
    { attempt, campaign }: Recorded,
    act: (attempt: Attempt, setting: Setting) => AttemptStep,
  ): Promise<AttemptStep> =>
    (await store.change(attempt.id, (latest) => act(latest, { campaign, bank, now: now() })))!;

  /** The first open item from `n` on; the result where there is none. */
  const showOpen = async (
    { attempt, campaign }: Recorded,
    n: number,
    inPlace: boolean,
    before: string | null = null,
  ): Promise<QuizReply> => {
    const next = openItem(attempt, n);
    if (next === null || attempt.finishedAt !== null)
      return showResult({ attempt, campaign }, inPlace, before);
    const shown = await step({ attempt, campaign }, (latest, setting) => show(latest, next, setting));
    if (shown.outcome !== 'shown') return tell(shown, next, campaign, inPlace);
    const item = itemOf(shown.attempt.items[next]!, bank);
    if (!item) return { toast: phrases.toasts.withdrawn };
    return { message: presentPaperItem(shown.attempt, next, item, campaign, before), inPlace };
  };

  const showResult = async (
    { attempt, campaign }: Recorded,
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

  type Tell = (done: AttemptStep, n: number, campaign: Campaign, inPlace: boolean) => Promise<QuizReply>;
  const over =
    (before: string | null): Tell =>
    ({ attempt }, _n, campaign, inPlace) =>
      showResult({ attempt, campaign }, inPlace, before);
  /** Outcomes that are more than a remark. */
  const tells: Partial<Record<AttemptStep['outcome'], Tell>> = {
    async recorded({ attempt }, n, campaign) {
      if (campaign.keys !== 'after-item') return showOpen({ attempt, campaign }, n, true);
      const item = itemOf(attempt.items[n]!, bank);
      if (!item) return showOpen({ attempt, campaign }, n, true);
      const key = (await store.rulings(campaign.id)).get(item.id) ?? item.answer;
      return { message: presentPaperFeedback(attempt, n, item, key, campaign, articleButton), inPlace: true };
    },
    async toggled({ attempt }, n, campaign) {
      const item = itemOf(attempt.items[n]!, bank);
      if (!item) return { toast: phrases.toasts.withdrawn };
      return { message: presentPaperItem(attempt, n, item, campaign), inPlace: true };
    },
    'handed-in': over(null),
    'item-timed-out': ({ attempt }, n, campaign, inPlace) =>
      showOpen({ attempt, campaign }, n, inPlace, phrases.itemTimedOut),
    'paper-timed-out': over(phrases.paperTimedOut),
    closed: over(phrases.closedMeanwhile),
  };
  /** Outcomes of an answer that came too late. */
  const late: typeof tells = {
    'paper-timed-out': over(phrases.paperTimedOut + phrases.cameLate),
    closed: over(phrases.closedMeanwhile + phrases.cameLate),
  };
  const tell: Tell = async (done, n, campaign, inPlace) =>
    (await tells[done.outcome]?.(done, n, campaign, inPlace)) ?? {
      toast: phrases.toasts[done.outcome as keyof typeof phrases.toasts],
    };

  const answer = async (
    id: string,
    n: number,
    person: Person,
    act: (attempt: Attempt, setting: Setting) => AttemptStep,
  ): Promise<QuizReply> => {
    const found = await own(id, person);
    if ('toast' in found) return found;
    const done = await step(found, act);
    return (late[done.outcome] ?? tell)(done, n, found.campaign, true);
  };

  return {
    async begin(
      campaign: Campaign,
      level: number,
      number: number,
      participant: Participant,
    ): Promise<QuizReply> {
      const rulings = await store.rulings(campaign.id);
      const begun = await store.begin(participant.id, (before) =>
        decideBegin(
          campaign,
          { participant: participant.id, admitted: participant.admitted, level, number, now: now() },
          before,
          (random) => {
            const asked = before.flatMap(({ items }) => items.map(({ item }) => item));
            const voided = [...rulings].flatMap(([item, key]) => (key === null ? [item] : []));
            return drawPaper(campaign, poolOfCampaign(campaign), new Set([...asked, ...voided]), random);
          },
        ),
      );
      if (begun.attempt) return showOpen({ attempt: begun.attempt, campaign }, 0, false);
      return { toast: phrases.begins[begun.outcome as keyof typeof phrases.begins] };
    },
    choose: (id: string, n: number, place: number, person: Person) =>
      answer(id, n, person, (attempt, setting) => choose(attempt, n, place, setting)),
    toggle: (id: string, n: number, place: number, person: Person) =>
      answer(id, n, person, (attempt, setting) => toggle(attempt, n, place, setting)),
    submit: (id: string, n: number, person: Person) =>
      answer(id, n, person, (attempt, setting) => submit(attempt, n, setting)),
    async item(id: string, n: number, person: Person): Promise<QuizReply> {
      const found = await own(id, person);
      return 'toast' in found ? found : showOpen(found, n, false);
    },
    /** 答题卡; the result where the paper is over. */
    async sheet(id: string, n: number, page: number, person: Person): Promise<QuizReply> {
      const found = await own(id, person);
      if ('toast' in found) return found;
      const { attempt, campaign } = found;
      if (campaign.limits.itemSeconds !== undefined) return { toast: phrases.toasts['not-current'] };
      if (endOf(attempt, campaign, now()) !== null) return showOpen(found, n, true);
      const inside = n < attempt.items.length && page * itemsOnPage < attempt.items.length;
      if (!inside) return { toast: phrases.gone };
      return { message: presentSheet(attempt, campaign, n, page), inPlace: true };
    },
    async finish(id: string, sure: boolean, person: Person): Promise<QuizReply> {
      const found = await own(id, person);
      if ('toast' in found) return found;
      if (!sure && found.attempt.finishedAt === null)
        return { message: presentHandIn(found.attempt, found.campaign), inPlace: false };
      return tell(await step(found, handIn), 0, found.campaign, true);
    },
    async result(id: string, person: Person): Promise<QuizReply> {
      const found = await own(id, person);
      return 'toast' in found ? found : showResult(found, false);
    },
    async review(id: string, page: number, person: Person): Promise<QuizReply> {
      const found = await own(id, person);
      if ('toast' in found) return found;
      const { attempt, campaign } = found;
      const rulings = await store.rulings(campaign.id);
      if (!endedOf(attempt, campaign, rulings, now())) return { toast: phrases.reviewUnfinished };
      if (!showsKeys(campaign, now())) return { toast: phrases.reviewLater };
      return {
        message: presentReview(campaign, attempt, bank, rulings, page, articleButton),
        inPlace: page > 0,
      };
    },
  };
}
