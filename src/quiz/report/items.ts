import type { Item } from '../bank-file.ts';
import type { RuleEvent } from '../campaign/paper/score-event.ts';
import { type Choices, choicesOf } from './choices.ts';
import type { Disclosure } from './disclosure.ts';
import { analyseItems, type ItemFigures } from './item-analysis.ts';
import { marksOf } from './marks.ts';
import type { Material } from './material.ts';

/** One item that was asked. */
export interface ItemReport {
  id: string;
  /** Null where the banks no longer hold it. */
  item: Item | null;
  /** Null where it is void, or was on no paper that counts. */
  figures: ItemFigures | null;
  /** Null where it was on no paper that counts. */
  choices: Choices | null;
  options: OptionReport[];
  /** The ruling that holds. */
  ruling: RuleEvent | null;
}

export interface OptionReport {
  text: string;
  key: boolean;
  chosen: number;
  /** Of those asked who answered; null for none. */
  share: number | null;
  strong: number | null;
  weak: number | null;
  flag: OptionFlag | null;
}

export type OptionFlag =
  /** A wrong option that hardly anybody takes, so that it might as well not be there. */
  | 'idle'
  /** A wrong option that the strong choose clearly more than the weak: the key may be wrong or the words misleading. */
  | 'attracts-the-strong';

/** T. Haladyna and S. Downing 1993, How many options is enough for a multiple-choice test item?, EPM 53, 999–1010. */
const idle = 0.05;
/** As for the figures of items. */
const enoughAnswers = 30;
/** Standard errors between two shares that chance alone exceeds once in forty times (two proportions, pooled). */
const clearly = 1.96;

/** Every item asked, by id. Figures are taken over those whom the disclosure counts, as every figure of the whole. */
export function itemReports(
  { bank, takers, rulings, ruled }: Material,
  { counted }: Disclosure,
): ItemReport[] {
  const figures = new Map(
    analyseItems(counted.map((taker) => marksOf(taker, rulings))).map((each) => [each.item, each]),
  );
  const choices = choicesOf(counted);
  const asked = new Set(
    takers.flatMap(({ attempts }) => attempts.flatMap(({ items }) => items.map(({ item }) => item))),
  );
  return [...asked].sort().map((id) => {
    const item = bank.item(id) ?? null;
    const own = choices.get(id) ?? null;
    const ruling = ruled.findLast((event) => event.item === id) ?? null;
    return {
      id,
      item,
      figures: figures.get(id) ?? null,
      choices: own,
      options: item ? optionReports(item, own, rulings.get(id)) : [],
      ruling,
    };
  });
}

function optionReports(
  item: Item,
  choices: Choices | null,
  ruled: readonly number[] | null | undefined,
): OptionReport[] {
  const key = ruled ?? item.answer;
  const share = (
    of: { asked: number; chosen: readonly number[] } | null | undefined,
    option: number,
  ): number | null => (of && of.asked > 0 ? (of.chosen[option] ?? 0) / of.asked : null);
  return item.options.map((text, i) => {
    const report = {
      text,
      key: key.includes(i),
      chosen: choices?.chosen[i] ?? 0,
      share: share(choices, i),
      strong: share(choices?.strong, i),
      weak: share(choices?.weak, i),
    };
    // Of two options one is taken or the other: neither is a distractor.
    const judged = !report.key && item.options.length > 2 && choices && choices.asked >= enoughAnswers;
    return { ...report, flag: judged ? optionFlag(choices, i) : null };
  });
}

function optionFlag({ asked, chosen, strong, weak }: Choices, option: number): OptionFlag | null {
  if ((chosen[option] ?? 0) / asked < idle) return 'idle';
  const [s, w] = [strong.chosen[option] ?? 0, weak.chosen[option] ?? 0];
  const both = (s + w) / (strong.asked + weak.asked);
  const error = Math.sqrt(both * (1 - both) * (1 / strong.asked + 1 / weak.asked));
  return s / strong.asked - w / weak.asked > clearly * error ? 'attracts-the-strong' : null;
}
