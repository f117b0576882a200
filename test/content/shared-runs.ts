import { termsOfArt } from './terms-of-art.ts';

/** A run this long is the statute's sentence, not ours. */
const longestRun = 13;

/** Characters of a text with terms of art as one each, without spaces and punctuation. */
function plain(text: string): string {
  let out = text;
  for (const [i, term] of termsOfArt.entries()) out = out.replaceAll(term, String.fromCharCode(0xe000 + i));
  return out.replaceAll(/[^\p{L}\p{N}\uE000-\uF8FF]/gu, '');
}

const runsOf = (text: string): string[] => {
  const characters = plain(text);
  return Array.from({ length: Math.max(0, characters.length - longestRun) }, (_, i) =>
    characters.slice(i, i + longestRun + 1),
  );
};

/** Finds runs of more than 13 characters that a text shares with any of the statutes. */
export function createRunFinder(statutes: Iterable<string>): (text: string) => string[] {
  const known = new Set<string>();
  for (const statute of statutes) for (const run of runsOf(statute)) known.add(run);
  return (text) => runsOf(text).filter((run) => known.has(run));
}
