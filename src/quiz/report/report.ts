import { disclose } from './disclosure.ts';
import { type GroupReport, groupReports } from './groups.ts';
import { type Hints, hintsOf } from './hints.ts';
import { type ItemReport, itemReports } from './items.ts';
import type { Material, Taker } from './material.ts';
import { type NonParticipant, nonParticipants } from './progress.ts';
import { type Summary, summaryOf } from './summary.ts';
import { type ChapterOf, type Cut, type WeakPoint, weakPoints } from './weak-points.ts';

/** All figures of a campaign. */
export interface Report {
  /** To be passed on: tells of no single person, and of no unit that is not shown. Else it is the organiser’s own. */
  open: boolean;
  material: Material;
  summary: Summary;
  units: GroupReport[];
  districts: GroupReport[];
  /** Those with a result, by rank. */
  persons: Taker[];
  absent: NonParticipant[];
  items: ItemReport[];
  weak: Record<Cut, WeakPoint[]>;
  hints: Hints;
}

/** @param chapterOf names the chapter of an article of the Civil Code */
export function reportOf(material: Material, chapterOf: ChapterOf, open: boolean): Report {
  const disclosure = disclose(material, open);
  const weak = (cut: Cut): WeakPoint[] => weakPoints(material, disclosure, cut, chapterOf);
  return {
    open,
    material,
    summary: summaryOf(material, disclosure),
    ...groupReports(material, disclosure),
    persons: material.takers
      .filter(({ standing }) => standing)
      .sort((a, b) => a.standing!.rank - b.standing!.rank),
    absent: nonParticipants(material),
    items: itemReports(material, disclosure),
    weak: {
      book: weak('book'),
      chapter: weak('chapter'),
      type: weak('type'),
      difficulty: weak('difficulty'),
    },
    hints: hintsOf(material),
  };
}
