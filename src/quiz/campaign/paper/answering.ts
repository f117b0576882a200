import type { Bank } from '../../bank.ts';
import type { Item } from '../../bank-file.ts';
import { questionType } from '../../questions/index.ts';
import { itemOf } from '../../session.ts';
import type { Campaign } from '../campaign.ts';
import { type Attempt, type AttemptItem, applyEvent, openItem, withItem, writeOptions } from './attempt.ts';
import { deadlineOf, endOf, graceMs, itemDeadlineOf } from './deadline.ts';
import type { AttemptEvent } from './score-event.ts';

/** What a press came to. The attempt is the same object where nothing changed. */
export interface AttemptStep {
  attempt: Attempt;
  /** What the ledger is to keep of it. */
  events: AttemptEvent[];
  outcome:
    | 'recorded'
    /** Ticks are no score events: they last as long as the process. */
    | 'toggled'
    | 'shown'
    | 'handed-in'
    /** This item has its one answer. */
    | 'already-answered'
    /** Items with a time limit are answered in their order, once they are shown. */
    | 'not-current'
    /** No option of this item, or not the way this type is answered. */
    | 'invalid-option'
    | 'too-few'
    /** The bank no longer holds the item as it was drawn. */
    | 'withdrawn'
    /** The item's own time was over; it is missed, and the paper goes on. */
    | 'item-timed-out'
    /** The paper's time was over; what was answered before counts. */
    | 'paper-timed-out'
    /** The campaign closed meanwhile; what was answered before counts. */
    | 'closed'
    | 'already-finished';
}

/** What a step stands on. */
export interface Setting {
  campaign: Pick<Campaign, 'limits' | 'window'>;
  bank: Bank;
  /** Milliseconds since 1970 by the server's clock. */
  now: number;
}

/** Answers item `n` with the option shown at `place`, for types with one press. */
export function choose(attempt: Attempt, n: number, place: number, setting: Setting): AttemptStep {
  return onOpen(attempt, n, setting, (asked, item) => {
    const option = asked.order[place];
    if (option === undefined || questionType(item.type).fewest > 1) return same(attempt, 'invalid-option');
    return record(attempt, n, item, [option], setting.now);
  });
}

/** Picks the option shown at `place`, or puts it back. */
export function toggle(attempt: Attempt, n: number, place: number, setting: Setting): AttemptStep {
  return onOpen(attempt, n, setting, (asked, item) => {
    const option = asked.order[place];
    if (option === undefined || questionType(item.type).fewest === 1) return same(attempt, 'invalid-option');
    const picked = asked.picked.includes(option)
      ? asked.picked.filter((other) => other !== option)
      : [...asked.picked, option].sort((a, b) => a - b);
    return { attempt: withItem(attempt, n, { picked }), events: [], outcome: 'toggled' };
  });
}

/** Answers item `n` with what is picked. */
export function submit(attempt: Attempt, n: number, setting: Setting): AttemptStep {
  return onOpen(attempt, n, setting, (asked, item) => {
    const { fewest } = questionType(item.type);
    if (fewest === 1) return same(attempt, 'invalid-option');
    if (asked.picked.length < fewest) return same(attempt, 'too-few');
    return record(attempt, n, item, asked.picked, setting.now);
  });
}

/** Item `n` comes before the person's eyes; with a time limit its clock starts at the first time. */
export function show(attempt: Attempt, n: number, setting: Setting): AttemptStep {
  const { limits } = setting.campaign;
  return inTime(attempt, n, setting, (asked) => {
    if (limits.itemSeconds === undefined || asked.shownAt !== null) return same(attempt, 'shown');
    if (n !== openItem(attempt)) return same(attempt, 'not-current');
    return changed(attempt, [{ type: 'show', at: setting.now, attempt: attempt.id, n }], 'shown');
  });
}

/** Ends the paper with what is answered so far. */
export function handIn(attempt: Attempt, setting: Setting): AttemptStep {
  const over = overStep(attempt, setting);
  if (over) return over;
  return changed(attempt, [finish(attempt, setting.now, 'hand-in')], 'handed-in');
}

/** The end of a paper whose time is past, as a step; null while it may be answered. */
function overStep(attempt: Attempt, { campaign, now }: Setting): AttemptStep | null {
  if (attempt.finishedAt !== null) return same(attempt, 'already-finished');
  const end = endOf(attempt, campaign, now);
  if (end === null) return null;
  const closed = deadlineOf(attempt, campaign) === campaign.window.closes;
  return changed(
    attempt,
    [finish(attempt, end, closed ? 'close' : 'time')],
    closed ? 'closed' : 'paper-timed-out',
  );
}

function inTime(
  attempt: Attempt,
  n: number,
  setting: Setting,
  act: (asked: AttemptItem) => AttemptStep,
): AttemptStep {
  const asked = attempt.items[n];
  if (asked?.answer) return same(attempt, 'already-answered');
  const over = overStep(attempt, setting);
  if (over) return over;
  if (!asked) return same(attempt, 'not-current');
  const deadline = itemDeadlineOf(asked, setting.campaign);
  if (deadline === null || setting.now <= deadline + graceMs) return act(asked);
  const miss: AttemptEvent = { type: 'miss', at: deadline, attempt: attempt.id, n };
  return changed(attempt, ended(attempt, [miss], setting.now), 'item-timed-out');
}

function onOpen(
  attempt: Attempt,
  n: number,
  setting: Setting,
  act: (asked: AttemptItem, item: Item) => AttemptStep,
): AttemptStep {
  return inTime(attempt, n, setting, (asked) => {
    if (setting.campaign.limits.itemSeconds !== undefined && asked.shownAt === null)
      return same(attempt, 'not-current');
    const item = itemOf(asked, setting.bank);
    return item ? act(asked, item) : same(attempt, 'withdrawn');
  });
}

function record(
  attempt: Attempt,
  n: number,
  item: Item,
  picked: readonly number[],
  now: number,
): AttemptStep {
  const right = questionType(item.type).isRight(item, picked);
  const answer: AttemptEvent = {
    type: 'answer',
    at: now,
    attempt: attempt.id,
    n,
    picked: writeOptions(picked),
    right,
  };
  return changed(attempt, ended(attempt, [answer], now), 'recorded');
}

/** With the end of the paper after its last answer. */
function ended(attempt: Attempt, events: AttemptEvent[], now: number): AttemptEvent[] {
  const after = events.reduce(applyEvent, attempt);
  return openItem(after) === null ? [...events, finish(attempt, now, 'last-answer')] : events;
}

const finish = (
  { id }: Attempt,
  at: number,
  by: Extract<AttemptEvent, { type: 'finish' }>['by'],
): AttemptEvent => ({ type: 'finish', at, attempt: id, by });
const same = (attempt: Attempt, outcome: AttemptStep['outcome']): AttemptStep => ({
  attempt,
  events: [],
  outcome,
});
const changed = (attempt: Attempt, events: AttemptEvent[], outcome: AttemptStep['outcome']): AttemptStep => ({
  attempt: events.reduce(applyEvent, attempt),
  events,
  outcome,
});
