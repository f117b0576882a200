import type { BankFile } from './bank-file.ts';
import { bookOfArticle } from './books.ts';
import { findDuplicates } from './duplicates.ts';
import { type Finding, type Placed, placeOf } from './finding.ts';
import { findImbalance } from './imbalance.ts';
import { questionType } from './questions/index.ts';

const placed = (files: readonly BankFile[]): Placed[] =>
  files.flatMap(({ file, source, items }) =>
    items.map(({ item, line, corrected }) => ({ file, source, item, line, ...corrected })),
  );

/**
 * Everything that can be said about banks without knowing the law.
 * @param cards articles that the knowledge can open
 */
export function checkBanks(files: readonly BankFile[], cards: ReadonlySet<number>): Finding[] {
  const items = placed(files);
  return [
    ...checkItems(files),
    ...items.flatMap((each) => [...checkExplanation(each), ...checkArticle(each, cards)]),
    ...findDuplicates(items),
    ...files.flatMap((file) =>
      findImbalance(
        file.file,
        file.items.map(({ item }) => item),
      ),
    ),
  ];
}

/** What makes an item unfit for play: an id in use, a key out of range, the rules of its type. */
export function checkItems(files: readonly BankFile[]): Finding[] {
  const home = new Map<string, Placed>();
  return placed(files).flatMap((each) => {
    const { item } = each;
    const error = (rule: Finding['rule'], message: string): Finding => ({
      severity: 'error',
      rule,
      ...placeOf(each),
      message,
    });
    const other = home.get(item.id);
    home.set(item.id, each);
    const repeated = item.options.filter((option, i) => item.options.indexOf(option) !== i);
    const beyond = item.answer.filter((key) => key < 0 || key >= item.options.length);
    const { leastOptions, problems } = questionType(item.type);
    const least = each.source === undefined ? leastOptions : 2;
    return [
      ...(other ? [error('id', `the id stands also in ${other.file}:${other.line}`)] : []),
      ...beyond.map((key) =>
        error('key', `key ${key} is out of range: the options go from 0 to ${item.options.length - 1}`),
      ),
      ...(new Set(item.answer).size < item.answer.length ? [error('key', 'a key is given twice')] : []),
      ...repeated.map((option) => error('options', `the option 「${option}」 is given twice`)),
      ...(item.options.length < least
        ? [error('type', `a ${item.type} item needs at least ${least} options`)]
        : []),
      ...problems(item).map((problem) => error('type', problem)),
    ];
  });
}

function checkExplanation(each: Placed): Finding[] {
  if (each.item.explanation || each.source !== undefined) return [];
  return [{ severity: 'error', rule: 'explanation', ...placeOf(each), message: 'the explanation is empty' }];
}

function checkArticle(each: Placed, cards: ReadonlySet<number>): Finding[] {
  const { article, book } = each.item;
  if (article === null) return [];
  const finding = (severity: Finding['severity'], message: string): Finding[] => [
    { severity, rule: 'article', ...placeOf(each), message },
  ];
  const home = bookOfArticle(article);
  if (home === undefined)
    return finding('error', `article ${article} stands in none of the seven books of the Civil Code`);
  if (home !== book && book !== null)
    return finding('error', `article ${article} stands in book ${home}, not in book ${book}`);
  if (!cards.has(article)) return finding('warning', `the knowledge has no card for article ${article}`);
  return [];
}
