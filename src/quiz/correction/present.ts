import { writeAction } from '../../message/action.ts';
import { type Button, type Countdown, type Message, messageOf, text } from '../../message/message.ts';
import { rows } from '../../message/rows.ts';
import type { Item } from '../bank-file.ts';
import { type FlagReason, flagReasons, mostOpenFlags } from '../flag.ts';
import type { FlaggedItem } from './flagged-items.ts';
import { phrases } from './phrases.ts';

const itemsInChat = 10;
const longestStem = 60;

/** What goes on beside a flag. */
export interface WayOn {
  /** The button's action that goes on with the practice or the paper, or back to its result. */
  onward: string;
  over: boolean;
  /** Of a running paper. */
  countdown: Countdown | null;
}

/** The quiet button under an item. */
export const flagButton = (item: string): Button => ({
  label: phrases.flag,
  action: writeAction('flag-item', item),
});

/** One for each of several items in one message, named by their places from 1. */
export const flagButtons = (items: readonly { item: string; n: number }[]): Button[][] =>
  rows(
    items.map(({ item, n }) => ({ label: phrases.flagOf(n), action: writeAction('flag-item', item) })),
    3,
  );

/** Asks for the reason. The same whatever the person has answered or may know: it holds nothing of the key. */
export function presentReasons({ id, stem }: Item, { onward, over, countdown }: WayOn): Message {
  const reasons = flagReasons.map((reason, i) => [
    { label: phrases.reasons[reason], action: writeAction('flag', id, i) },
  ]);
  return messageOf([text(phrases.ask(shortened(stem)))], {
    countdown,
    buttons: [...reasons, [{ label: over ? phrases.neverBack : phrases.never, action: onward }]],
  });
}

/** Thanks, what happens next, and the way on. */
export function presentFlagged(
  outcome: 'flagged' | 'changed' | 'too-many',
  reason: FlagReason,
  { onward, over, countdown }: WayOn,
): Message {
  const words = {
    flagged: phrases.flagged(phrases.reasons[reason]),
    changed: phrases.changed(phrases.reasons[reason]),
    'too-many': phrases.tooMany(mostOpenFlags),
  }[outcome];
  return messageOf([text(words), ...(outcome === 'too-many' ? [] : [text(phrases.next)])], {
    countdown,
    buttons: [[{ label: over ? phrases.back : phrases.goOn, action: onward }]],
  });
}

/** For admins: the items that most takers flag, and how to settle them. */
export function describeFlags(items: readonly FlaggedItem[]): string[] {
  if (items.length === 0) return [phrases.noFlags];
  const flags = items.reduce((sum, { open }) => sum + open, 0);
  return [
    phrases.flagsTitle(items.length, flags),
    ...items.slice(0, itemsInChat).map(lineOf),
    ...(items.length > itemsInChat ? [phrases.moreFlags(items.length - itemsInChat)] : []),
    phrases.howToSettle,
  ];
}

function lineOf({ item, stem, open, reasons, practice, campaigns }: FlaggedItem): string {
  const given = flagReasons
    .filter((reason) => reasons[reason] > 0)
    .map((reason) => phrases.reasonCount(phrases.reasons[reason], reasons[reason]));
  const places = [
    ...(practice > 0 ? [phrases.placeCount(phrases.practice, practice)] : []),
    ...Object.entries(campaigns).map(([campaign, count]) => phrases.placeCount(campaign, count)),
  ];
  const words = stem === null ? phrases.withdrawn : shortened(stem);
  return phrases.flagLine(item, open, given.join('、'), places.join('、'), words);
}

const shortened = (stem: string): string =>
  stem.length > longestStem ? `${stem.slice(0, longestStem)}……` : stem;
