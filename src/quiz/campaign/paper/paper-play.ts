import type { Person } from '../../../message/message.ts';
import type { Bank } from '../../bank.ts';
import type { Item } from '../../bank-file.ts';
import type { QuizReply } from '../../play.ts';
import type { Campaign } from '../campaign.ts';
import type { PlayContext } from '../create-campaign-play.ts';
import type { Participant } from '../people/participant.ts';
import { phrases } from '../phrases.ts';
import { presentHandIn } from '../present/paper.ts';
import { presentReview, reviewPages } from '../present/result.ts';
import { itemsOnPage, presentSheet } from '../present/sheet.ts';
import { type AttemptStep, choose, handIn, type Setting, submit, toggle } from './answering.ts';
import type { Attempt } from './attempt.ts';
import { decideBegin } from './begin.ts';
import { endOf } from './deadline.ts';
import { showsKeys, withheldFrom } from './keys.ts';
import { drawPaper, poolOf } from './paper.ts';
import { endedOf } from './results.ts';
import { createTelling, type Held } from './telling.ts';

/** Papers through their messages: begin, items, hand in, result, review. */
export function createPaperPlay(context: PlayContext) {
  const { campaigns, bank, store, articleButton, now } = context;
  const { step, showOpen, showResult, tell, tellAnswer } = createTelling(context);
  /** By what the bank holds and by campaign: both are new objects after a reload. */
  const pools = new WeakMap<Bank['items'], WeakMap<Campaign, Item[]>>();
  const poolOfCampaign = (campaign: Campaign): Item[] => {
    const ofBank = pools.get(bank.items) ?? new WeakMap<Campaign, Item[]>();
    pools.set(bank.items, ofBank);
    const pool = ofBank.get(campaign) ?? poolOf(campaign, bank);
    ofBank.set(campaign, pool);
    return pool;
  };

  /** With an attempt of this person; else they are told what is wrong. */
  const withOwn = async (
    id: string,
    person: Person,
    then: (held: Held) => QuizReply | Promise<QuizReply>,
  ): Promise<QuizReply> => {
    const attempt = await store.attempt(id);
    const campaign = campaigns.get(attempt?.campaign ?? '');
    if (!attempt || !campaign) return { toast: phrases.gone };
    const participant = await store.participant(campaign.id, person.id);
    if (participant?.id !== attempt.participant) return { toast: phrases.notYours };
    return then({ attempt, campaign, person });
  };

  const answer = (
    id: string,
    n: number,
    person: Person,
    act: (attempt: Attempt, setting: Setting) => AttemptStep,
  ): Promise<QuizReply> => withOwn(id, person, async (held) => tellAnswer(held, await step(held, act), n));

  return {
    async begin(
      campaign: Campaign,
      level: number,
      number: number,
      { id: participant, admitted }: Participant,
      person: Person,
    ): Promise<QuizReply> {
      const rulings = await store.rulings(campaign.id);
      const begun = await store.begin(participant, (before) =>
        decideBegin(campaign, { participant, admitted, level, number, now: now() }, before, (random) => {
          const asked = before.flatMap(({ items }) => items.map(({ item }) => item));
          const voided = [...rulings].flatMap(([item, key]) => (key === null ? [item] : []));
          return drawPaper(campaign, poolOfCampaign(campaign), new Set([...asked, ...voided]), random);
        }),
      );
      if (begun.attempt) return showOpen({ attempt: begun.attempt, campaign, person }, 0, false);
      return { toast: phrases.begins[begun.outcome as keyof typeof phrases.begins] };
    },
    choose: (id: string, n: number, place: number, person: Person) =>
      answer(id, n, person, (attempt, setting) => choose(attempt, n, place, setting)),
    toggle: (id: string, n: number, place: number, person: Person) =>
      answer(id, n, person, (attempt, setting) => toggle(attempt, n, place, setting)),
    submit: (id: string, n: number, person: Person) =>
      answer(id, n, person, (attempt, setting) => submit(attempt, n, setting)),
    item: (id: string, n: number, person: Person) => withOwn(id, person, (held) => showOpen(held, n, false)),
    /** 答题卡; the result where the paper is over. */
    sheet: (id: string, n: number, page: number, person: Person) =>
      withOwn(id, person, (held) => {
        const { attempt, campaign } = held;
        if (campaign.limits.itemSeconds !== undefined) return { toast: phrases.toasts['not-current'] };
        if (endOf(attempt, campaign, now()) !== null) return showOpen(held, n, true);
        const inside = n < attempt.items.length && page * itemsOnPage < attempt.items.length;
        if (!inside) return { toast: phrases.gone };
        return { message: presentSheet(attempt, campaign, n, page), inPlace: true };
      }),
    finish: (id: string, sure: boolean, person: Person) =>
      withOwn(id, person, async (held) => {
        const { attempt, campaign } = held;
        if (!sure && endOf(attempt, campaign, now()) === null)
          return { message: presentHandIn(attempt, campaign), inPlace: false };
        return tell(held, await step(held, handIn), 0, true);
      }),
    result: (id: string, person: Person) => withOwn(id, person, (held) => showResult(held, false)),
    review: (id: string, page: number, person: Person) =>
      withOwn(id, person, async ({ attempt, campaign }) => {
        const rulings = await store.rulings(campaign.id);
        if (!endedOf(attempt, campaign, rulings, now())) return { toast: phrases.reviewUnfinished };
        if (!showsKeys(campaign, now())) return { toast: phrases.reviewLater };
        if (page >= reviewPages(attempt)) return { toast: phrases.gone };
        const withheld = await withheldFrom(person.id, { campaigns, store }, now());
        const known = { bank, rulings, withheld };
        return {
          message: presentReview(campaign, attempt, known, page, articleButton),
          inPlace: page > 0,
        };
      }),
  };
}
