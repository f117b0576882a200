import type { Person } from '../message/message.ts';
import type { Bank } from './bank.ts';
import { bookTitle } from './books.ts';
import { draw } from './draw.ts';
import { phrases } from './phrases.ts';
import { paperPlan, practicePlan } from './plans.ts';
import type { Play, QuizAction, QuizReply } from './play.ts';
import { type ArticleButton, presentFeedback } from './present/feedback.ts';
import { presentItem } from './present/item.ts';
import { presentMenu, presentScore } from './present/menu.ts';
import { presentResult, presentWrong } from './present/result.ts';
import type { QuizStore } from './quiz-store.ts';
import type { Random } from './random.ts';
import { isFinished } from './score.ts';
import {
  beginSession,
  choose,
  currentIndex,
  itemOf,
  type Session,
  type Step,
  submit,
  toggle,
} from './session.ts';

export interface PlayDeps {
  bank: Bank;
  store: QuizStore;
  articleButton: ArticleButton;
  /** Milliseconds since 1970. */
  now: () => number;
  random: Random;
}

const recentResults = 5;
const leaders = 5;

type Presses = {
  [K in QuizAction[0]]: (
    action: Extract<QuizAction, [K, ...unknown[]]>,
    person: Person,
  ) => Promise<QuizReply>;
};

/** The quiz over a bank and a store. Presses are hostile: each looks up its session, its owner and its item. */
export function createPlay({ bank, store, articleButton, now, random }: PlayDeps): Play {
  /** A second press finds what the first has drawn; otherwise an open session of the same mode makes room. */
  const begin = async (book: number, person: Person): Promise<QuizReply> => {
    if (book !== 0 && bookTitle(book) === undefined) return { toast: phrases.gone };
    const of = { person: person.id, mode: book === 0 ? 'paper' : 'practice', book: book || null } as const;
    const open = (await store.openSessions(person.id)).find((session) => session.mode === of.mode);
    const untouched = open && open.book === of.book && currentIndex(open) === 0 ? showItem(open) : null;
    if (untouched && 'message' in untouched) return untouched;
    const items = draw(bank.items, book === 0 ? paperPlan : practicePlan(book), random);
    if (items.length === 0) return { toast: phrases.gone };
    const session = beginSession(of, items, now(), random);
    await store.add(session, open?.id ?? null);
    return showItem(session);
  };

  /** The item to be answered, as a message of its own. */
  const showItem = (session: Session): QuizReply => {
    const n = currentIndex(session);
    const item = itemOf(session.items[n]!, bank);
    return item
      ? { message: presentItem(session, n, item), inPlace: false }
      : { toast: phrases.toasts.withdrawn };
  };

  const showResult = async (session: Session & { finishedAt: number }): Promise<QuizReply> => ({
    message: presentResult(session, await store.standings(session.person, 0)),
    inPlace: false,
  });

  /** With the session of a button, where it is the person's own. */
  const withOwn = async (
    id: string,
    person: Person,
    then: (session: Session) => QuizReply | Promise<QuizReply>,
  ): Promise<QuizReply> => {
    const session = await store.session(id);
    if (!session) return { toast: phrases.gone };
    return session.person === person.id ? then(session) : { toast: phrases.notYours };
  };

  const answer = async (
    id: string,
    n: number,
    person: Person,
    step: (session: Session) => Step,
  ): Promise<QuizReply> => {
    const done = await store.change(id, (session): Step | { session: Session; outcome: 'foreign' } =>
      session.person === person.id ? step(session) : { session, outcome: 'foreign' },
    );
    if (!done) return { toast: phrases.gone };
    const { session, outcome } = done;
    if (outcome === 'foreign') return { toast: phrases.notYours };
    if (outcome !== 'recorded' && outcome !== 'toggled') return { toast: phrases.toasts[outcome] };
    const item = bank.item(session.items[n]!.item)!;
    const message =
      outcome === 'toggled'
        ? presentItem(session, n, item)
        : presentFeedback(session, n, item, articleButton);
    return { message, inPlace: true };
  };

  const presses: Presses = {
    begin: ([, book], person) => begin(book, person),
    resume: ([, id], person) =>
      withOwn(id, person, (session) => (isFinished(session) ? showResult(session) : showItem(session))),
    choose: ([, id, n, place], person) =>
      answer(id, n, person, (session) => choose(session, n, place, bank, now())),
    toggle: ([, id, n, place], person) => answer(id, n, person, (session) => toggle(session, n, place, bank)),
    submit: ([, id, n], person) => answer(id, n, person, (session) => submit(session, n, bank, now())),
    next: ([, id, n], person) =>
      withOwn(id, person, (session) => {
        const current = currentIndex(session);
        if (n < current) return { toast: phrases.toasts['already-answered'] };
        if (n > current) return { toast: phrases.toasts['not-current'] };
        return isFinished(session) ? showResult(session) : showItem(session);
      }),
    wrong: ([, id], person) =>
      withOwn(id, person, (session) =>
        isFinished(session)
          ? { message: presentWrong(session, bank, articleButton), inPlace: false }
          : { toast: phrases.notFinished },
      ),
  };

  return {
    async menu(person) {
      const open = await store.openSessions(person.id);
      return presentMenu(open.filter((session) => itemOf(session.items[currentIndex(session)]!, bank)));
    },
    press(person, action) {
      const press = presses[action[0]] as (action: QuizAction, person: Person) => Promise<QuizReply>;
      return press(action, person);
    },
    async score(person) {
      const [finished, standings] = await Promise.all([
        store.finishedSessions(person.id, recentResults),
        store.standings(person.id, leaders),
      ]);
      return presentScore(finished.filter(isFinished), standings);
    },
    forget: (person) => store.forget(person.id),
  };
}
