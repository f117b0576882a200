import { reasons } from '../phrases.ts';
import type { ImportedItem } from '../reading.ts';
import type { Section } from './section.ts';
import { letterOf, type Value, wholeValue } from './value.ts';

export const judgeOptions = ['正确', '错误'];

export interface Answered {
  options: readonly string[];
  value: Value | null;
  /** An answer that is no letter and no word for right or wrong: perhaps the words of an option. */
  written: string;
  section: Section | null;
}

type Key = Pick<ImportedItem, 'type' | 'options' | 'answer'>;

/** Type, options and key of an item. The key decides between single and multiple, whatever the heading says. */
export function keyOf({ options, value, written, section }: Answered): Key | { reason: string } {
  if (options.length === 0) return judged(value, written, section);
  const problem = problemOf(options);
  if (problem) return { reason: problem };
  const senses = options.map(senseOf);
  const judge = options.length === 2 && senses[0] !== null && senses[1] === !senses[0];
  const read = value ?? spelled(options, written);
  if (!read) return { reason: written ? reasons.unclearAnswer(written) : reasons.noAnswer };
  if (judge) {
    const byLetter = read.letters?.length === 1 ? senses[read.letters[0]!] : undefined;
    const right = byLetter ?? read.right;
    return right === null || right === undefined ? { reason: reasons.judgeAnswer } : judgeKey(right);
  }
  if (!read.letters) return { reason: reasons.unclearAnswer(read.written) };
  const beyond = read.letters.find((letter) => letter >= options.length);
  if (beyond !== undefined) return { reason: reasons.beyond(letterOf(beyond)) };
  return {
    type: read.letters.length > 1 ? 'multiple' : 'single',
    options: [...options],
    answer: read.letters,
  };
}

/** The same where each choice says itself whether it is right, as in GIFT and Moodle. */
export function keyOfChoices(choices: readonly { text: string; right: boolean }[]): Key | { reason: string } {
  const letters = choices.flatMap(({ right }, i) => (right ? [i] : []));
  return keyOf({
    options: choices.map(({ text }) => text),
    value: letters.length > 0 ? { letters, right: null, written: '' } : null,
    written: '',
    section: null,
  });
}

const judgeKey = (right: boolean): Key => ({
  type: 'judge',
  options: [...judgeOptions],
  answer: [right ? 0 : 1],
});

function judged(value: Value | null, written: string, section: Section | null): Key | { reason: string } {
  if (!value) {
    if (written)
      return { reason: section?.kind === 'judge' ? reasons.unclearAnswer(written) : reasons.noOptions };
    return { reason: section?.kind === 'judge' ? reasons.noAnswer : reasons.noOptions };
  }
  if (value.right !== null) {
    return judgeKey(value.right);
  }
  // A and B stand for right and wrong where a section of judge items lists no options.
  const letter = value.letters?.length === 1 ? value.letters[0]! : -1;
  return section?.kind === 'judge' && (letter === 0 || letter === 1)
    ? judgeKey(letter === 0)
    : { reason: reasons.noOptions };
}

/** What keeps options from being options. */
export function problemOf(options: readonly string[]): string | null {
  if (options.length < 2) return reasons.fewOptions;
  if (options.length > 26) return reasons.manyOptions;
  const empty = options.indexOf('');
  if (empty >= 0) return reasons.emptyOption(letterOf(empty));
  const again = options.findIndex((option, i) => options.indexOf(option) < i);
  return again < 0 ? null : reasons.sameOptions(letterOf(options.indexOf(options[again]!)), letterOf(again));
}

/** Whether an option says right (true) or wrong (false); null where it says something else. */
const senseOf = (option: string): boolean | null => {
  const value = wholeValue(option);
  return value && (value.letters === null || /^[TFYN]$/.test(option)) ? value.right : null;
};

/** An answer given by an option's words. */
function spelled(options: readonly string[], written: string): Value | null {
  const plain = (text: string): string => text.normalize('NFKC').replace(/[\s。.;；]/g, '');
  const at = written ? options.findIndex((option) => plain(option) === plain(written)) : -1;
  return at < 0 ? null : { letters: [at], right: null, written };
}
