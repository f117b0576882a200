import type { Message } from '../../message/message.ts';
import type { Bank } from '../bank.ts';
import type { Item } from '../bank-file.ts';
import type { Campaigns } from '../campaign/campaigns.ts';
import { withheldFrom } from '../campaign/paper/keys.ts';
import { draw } from '../draw.ts';
import { practicePlan } from '../plans.ts';
import type { ItemQuestion, QuizReply } from '../play.ts';
import type { QuizStore } from '../quiz-store.ts';
import type { Random } from '../random.ts';
import { beginSession, currentIndex, cutShort, itemOf, type Session } from '../session.ts';
import { type History, readHistory } from './history.ts';
import { pathOf } from './path.ts';
import { phrases } from './phrases.ts';
import { preferenceOf } from './preference.ts';
import { presentPath, presentStep } from './present/path.ts';
import { presentReviewed } from './present/reviewed.ts';
import { presentWrongBook } from './present/wrong-book.ts';
import { questionOf } from './question.ts';
import { hasAnswered, wayBack } from './way-back.ts';
import { dueEntries, reviewRound, wrongBook } from './wrong-book.ts';

export interface LearningDeps {
  bank: Bank;
  store: QuizStore;
  campaigns: Campaigns;
  /** Milliseconds since 1970. */
  now: () => number;
  random: Random;
}

/** Wrong-book and learning path of persons, each derived from what the store has of them when it is asked for. */
export function createLearning({ bank, store, campaigns, now, random }: LearningDeps) {
  const history = (person: string): Promise<History> => readHistory(person, { store, campaigns }, now());
  /** Items of which nothing may be told now: none of them is practised or reviewed meanwhile. */
  const withheld = (person: string): Promise<ReadonlySet<string>> =>
    withheldFrom(person, { campaigns, store: store.campaigns }, now());
  const look = async (person: string) => {
    const [{ traces, reviews }, notNow] = await Promise.all([history(person), withheld(person)]);
    const book = wrongBook(traces, reviews, bank).filter(({ item }) => !notNow.has(item.id));
    return { book, path: pathOf(bank, traces, book, now()) };
  };
  return {
    history,
    withheld,
    wrongBook: async (person: string): Promise<Message> => presentWrongBook((await look(person)).book, now()),
    path: async (person: string): Promise<Message> => presentPath((await look(person)).path),
    /** One book of the path, by its number. */
    async step(person: string, number: number, gone: string): Promise<QuizReply> {
      const { path, book } = await look(person);
      const step = path.find((each) => each.book === number);
      if (!step) return { toast: gone };
      return { message: presentStep(step, path, dueEntries(book, now()).length), inPlace: false };
    },
    /** Items of `spare` for practice of a book. */
    practice: async (person: string, number: number, spare: readonly Item[]): Promise<Item[]> =>
      draw(spare, practicePlan(number), random, preferenceOf((await history(person)).traces)),
    /**
     * The review that is open, or one of what is due, first due first; null where nothing is. Where the bank has
     * dropped the item that comes next, or it is withheld, the open one ends with what is answered, and another is
     * begun: a button of the dropped item must not answer the next in its place.
     */
    async openReview(person: string): Promise<Session | null> {
      const open = (await store.openSessions(person)).find(({ mode }) => mode === 'review');
      const item = open && itemOf(open.items[currentIndex(open)]!, bank);
      if (open && item && !(await withheld(person)).has(item.id)) return open;
      if (open) await store.change(open.id, (session) => ({ session: cutShort(session, now()) }));
      const due = dueEntries((await look(person)).book, now()).slice(0, reviewRound);
      if (due.length === 0) return null;
      const items = due.map(({ item }) => item);
      const session = beginSession({ person, mode: 'review', book: null }, items, now(), random);
      await store.add(session, open && currentIndex(open) === 0 ? open.id : null);
      return session;
    },
    reviewed: async (session: Session & { finishedAt: number }): Promise<Message> =>
      presentReviewed(session, (await look(session.person)).book, now()),
    /**
     * What to ask about an item, or why it may not be asked about now. Null for an item that is not there, names no
     * article or was not answered: the article of an item on somebody else's paper says half of its key.
     */
    async question(person: string, id: string): Promise<ItemQuestion | null> {
      const item = bank.item(id);
      const question = item ? questionOf(item) : null;
      if (question === null) return null;
      if ((await withheld(person)).has(id)) return { toast: phrases.askLater };
      const met = await history(person);
      return hasAnswered(id, met) ? { question, back: wayBack(id, met, now()) } : null;
    },
  };
}
