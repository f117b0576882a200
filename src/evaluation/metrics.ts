/** Figures over rankings. Shapes: `ranked` best first, distinct; `relevant` non-empty. */
export interface RetrievalFigures {
  questions: number;
  recallAt1: number;
  recallAt5: number;
  recallAt10: number;
  recallAt20: number;
  mrrAt10: number;
  ndcgAt10: number;
}

export interface Judged {
  ranked: number[];
  relevant: number[];
}

/** Share of the relevant found among the first k. */
export function recall({ ranked, relevant }: Judged, k: number): number {
  const first = new Set(ranked.slice(0, k));
  return relevant.filter((id) => first.has(id)).length / relevant.length;
}

/** 1 / rank of the first relevant among the first k, else 0 (Voorhees, TREC-8 1999). */
export function reciprocalRank({ ranked, relevant }: Judged, k: number): number {
  const rank = ranked.slice(0, k).findIndex((id) => relevant.includes(id));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/** Binary gains, log2 discount (Järvelin & Kekäläinen 2002). */
export function ndcg({ ranked, relevant }: Judged, k: number): number {
  const discount = (rank: number): number => 1 / Math.log2(rank + 2);
  const gain = ranked.slice(0, k).reduce((sum, id, i) => sum + (relevant.includes(id) ? discount(i) : 0), 0);
  const ideal = relevant.slice(0, k).reduce((sum, _, i) => sum + discount(i), 0);
  return gain / ideal;
}

/** Means over all questions. */
export function retrievalFigures(judged: Judged[]): RetrievalFigures {
  const mean = (figure: (one: Judged) => number): number =>
    judged.length === 0 ? 0 : judged.reduce((sum, one) => sum + figure(one), 0) / judged.length;
  return {
    questions: judged.length,
    recallAt1: mean((one) => recall(one, 1)),
    recallAt5: mean((one) => recall(one, 5)),
    recallAt10: mean((one) => recall(one, 10)),
    recallAt20: mean((one) => recall(one, 20)),
    mrrAt10: mean((one) => reciprocalRank(one, 10)),
    ndcgAt10: mean((one) => ndcg(one, 10)),
  };
}
