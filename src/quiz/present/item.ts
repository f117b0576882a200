import { writeAction } from '../../message/action.ts';
import { type Button, listItem, type Message, messageOf, type Paragraph } from '../../message/message.ts';
import type { Item } from '../bank-file.ts';
import { bookTitle } from '../books.ts';
import { phrases } from '../phrases.ts';
import { questionType } from '../questions/index.ts';
import type { Asked, Session } from '../session.ts';

/** Options up to this length fit on a button of a small phone; longer ones are listed above their letters. */
const longestOnButton = 16;

/** The actions of an item's buttons. */
export interface ItemActions {
  choose(place: number): string;
  toggle(place: number): string;
  submit: string;
}

/** Item `n` as it is asked, with what is picked so far. Holds nothing that depends on the key. */
export function presentItem(session: Session, n: number, item: Item): Message {
  const asked = session.items[n]!;
  const actions: ItemActions = {
    choose: (place) => writeAction('choose', session.id, n, place),
    toggle: (place) => writeAction('toggle', session.id, n, place),
    submit: writeAction('submit', session.id, n),
  };
  return messageOf([...heading(session, n, item), ...optionLines(asked, item)], {
    buttons: optionButtons(asked, item, actions),
  });
}

const onButtons = ({ options }: Item): boolean => options.every((option) => option.length <= longestOnButton);

/** What stands between the question and its buttons: options too long for them, and how to answer. */
export function optionLines(asked: Asked, item: Item): Paragraph[] {
  const { hint } = questionType(item.type);
  return [
    ...(onButtons(item) ? [] : listed(asked, item)),
    ...(hint ? [{ kind: 'note' as const, text: hint, cites: [] }] : []),
  ];
}

/** A button for each option, ticked where it is picked, and one to submit where several are. */
export function optionButtons(asked: Asked, item: Item, actions: ItemActions): Button[][] {
  const { fewest, shuffled } = questionType(item.type);
  const options = asked.order.map((option, place): Button => {
    const name = onButtons(item) ? nameOf(asked, item, option) : letterOf(asked, item, option);
    if (fewest === 1) return { label: name, action: actions.choose(place) };
    const box = asked.picked.includes(option) ? '☑' : '☐';
    return { label: `${box} ${name}`, action: actions.toggle(place) };
  });
  const inRow = !onButtons(item) || !shuffled;
  const submit = [{ label: phrases.submit, action: actions.submit }];
  return [...(inRow ? [options] : options.map((button) => [button])), ...(fewest > 1 ? [submit] : [])];
}

/** Where one is, and the question. */
export function heading(session: Session, n: number, item: Item): Paragraph[] {
  const place = [
    phrases.progress(n + 1, session.items.length),
    questionType(item.type).label,
    ...(item.book === null ? [] : [bookTitle(item.book)]),
  ];
  return [
    { kind: 'note', text: place.join('　'), cites: [] },
    { kind: 'lead', text: item.stem, cites: [] },
  ];
}

/** The options as lines in the order shown, each with what `mark` says of it. */
export function listed(asked: Asked, item: Item, mark: (option: number) => string = () => ''): Paragraph[] {
  return asked.order.map((option) => listItem(nameOf(asked, item, option) + mark(option)));
}

const nameOf = (asked: Asked, item: Item, option: number): string =>
  questionType(item.type).shuffled
    ? `${letterOf(asked, item, option)}. ${item.options[option]}`
    : item.options[option]!;

/** A, B, C … by the place at which an option is shown; its own word where a type never moves its options. */
const letterOf = (asked: Asked, item: Item, option: number): string =>
  questionType(item.type).shuffled
    ? String.fromCharCode(65 + asked.order.indexOf(option))
    : item.options[option]!;

/** Options named in the order shown: AC, 正确. */
export const lettersOf = (asked: Asked, item: Item, options: readonly number[]): string =>
  asked.order
    .filter((option) => options.includes(option))
    .map((option) => letterOf(asked, item, option))
    .join('');
