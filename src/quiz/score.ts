import type { Session } from './session.ts';

/** A finished session in figures. */
export interface Result {
  right: number;
  total: number;
  /** From the drawing of the paper to its last answer, milliseconds. */
  tookMs: number;
  finishedAt: number;
}

export function resultOf(session: Session & { finishedAt: number }): Result {
  return {
    right: session.items.filter(({ answer }) => answer?.right).length,
    total: session.items.length,
    tookMs: session.finishedAt - session.startedAt,
    finishedAt: session.finishedAt,
  };
}

/** Points of a hundred, rounded. */
export const pointsOf = ({ right, total }: Pick<Result, 'right' | 'total'>): number =>
  Math.round((right / total) * 100);

export const isFinished = (session: Session): session is Session & { finishedAt: number } =>
  session.finishedAt !== null;

/** Negative where `a` stands before `b`: the greater share right, then the shorter time. Equal results share a rank. */
export function compareResults(a: Result, b: Result): number {
  return b.right / b.total - a.right / a.total || a.tookMs - b.tookMs;
}

/** A person's best paper among everybody's. */
export interface Standing {
  person: string;
  best: Result;
  /** From 1. */
  rank: number;
}

/** Best papers in order, with ranks; persons with equal results share one and the next is skipped. */
export function rankPersons(best: ReadonlyMap<string, Result>): Standing[] {
  const ordered = [...best].sort(([, a], [, b]) => compareResults(a, b));
  const standings: Standing[] = [];
  for (const [i, [person, result]] of ordered.entries()) {
    const before = standings[i - 1];
    const rank = before && compareResults(before.best, result) === 0 ? before.rank : i + 1;
    standings.push({ person, best: result, rank });
  }
  return standings;
}
