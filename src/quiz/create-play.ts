import type { Person } from '../message/message.ts';
import type { Bank } from './bank.ts';
import { bookTitle } from './books.ts';
import type { Campaigns } from './campaign/campaigns.ts';
import { createFlagging } from './correction/flagging.ts';
import { draw } from './draw.ts';
import { createLearning } from './learning/create-learning.ts';
import type { History } from './learning/history.ts';
import { phrases as learningPhrases } from './learning/phrases.ts';
import { comesAgain } from './learning/present/reviewed.ts';
import { type Reviewed, withReview } from './learning/review-step.ts';
import { phrases } from './phrases.ts';
import { paperPlan } from './plans.ts';
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
  /** Their papers feed wrong-book and path. */
  campaigns: Campaigns;
  articleButton: ArticleButton;
  /** Milliseconds since 1970. */
  now: () => number;
  random: Random;
}

const recentResults = 5;
const leaders = 5;

type Answer = (Step | { session: Session; outcome: 'foreign' | 'withheld' | 'to-be-reviewed' }) & {
  reviewed: Reviewed | null;
};

type Presses = {
  [K in QuizAction[0]]: (
    action: Extract<QuizAction, [K, ...unknown[]]>,
    person: Person,
  ) => Promise<QuizReply>;
};

/** The quiz over a bank and a store. Presses are hostile: each looks up its session, its owner and its item. */
export function createPlay({ bank, store, campaigns, articleButton, now, random }: PlayDeps): Play {
  const learning = createLearning({ bank, store, campaigns, now, random });
  const flagging = createFlagging({ bank, store, campaigns, now });

  /** A second press finds what the first has drawn; otherwise an open session of the same mode makes room. */
  const begin = async (book: number, person: Person): Promise<QuizReply> => {
    if (book !== 0 && bookTitle(book) === undefined) return { toast: phrases.gone };
    const of = { person: person.id, mode: book === 0 ? 'paper' : 'practice', book: book || null } as const;
    const open = (await store.openSessions(person.id)).find((session) => session.mode === of.mode);
    const withheld = await learning.withheld(person.id);
    const same = open && open.book === of.book && currentIndex(open) === 0;
    const untouched = same ? showItem(open, withheld) : null;
    if (untouched && 'message' in untouched) return untouched;
    const spare = bank.items.filter(({ id }) => !withheld.has(id));
    const items =
      book === 0 ? draw(spare, paperPlan, random) : await learning.practice(person.id, book, spare);
    if (items.length === 0) return { toast: phrases.gone };
    const session = beginSession(of, items, now(), random);
    await store.add(session, open?.id ?? null);
    return showItem(session, withheld);
  };

  const review = async (person: Person): Promise<QuizReply> => {
    const session = await learning.openReview(person.id);
    return session ? showItem(session, new Set()) : { toast: learningPhrases.nothingDue };
  };

  /** The item to be answered, as a message of its own. */
  const showItem = (session: Session, withheld: ReadonlySet<string>): QuizReply => {
    const n = currentIndex(session);
    const item = itemOf(session.items[n]!, bank);
    if (item && !withheld.has(item.id)) return { message: presentItem(session, n, item), inPlace: false };
    return { toast: phrases.toasts[item ? 'withheld' : 'withdrawn'] };
  };

  const showResult = async (session: Session & { finishedAt: number }): Promise<QuizReply> => ({
    message:
      session.mode === 'review'
        ? await learning.reviewed(session)
        : presentResult(session, await store.standings(session.person, 0)),
    inPlace: false,
  });

  const goOn = async (session: Session, person: Person): Promise<QuizReply> => {
    if (isFinished(session)) return showResult(session);
    return session.mode === 'review' ? review(person) : showItem(session, await learning.withheld(person.id));
  };

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
    const withheld = await learning.withheld(person.id);
    const act = (traces: History['traces'] | null) =>
      store.change(id, (session, reviews): Answer => {
        const nothing = { session, reviewed: null };
        if (session.person !== person.id) return { ...nothing, outcome: 'foreign' };
        if (withheld.has(session.items[n]?.item ?? '')) return { ...nothing, outcome: 'withheld' };
        if (session.mode !== 'review') return { ...step(session), reviewed: null };
        return traces
          ? withReview(step(session), n, reviews, traces)
          : { ...nothing, outcome: 'to-be-reviewed' };
      });
    let done = await act(null);
    // Only a review needs to know what the person has missed since the last one.
    if (done?.outcome === 'to-be-reviewed') done = await act((await learning.history(person.id)).traces);
    if (!done || done.outcome === 'to-be-reviewed') return { toast: phrases.gone };
    const { session, outcome, reviewed } = done;
    if (outcome === 'foreign') return { toast: phrases.notYours };
    if (outcome !== 'recorded' && outcome !== 'toggled') return { toast: phrases.toasts[outcome] };
    const item = itemOf(session.items[n]!, bank);
    if (!item) return { toast: phrases.toasts.withdrawn };
    const message =
      outcome === 'toggled'
        ? presentItem(session, n, item)
        : presentFeedback(session, n, item, articleButton, reviewed && comesAgain(reviewed.review, now()));
    return { message, inPlace: true };
  };

  const presses: Presses = {
    begin: ([, book], person) => begin(book, person),
    resume: ([, id], person) => withOwn(id, person, (session) => goOn(session, person)),
    choose: ([, id, n, place], person) =>
      answer(id, n, person, (session) => choose(session, n, place, bank, now())),
    toggle: ([, id, n, place], person) => answer(id, n, person, (session) => toggle(session, n, place, bank)),
    submit: ([, id, n], person) => answer(id, n, person, (session) => submit(session, n, bank, now())),
    next: ([, id, n], person) =>
      withOwn(id, person, (session) => {
        const current = currentIndex(session);
        if (n < current) return { toast: phrases.toasts['already-answered'] };
        if (n > current) return { toast: phrases.toasts['not-current'] };
        return goOn(session, person);
      }),
    wrong: ([, id], person) =>
      withOwn(id, person, async (session) => {
        if (!isFinished(session)) return { toast: phrases.notFinished };
        const withheld = await learning.withheld(person.id);
        return { message: presentWrong(session, bank, withheld, articleButton), inPlace: false };
      }),
    review: (_, person) => review(person),
    learn: ([, book], person) => learning.step(person.id, book, phrases.gone),
    'flag-item': ([, item], person) => flagging.ask(item, person),
    flag: ([, item, reason], person) => flagging.flag(item, reason, person),
  };

  return {
    async menu(person) {
      const withheld = await learning.withheld(person.id);
      const goesOn = (session: Session): boolean => 'message' in showItem(session, withheld);
      return presentMenu((await store.openSessions(person.id)).filter(goesOn));
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
    wrongBook: (person) => learning.wrongBook(person.id),
    path: (person) => learning.path(person.id),
    question: (person, item) => learning.question(person.id, item),
    flagged: flagging.flagged,
    forget: (person) => store.forget(person.id),
  };
}
