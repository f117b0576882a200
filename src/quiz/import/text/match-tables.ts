import { reasons } from '../phrases.ts';
import type { Rejected } from '../reading.ts';
import type { Entry } from './answer-entry.ts';
import type { AnswerTable } from './answer-table.ts';
import type { Draft } from './draft.ts';

/**
 * Gives the questions before each table the answers in it: run by run where there are as many runs of numbers
 * as of questions, else by the section's kind, else by number alone. Returns the entries that no question takes.
 */
export function matchTables(drafts: readonly Draft[], tables: readonly AnswerTable[]): Rejected[] {
  const left: Entry[] = [];
  let begin = 0;
  for (const { runs, line } of tables) {
    const before = drafts.filter((draft) => firstLine(draft) >= begin && firstLine(draft) < line);
    const scope = runsOf(before.length > 0 ? before : drafts);
    const used = new Set<Draft[]>();
    runs.forEach(({ section, entries }, i) => {
      const sameKind =
        section && scope.find((run) => !used.has(run) && run[0]!.section?.kind === section.kind);
      const run = scope.length === runs.length ? scope[i]! : (sameKind ?? scope.flat());
      used.add(run);
      const numbers = new Set(run.map(({ n }) => n));
      // Where the numbers are others altogether, as many answers as questions stand in the same order.
      const inOrder = run.length === entries.length && !entries.some(({ n }) => numbers.has(n));
      for (const [k, entry] of entries.entries()) {
        const draft = inOrder ? run[k] : run.find(({ n, given }) => n === entry.n && given === null);
        if (draft) draft.given = entry;
        else left.push(entry);
      }
    });
    begin = line;
  }
  return left.map(({ n, line }) => ({ lines: [line], reason: reasons.strayAnswer(n), text: '' }));
}

const firstLine = (draft: Draft): number => draft.tokens[0]?.line ?? 0;

/** Questions in runs of rising numbers within a section. */
function runsOf(drafts: readonly Draft[]): Draft[][] {
  const runs: Draft[][] = [];
  for (const draft of drafts) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.section === draft.section && draft.n > last.n) runs.at(-1)!.push(draft);
    else runs.push([draft]);
  }
  return runs;
}
