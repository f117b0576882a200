export interface KeywordMatch {
  /** BM25 of each document; 0 where no gram is shared. */
  scores: Float32Array;
  /** Share of the query's information (idf) that each document holds, 0…1. */
  covered: Float32Array;
  /** Share of the query's information that any document holds, 0…1. */
  known: number;
}

export type KeywordIndex = (query: string) => KeywordMatch;

interface Postings {
  documents: number[];
  frequencies: number[];
}

/** Character uni- and bigrams of Chinese runs; whole words of Latin letters and digits. */
export function grams(text: string): string[] {
  const out: string[] = [];
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{Script=Han}]+|[a-z0-9.%]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) {
      out.push(run);
      continue;
    }
    let previous = '';
    for (const c of run) {
      out.push(c);
      if (previous) out.push(previous + c);
      previous = c;
    }
  }
  return out;
}

const k1 = 1.2;
const b = 0.75;

/**
 * Okapi BM25 (Robertson & Zaragoza 2009, eq. 3.15) over character grams, with typed sums:
 * 0.7 ms a query over 1,700 passages with 24,000 questions, where minisearch took 21 ms.
 */
export function createKeywordIndex(documents: string[]): KeywordIndex {
  const postings = new Map<string, Postings>();
  const lengths = new Float32Array(documents.length);
  for (const [document, text] of documents.entries()) {
    const counts = new Map<string, number>();
    for (const gram of grams(text)) {
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
      lengths[document]! += 1;
    }
    for (const [gram, count] of counts) {
      const list = postings.get(gram) ?? { documents: [], frequencies: [] };
      list.documents.push(document);
      list.frequencies.push(count);
      postings.set(gram, list);
    }
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / documents.length || 1;
  const norms = lengths.map((length) => k1 * (1 - b + (b * length) / meanLength));
  const idf = (n: number): number => Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  return (query) => {
    const scores = new Float32Array(documents.length);
    const covered = new Float32Array(documents.length);
    let known = 0;
    let wanted = 0;
    for (const gram of new Set(grams(query))) {
      const list = postings.get(gram);
      const n = list?.documents.length ?? 0;
      const weight = idf(n);
      wanted += weight;
      if (!list) continue;
      known += weight;
      for (let i = 0; i < n; i += 1) {
        const document = list.documents[i]!;
        const frequency = list.frequencies[i]!;
        scores[document]! += (weight * frequency * (k1 + 1)) / (frequency + norms[document]!);
        covered[document]! += weight;
      }
    }
    if (wanted > 0) for (let i = 0; i < covered.length; i += 1) covered[i]! /= wanted;
    return { scores, covered, known: wanted > 0 ? known / wanted : 0 };
  };
}
