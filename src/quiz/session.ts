import { z } from 'zod';
import type { Bank } from './bank.ts';
import type { Item } from './bank-file.ts';
import { optionOrder } from './draw.ts';
import { questionType } from './questions/index.ts';
import { type Random, randomId } from './random.ts';

const index = z.number().int().min(0);
/** Milliseconds since 1970 by the server's clock. */
const moment = z.number().int().min(0);

const askedSchema = z.strictObject({
  /** Id of the bank's item. */
  item: z.string(),
  /** Bank indexes of the options in the order shown. */
  order: z.array(index),
  /** Bank indexes toggled so far, ascending; the response once it is given. */
  picked: z.array(index),
  /** Null until answered; then final. */
  answer: z.strictObject({ right: z.boolean(), at: moment }).nullable(),
});

/** One citizen's way through a drawn paper, as it is stored. */
export const sessionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{10}$/),
  person: z.string().min(1),
  mode: z.enum(['practice', 'paper', 'review']),
  /** The practised book; null for a paper and for reviews, which are over all books. */
  book: z.number().int().nullable(),
  items: z.array(askedSchema).min(1),
  startedAt: moment,
  finishedAt: moment.nullable(),
});

export type Session = z.infer<typeof sessionSchema>;
export type Asked = Session['items'][number];

/** What a press came to. The session is the same object where nothing changed. */
export interface Step {
  session: Session;
  outcome:
    | 'recorded'
    | 'toggled'
    /** This item has its one answer. */
    | 'already-answered'
    /** Items are answered in their order. */
    | 'not-current'
    /** No option of this item, or not the way this type is answered. */
    | 'invalid-option'
    | 'too-few'
    /** The bank no longer holds the item as it was drawn. */
    | 'withdrawn';
}

export function beginSession(
  of: Pick<Session, 'person' | 'mode' | 'book'>,
  items: readonly Item[],
  now: number,
  random: Random,
): Session {
  return {
    id: randomId(10, random),
    ...of,
    items: items.map((item) => ({
      item: item.id,
      order: optionOrder(item, questionType(item.type).shuffled, random),
      picked: [],
      answer: null,
    })),
    startedAt: now,
    finishedAt: null,
  };
}

/** A session that cannot go on, finished with the items that are answered. The same object where none is. */
export function cutShort(session: Session, now: number): Session {
  const answered = session.items.slice(0, currentIndex(session));
  return answered.length === 0 ? session : { ...session, items: answered, finishedAt: now };
}

/** Index of the item to be answered next; the number of items where all are answered. */
export function currentIndex(session: Session): number {
  const open = session.items.findIndex(({ answer }) => answer === null);
  return open === -1 ? session.items.length : open;
}

/** The item as it was drawn; undefined where the bank has dropped it or changed how many options it has. */
export function itemOf(asked: Asked, bank: Bank): Item | undefined {
  const item = bank.item(asked.item);
  return item?.options.length === asked.order.length ? item : undefined;
}

/** Answers item `n` with the option shown at `place`, for types with one press. */
export function choose(session: Session, n: number, place: number, bank: Bank, now: number): Step {
  return onCurrent(session, n, bank, (asked, item) => {
    const option = asked.order[place];
    if (option === undefined || questionType(item.type).fewest > 1)
      return { session, outcome: 'invalid-option' };
    return { session: record(session, n, item, [option], now), outcome: 'recorded' };
  });
}

/** Picks the option shown at `place`, or puts it back. */
export function toggle(session: Session, n: number, place: number, bank: Bank): Step {
  return onCurrent(session, n, bank, (asked, item) => {
    const option = asked.order[place];
    if (option === undefined || questionType(item.type).fewest === 1)
      return { session, outcome: 'invalid-option' };
    const picked = asked.picked.includes(option)
      ? asked.picked.filter((other) => other !== option)
      : [...asked.picked, option].sort((a, b) => a - b);
    return { session: withItem(session, n, { ...asked, picked }), outcome: 'toggled' };
  });
}

/** Answers item `n` with what is picked. */
export function submit(session: Session, n: number, bank: Bank, now: number): Step {
  return onCurrent(session, n, bank, (asked, item) => {
    const { fewest } = questionType(item.type);
    if (fewest === 1) return { session, outcome: 'invalid-option' };
    if (asked.picked.length < fewest) return { session, outcome: 'too-few' };
    return { session: record(session, n, item, asked.picked, now), outcome: 'recorded' };
  });
}

function onCurrent(session: Session, n: number, bank: Bank, act: (asked: Asked, item: Item) => Step): Step {
  const asked = session.items[n];
  if (asked?.answer) return { session, outcome: 'already-answered' };
  if (!asked || n !== currentIndex(session)) return { session, outcome: 'not-current' };
  const item = itemOf(asked, bank);
  return item ? act(asked, item) : { session, outcome: 'withdrawn' };
}

function record(session: Session, n: number, item: Item, picked: number[], now: number): Session {
  const right = questionType(item.type).isRight(item, picked);
  const answered = withItem(session, n, { ...session.items[n]!, picked, answer: { right, at: now } });
  return currentIndex(answered) < answered.items.length ? answered : { ...answered, finishedAt: now };
}

const withItem = (session: Session, n: number, asked: Asked): Session => ({
  ...session,
  items: session.items.with(n, asked),
});
