import { reasons } from '../phrases.ts';
import type { ImportedItem, Rejected } from '../reading.ts';
import type { Draft } from './draft.ts';
import { takeInline } from './inline-answer.ts';
import { tidy } from './join.ts';
import { keyOf } from './key.ts';
import { findOptions } from './options.ts';
import { partsOf } from './parts.ts';
import { takeTag } from './section.ts';
import { sameValue, type Value, wholeValue } from './value.ts';

const score = '[（(【\\[]\\s*(?:本题|共|每题)?\\s*\\d+(?:\\.\\d+)?\\s*分\\s*[）)】\\]]';
const scores = new RegExp(`^\\s*${score}\\s*|\\s*${score}\\s*$`, 'g');

const numberAfterTag = /^\s*\d{1,4}\s*[.．、)）](?!\d)\s*/;
/** What forms print before the question and before its options. */
const labels = /^\s*(?:题目|题干|试题|问题)\s*[:：]\s*|\s*(?:备?选项|选择项)\s*[:：]\s*$/g;

/** Options without the semicolons that part them; where the last ends a sentence they are a printed list and stay. */
const apart = (options: readonly string[]): readonly string[] => {
  const parted = options.slice(0, -1).every((option) => /[;；]\s*$/.test(option));
  return parted && !/[。.]\s*$/.test(options.at(-1) ?? '')
    ? options.map((option) => option.replace(/[;；]\s*$/, ''))
    : options;
};

/** The item of a draft, or why there is none. */
export function itemOf(draft: Draft): { item: ImportedItem } | { rejected: Rejected } {
  const lines = [
    ...new Set([
      ...draft.factLines,
      ...draft.tokens.map(({ line }) => line),
      ...(draft.given ? [draft.given.line] : []),
    ]),
  ];
  const text = draft.tokens[0]?.text ?? '';
  const refuse = (reason: string) => ({ rejected: { lines, reason, text } });
  const { body, answers, explanation } = partsOf(draft.tokens);

  const values = answers.flatMap(({ value }) => (value ? [value] : []));
  const other = values.find((value) => !sameValue(value, values[0]!));
  if (other) return refuse(reasons.twoAnswers(values[0]!.written, other.written));
  let known: Value | null = values[0] ?? draft.given?.value ?? null;
  const chain = findOptions(body, Math.max(-1, ...(known?.letters ?? [])));
  let options = apart(chain?.options ?? []).map(tidy);
  const tagged = takeTag(tidy(chain ? body.slice(0, chain.at) : body).replace(scores, ''));
  const section = tagged.section ?? draft.section;
  const asked = tagged.section ? tagged.text.replace(numberAfterTag, '') : tagged.text;
  let stem = asked.replace(labels, '').replace(scores, '').trim();

  // The last cell of a row may be the answer alone.
  const cells = (chain ? chain.options.at(-1)! : body)
    .split(/[\t\n]/)
    .map((cell) => cell.trim())
    .filter(Boolean);
  const bare = cells.length > 1 ? wholeValue(cells.at(-1)!) : null;
  if (!known && bare) {
    known = bare;
    const rest = tidy(cells.slice(0, -1).join('\n'));
    if (chain) options = [...options.slice(0, -1), rest];
    else stem = takeTag(rest).text.replace(scores, '').trim();
  }
  const fits = (value: Value): boolean =>
    options.length > 0 && !(options.length === 2 && value.right !== null)
      ? (value.letters ?? [options.length]).every((letter) => letter < options.length)
      : value.right !== null &&
        (value.letters === null || known !== null || section?.kind === 'judge' || value.written.length === 1);
  const inline = takeInline(stem, fits, known);
  stem = inline.stem;
  const closing = known || inline.value ? null : closingValue(options.at(-1) ?? '');
  if (closing && fits(closing.value)) {
    known = closing.value;
    options = [...options.slice(0, -1), closing.before];
  }
  const unread = answers.find(({ value }) => value === null);
  if (section?.kind === 'other' && options.length === 0) return refuse(reasons.unsupported(section.word));
  if (!stem) return refuse(reasons.noStem);
  if (/［图］/.test(stem + options.join())) return refuse(reasons.picture);
  if (chain && chain.missing !== null) return refuse(reasons.gap(String.fromCharCode(65 + chain.missing)));
  const key = keyOf({ options, value: known ?? inline.value, written: unread?.written ?? '', section });
  if ('reason' in key) return refuse(key.reason);
  return {
    item: {
      type: key.type,
      stem: draft.facts ? `${draft.facts}\n${stem}` : stem,
      options: key.options,
      answer: key.answer,
      ...withExplanation([explanation, draft.given?.explanation ?? '']),
      lines,
    },
  };
}

/** An answer in brackets behind the last option: D.居委会 【B】. */
function closingValue(option: string): { before: string; value: Value } | null {
  const [, before, written] = /^(.*\S)\s*[【（([［]\s*([^【（([［]+?)\s*[】）)\]］]$/s.exec(option) ?? [];
  const value = written === undefined ? null : wholeValue(written);
  return value && before !== undefined ? { before, value } : null;
}

const withExplanation = (parts: readonly string[]): { explanation?: string } => {
  const explanation = parts.map(tidy).filter(Boolean).join('\n');
  return explanation ? { explanation } : {};
};
