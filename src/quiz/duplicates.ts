import type { Item } from './bank-file.ts';
import { type Finding, type Placed, placeOf } from './finding.ts';

/** Stems this much alike are most likely the same question with another name or figure. */
export const nearlySame = 0.85;

/** Items that ask again what an item before them asks: the same words, or character bigrams nearly the same. */
export function findDuplicates(items: readonly Placed[]): Finding[] {
  const seen: { each: Placed; sketch: Sketch }[] = [];
  const findings: Finding[] = [];
  for (const each of items) {
    // “下列说法正确的是” asks anew with every set of options: in banks from elsewhere they count, too.
    const sketch = sketchOf(each.source === undefined ? each.item.stem : questionOf(each.item));
    for (const other of seen) {
      const alike = likeness(sketch, other.sketch);
      if (alike < nearlySame) continue;
      const where = `${other.each.item.id} (${other.each.file}:${other.each.line})`;
      const same = sketch.plain === other.sketch.plain;
      findings.push({
        severity: same ? 'error' : 'warning',
        rule: 'duplicate',
        ...placeOf(each),
        message: same
          ? `asks the same as ${where}`
          : `asks nearly the same (${alike.toFixed(2)}) as ${where}`,
      });
    }
    seen.push({ each, sketch });
  }
  return findings;
}

/** All that an item asks: its stem with its options in any order. */
export const questionOf = ({ stem, options }: Pick<Item, 'stem' | 'options'>): string =>
  [stem, ...[...options].sort()].join('\n');

/** How a text is compared with others. */
export interface Sketch {
  plain: string;
  grams: ReadonlySet<string>;
}

export function sketchOf(text: string): Sketch {
  const plain = normalised(text);
  return { plain, grams: bigrams(plain) };
}

/** 1 for the same letters and digits, else the share of character bigrams that two texts have in common. */
export function likeness(a: Sketch, b: Sketch): number {
  if (a.plain === b.plain) return 1;
  const [fewer, more] = [a.grams.size, b.grams.size].sort((x, y) => x - y) as [number, number];
  return fewer < more * nearlySame ? 0 : jaccard(a.grams, b.grams);
}

/** Letters and digits only: spaces, punctuation and width make no other question. */
const normalised = (stem: string): string =>
  stem
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function bigrams(text: string): Set<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character));
}

/** Shared members over all members (P. Jaccard, 1912), 0 where both are empty. */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
