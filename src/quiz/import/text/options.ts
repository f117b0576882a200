/** A letter that may begin an option, with its place in the text. */
interface Mark {
  letter: number;
  at: number;
  /** Where the option's words begin. */
  end: number;
  separator: string;
  /** First on its line or in its cell. */
  starts: boolean;
  spaced: boolean;
}

export interface Chain {
  /** Where the options begin: what stands before is the stem. */
  at: number;
  options: string[];
  /** The letter that is missing before one that is there; null where none is. */
  missing: number | null;
}

const marker =
  /(?<![A-Za-zＡ-Ｚａ-ｚ])(?:选项[^\S\n\t]*)?(?:([（([【])[^\S\n\t]*)?([A-ZＡ-Ｚa-zａ-ｚ])[^\S\n\t]*(?:([)）\]】])\s*[.、．:：,，]?|([.、．。:：,，;；·])|(?=[\n\t]|$|[^\S\n\t]+\S|[\p{Script=Han}《“]))[^\S\n]*/gu;

/** Where a first option without a point may follow its stem on the same line. */
const sentenceBefore = /[。？?）)：:]\s*$/;

/** Letters that only stand for an option at the start of a line. */
const onlyAtStart = /^[,，;；。·]?$/;

function marksOf(text: string): Mark[] {
  return [...text.matchAll(marker)].flatMap(
    ({ 0: all, 1: opened, 2: letter, 3: closed, 4: point, index }) => {
      if (opened && !closed) return [];
      const before = text.slice(0, index);
      const starts = /(?:^|[\n\t])\s*$/.test(before);
      const separator = (closed ?? point ?? '').normalize('NFKC');
      const capital = letter!.normalize('NFKC');
      const loose =
        separator === '' && (/\s$/.test(before) || (capital === 'A' && sentenceBefore.test(before)));
      if (!starts && (capital >= 'a' || (onlyAtStart.test(separator) && !loose))) return [];
      const mark = { letter: capital.toUpperCase().charCodeAt(0) - 65, at: index, end: index + all.length };
      return [{ ...mark, separator, starts, spaced: /\s$/.test(before) }];
    },
  );
}

/**
 * The options of an item: the likeliest run A, B, C … through its text. Letters at the start of a line go
 * before letters inside one, later runs before earlier ones, and no run leaves the question without words.
 * @param needed the highest letter of the answer, which the options must reach if they can
 */
export function findOptions(text: string, needed = -1): Chain | null {
  const marks = marksOf(text);
  const chains = marks
    .filter(({ letter }) => letter === 0)
    .map((first) => follow(text, first, marks, needed))
    .filter((chain) => chain.length > 1 && credible(text, chain));
  const best = chains.sort(
    (a, b) =>
      Number(b[0]!.at > 0) - Number(a[0]!.at > 0) ||
      Number(strong(b)) - Number(strong(a)) ||
      b.length - a.length ||
      starting(b) - starting(a) ||
      b[0]!.at - a[0]!.at,
  )[0];
  if (!best) return broken(text, marks);
  const options = best.map((mark, i) => text.slice(mark.end, best[i + 1]?.at ?? text.length));
  const last = best.at(-1)!;
  const beyond = marks.find(
    (mark) => mark.starts && mark.separator && mark.at > last.at && mark.letter === last.letter + 2,
  );
  return { at: best[0]!.at, options, missing: beyond ? last.letter + 1 : null };
}

const starting = (chain: readonly Mark[]): number => chain.filter(({ starts }) => starts).length;
const strong = (chain: readonly Mark[]): boolean =>
  chain.every(({ separator, starts }, i) => separator !== '' || (i === 0 && !starts && chain[1]!.starts));

function follow(text: string, first: Mark, marks: readonly Mark[], needed: number): Mark[] {
  const chain = [first];
  for (;;) {
    const current = chain.at(-1)!;
    const later = marks.filter(({ at, letter }) => at >= current.end && letter === current.letter + 1);
    const worded = later.filter(({ at }) => /[^\s\p{P}]/u.test(text.slice(current.end, at)));
    const atStart = later.find(({ starts }) => starts);
    const afterNext = marks.find(
      ({ at, letter, starts }) => starts && at >= current.end && letter === current.letter + 2,
    );
    const inside = best(
      worded.filter(({ starts, at }) => !starts && (!afterNext || at < afterNext.at)),
      current,
    );
    const restart = marks.find(({ at, letter, starts }) => starts && letter === 0 && at >= current.end);
    const sound = (mark: Mark | undefined): mark is Mark =>
      mark !== undefined && (!restart || mark.at < restart.at);
    if (sound(atStart)) chain.push(atStart);
    else if (sound(inside) && (afterNext || fitting(inside, chain, needed))) chain.push(inside);
    else return chain;
  }
}

/** Among letters inside a line: set apart by a space and written as the one before, then either, then any. */
function best(marks: readonly Mark[], current: Mark): Mark | undefined {
  const rank = ({ separator, spaced }: Mark): number =>
    Number(separator === current.separator) * 2 + Number(spaced);
  return [...marks].sort((a, b) => rank(b) - rank(a) || a.at - b.at)[0];
}

/** Whether a letter inside the last line of a run goes on with it. */
function fitting(mark: Mark, chain: readonly Mark[], needed: number): boolean {
  return (
    mark.spaced ||
    mark.letter <= needed ||
    chain.length === 1 ||
    chain.some(({ starts }) => !starts) ||
    (mark.separator === chain[0]!.separator && mark.separator !== '、')
  );
}

/** A run that begins inside a line needs a stem that ends there; letters without a point must stand apart. */
function credible(text: string, chain: readonly Mark[]): boolean {
  const first = chain[0]!;
  if (!strong(chain)) {
    const apart = chain.every(({ starts, spaced, separator }, i) => starts || spaced || separator || i === 0);
    return apart && (chain.length > 2 || (first.starts && words(text, chain)));
  }
  if (!first.starts && first.separator === '') return chain.length > 2;
  if (first.starts) return true;
  const before = text.slice(0, first.at);
  return (
    /[\s）)。？?：:，,_]$/.test(before) &&
    (first.spaced || first.separator !== '、' || /[）)？?：:]$/.test(before))
  );
}

/** Two options without a point are believed only where they are right and wrong. */
const words = (text: string, chain: readonly Mark[]): boolean =>
  /^\s*(?:正确|错误|对|错|是|否)\s*$/.test(text.slice(chain[0]!.end, chain[1]!.at));

/** An A at the start of a line whose B is not there, though a C is. */
function broken(text: string, marks: readonly Mark[]): Chain | null {
  const starts = marks.filter((mark) => mark.starts && mark.separator);
  const first = starts.find(({ letter, at }) => letter <= 1 && at > 0);
  if (
    !first ||
    !starts.some(
      ({ letter, at }) => letter === first.letter + 2 - Number(first.letter === 1) && at > first.at,
    )
  )
    return null;
  return { at: first.at, options: [text.slice(first.end)], missing: first.letter === 0 ? 1 : 0 };
}
