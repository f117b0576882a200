import { type Campaign, maximumOf } from '../campaign.ts';
import type { Attempt } from '../paper/attempt.ts';
import { graceMs } from '../paper/deadline.ts';
import type { Rulings } from '../paper/marking.ts';
import { type Result, resultsOf } from '../paper/results.ts';
import type { Participant, RosterEntry } from '../people/participant.ts';
import { rankPersons } from './standings.ts';

/** A person on the sheet. */
export interface SheetRow {
  /** Null for those without a result. */
  rank: number | null;
  unit: string | null;
  /** Name, else staff number, else the participant's id. */
  person: string;
  result: Pick<Result, 'score' | 'tier' | 'passed' | 'tookMs' | 'endedAt'> | null;
}

/** 考试成绩单: what an office files of a campaign. */
export interface ResultSheet {
  campaign: Pick<Campaign, 'id' | 'title' | 'mode' | 'window' | 'passMark'>;
  maximum: number;
  madeAt: number;
  /** Nobody can hand in any more: whoever has no result was absent. */
  closed: boolean;
  /** Persons on the roster; null in open campaigns. */
  listed: number | null;
  passed: number;
  /** Null where nobody has a result. */
  scores: { average: number; highest: number; lowest: number } | null;
  /** Results by rank, then persons of the roster without one in its order. */
  rows: SheetRow[];
}

export function resultSheetOf(
  campaign: Campaign,
  {
    participants,
    roster,
    attempts,
    rulings,
  }: {
    participants: readonly Participant[];
    roster: readonly RosterEntry[];
    attempts: readonly Attempt[];
    rulings: Rulings;
  },
  now: number,
): ResultSheet {
  const known = new Map(participants.map((participant) => [participant.id, participant]));
  const entries = new Map(roster.map((entry) => [entry.id, entry]));
  const results = resultsOf(campaign, attempts, rulings, now).filter(({ participant }) =>
    known.has(participant),
  );
  const seated = new Set<string>();
  const present = rankPersons(results).map((result): SheetRow => {
    const participant = known.get(result.participant)!;
    const entry = entries.get(participant.entry ?? '');
    if (entry) seated.add(entry.id);
    const person = (entry ? nameOf(entry) : null) ?? participant.name ?? participant.id;
    return { rank: result.rank, unit: entry?.unit ?? participant.unit, person, result };
  });
  const listed = campaign.audience.kind === 'roster' ? roster : [];
  const without = listed
    .filter(({ id }) => !seated.has(id))
    .map((entry): SheetRow => ({ rank: null, unit: entry.unit, person: nameOf(entry)!, result: null }));
  const scores = results.map(({ score }) => score);
  return {
    campaign,
    maximum: maximumOf(campaign),
    madeAt: now,
    closed: now > campaign.window.closes + graceMs,
    listed: campaign.audience.kind === 'roster' ? roster.length : null,
    passed: results.filter(({ passed }) => passed).length,
    scores:
      scores.length === 0
        ? null
        : {
            average: scores.reduce((sum, score) => sum + score, 0) / scores.length,
            highest: scores.reduce((most, score) => Math.max(most, score)),
            lowest: scores.reduce((least, score) => Math.min(least, score)),
          },
    rows: [...present, ...without],
  };
}

const nameOf = ({ name, staffNumber }: RosterEntry): string | null =>
  name !== null && staffNumber !== null ? `${name}（${staffNumber}）` : (name ?? staffNumber);
