import { writeAction } from '../../message/action.ts';
import type { Person } from '../../message/message.ts';
import type { Bank } from '../bank.ts';
import type { Campaigns } from '../campaign/campaigns.ts';
import { openItem } from '../campaign/paper/attempt.ts';
import { endOf } from '../campaign/paper/deadline.ts';
import { ofPaper } from '../campaign/present/sheet.ts';
import { decideFlag, flagReasons } from '../flag.ts';
import type { QuizReply } from '../play.ts';
import type { QuizStore } from '../quiz-store.ts';
import { flaggedItems } from './flagged-items.ts';
import { phrases } from './phrases.ts';
import { describeFlags, presentFlagged, presentReasons, type WayOn } from './present.ts';

interface FlaggingDeps {
  bank: Bank;
  store: QuizStore;
  campaigns: Campaigns;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Where an item was asked of a person. */
interface Met extends WayOn {
  campaign: string | null;
  startedAt: number;
}

/**
 * 纠错 by takers. It reads sessions and attempts and changes none, so that no clock stops and no answer is lost; what
 * it says is the same for every item, so that nothing of a key shows.
 */
export function createFlagging({ bank, store, campaigns, now }: FlaggingDeps) {
  /** The last time that a person was asked an item; null for never. */
  const metIn = async (person: string, item: string): Promise<Met | null> => {
    const met = [
      ...(await metInSessions(person, item, store)),
      ...(await metInPapers(person, item, { store, campaigns, now })),
    ];
    return met.sort((a, b) => b.startedAt - a.startedAt)[0] ?? null;
  };

  return {
    async ask(id: string, person: Person): Promise<QuizReply> {
      const item = bank.item(id);
      const met = item && (await metIn(person.id, id));
      if (!met) return { toast: phrases.notAsked };
      return { message: presentReasons(item, met), inPlace: false };
    },
    async flag(id: string, index: number, person: Person): Promise<QuizReply> {
      const reason = flagReasons[index];
      const met = reason && bank.item(id) ? await metIn(person.id, id) : null;
      if (!reason || !met) return { toast: phrases.notAsked };
      const wish = { item: id, campaign: met.campaign, person: person.id, reason, at: now() };
      const { outcome } = await store.flags.flag(person.id, (own) => decideFlag(wish, own));
      return { message: presentFlagged(outcome, reason, met), inPlace: true };
    },
    /** For admins. */
    flagged: async () => describeFlags(flaggedItems(await store.flags.flags(), bank)),
  };
}

async function metInSessions(person: string, item: string, store: QuizStore): Promise<Met[]> {
  const [open, finished] = await Promise.all([
    store.openSessions(person),
    store.finishedSessions(person, Number.POSITIVE_INFINITY),
  ]);
  return [...open, ...finished].flatMap(({ id, items, startedAt, finishedAt }) => {
    const open = items.findIndex(({ answer }) => answer === null);
    const asked = open === -1 ? items : items.slice(0, open + 1);
    if (!asked.some((each) => each.item === item)) return [];
    const onward = writeAction('resume', id);
    return [{ campaign: null, startedAt, onward, over: finishedAt !== null, countdown: null }];
  });
}

async function metInPapers(
  person: string,
  item: string,
  { store, campaigns, now }: Omit<FlaggingDeps, 'bank'>,
): Promise<Met[]> {
  const met = [...campaigns.values()].map(async (campaign): Promise<Met[]> => {
    const participant = await store.campaigns.participant(campaign.id, person);
    const attempts = participant ? await store.campaigns.attemptsOf(participant.id) : [];
    return attempts.flatMap((attempt) => {
      const n = attempt.items.findIndex((asked) => asked.item === item);
      const asked = attempt.items[n];
      // An item with a clock of its own must not be read before that runs.
      const ahead = campaign.limits.itemSeconds !== undefined && !asked?.shownAt && !asked?.answer;
      if (!asked || ahead) return [];
      const over = endOf(attempt, campaign, now()) !== null;
      const onward = over
        ? writeAction('paper-result', attempt.id)
        : writeAction('paper-item', attempt.id, openItem(attempt, n) ?? 0);
      const countdown = over ? null : ofPaper(attempt, campaign);
      return [{ campaign: campaign.id, startedAt: attempt.startedAt, onward, over, countdown }];
    });
  });
  return (await Promise.all(met)).flat();
}
