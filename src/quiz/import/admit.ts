import { likeness, nearlySame, questionOf, type Sketch, sketchOf } from '../duplicates.ts';
import type { ImportedItem } from './reading.ts';

type Asked = Pick<ImportedItem, 'type' | 'stem' | 'options' | 'answer'>;

/** An item that asks what another asks: in this file (its line) or in a bank that is here already (its id). */
export interface Repeat {
  item: ImportedItem;
  of: { line: number } | { id: string };
  /** `same` goes in once; `conflict` has another answer; `near` goes in, for the editor to look at. */
  kind: 'same' | 'conflict' | 'near';
  /** From 0 to 1. */
  likeness: number;
}

/** The items that may go live, with those that repeat one before them or one that is here already. */
export function admit(
  items: readonly ImportedItem[],
  present: readonly (Asked & { id: string })[],
): { admitted: ImportedItem[]; repeats: Repeat[] } {
  const seen = present.map((item) => ({
    item: item as Asked,
    of: { id: item.id } as Repeat['of'],
    sketch: sketch(item),
  }));
  const byText = new Map(seen.map((each) => [each.sketch.plain, each]));
  const admitted: ImportedItem[] = [];
  const repeats: Repeat[] = [];
  for (const item of items) {
    const own = sketch(item);
    const twin = byText.get(own.plain);
    if (twin) {
      repeats.push({ item, of: twin.of, kind: sameKey(item, twin.item) ? 'same' : 'conflict', likeness: 1 });
      continue;
    }
    for (const other of seen) {
      const alike = likeness(own, other.sketch);
      if (alike >= nearlySame) repeats.push({ item, of: other.of, kind: 'near', likeness: alike });
    }
    const entry = { item, of: { line: item.lines[0]! }, sketch: own };
    seen.push(entry);
    byText.set(own.plain, entry);
    admitted.push(item);
  }
  return { admitted, repeats };
}

const sketch = (item: Asked): Sketch => sketchOf(questionOf(item));

const sameKey = (a: Asked, b: Asked): boolean => keyText(a) === keyText(b);
const keyText = ({ options, answer }: Asked): string =>
  answer
    .map((key) => sketchOf(options[key]!).plain)
    .sort()
    .join('\n');
