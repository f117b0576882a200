import { type Finding, type Placed, placeOf } from './finding.ts';

/** Stems this much alike are most likely the same question with another name or figure. */
const nearlySame = 0.85;

/** Items that ask again what an item before them asks: the same words, or character bigrams nearly the same. */
export function findDuplicates(items: readonly Placed[]): Finding[] {
  const seen: { each: Placed; stem: string; grams: Set<string> }[] = [];
  const findings: Finding[] = [];
  for (const each of items) {
    const stem = normalised(each.item.stem);
    const grams = bigrams(stem);
    for (const other of seen) {
      const likeness = stem === other.stem ? 1 : jaccard(grams, other.grams);
      if (likeness < nearlySame) continue;
      const where = `${other.each.item.id} (${other.each.file}:${other.each.line})`;
      const same = stem === other.stem;
      findings.push({
        severity: same ? 'error' : 'warning',
        rule: 'duplicate',
        ...placeOf(each),
        message: same
          ? `asks the same as ${where}`
          : `asks nearly the same (${likeness.toFixed(2)}) as ${where}`,
      });
    }
    seen.push({ each, stem, grams });
  }
  return findings;
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
