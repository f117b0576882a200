import { writeNumeral } from '../../knowledge/chinese-numeral.ts';
import type { Item } from '../bank-file.ts';
import { bookTitle } from '../books.ts';
import { pointsOf } from '../campaign/paper/marking.ts';
import { fewestShown } from '../campaign/standings/standings.ts';
import { type QuestionKind, questionKinds, questionType } from '../questions/index.ts';
import type { Disclosure } from './disclosure.ts';
import { askedOf } from './marks.ts';
import type { Material, Taker } from './material.ts';
import { phrases } from './phrases.ts';

/** The chapter of an article of the Civil Code in a few words; null where there is no such article. */
export type ChapterOf = (article: number) => string | null;

/** What the share of points won is broken down by. Adding one is a line in `cuts`. */
export type Cut = 'book' | 'chapter' | 'type' | 'difficulty';

/** How one kind of item went: share of the points won, 0 to 1; null where there are too few persons to tell. */
export interface WeakPoint {
  label: string;
  /** Of all, and how many persons were asked and how many answers that is. */
  share: number | null;
  persons: number;
  answers: number;
  /** By unit; only units that are shown at all. */
  units: Map<string, number | null>;
}

interface Place {
  label: string;
  /** Labels stand in this order. */
  order: number;
}

const cuts = {
  book: ({ book }) =>
    book === null
      ? { label: phrases.noBook, order: 9 }
      : { label: phrases.book(writeNumeral(book), bookTitle(book) ?? ''), order: book },
  chapter: ({ article }, chapterOf) => {
    const label = article === null ? null : chapterOf(article);
    return { label: label ?? phrases.noChapter, order: label === null ? Number.POSITIVE_INFINITY : article! };
  },
  type: ({ type }) => ({
    label: questionType(type).label,
    order: questionKinds.indexOf(type as QuestionKind),
  }),
  difficulty: ({ difficulty }) => ({ label: phrases.difficulties[difficulty], order: difficulty }),
} satisfies Record<Cut, (item: Item, chapterOf: ChapterOf) => Place>;

/** Sums of points of one kind of item in one group. */
interface Sum {
  points: number;
  maximum: number;
  answers: number;
  persons: Set<Taker>;
}

/**
 * Points won of points to win, by one cut. Items that are void or no longer in a bank are left out. The whole is taken
 * over those whom the disclosure counts; a share stands on five persons or more, of whatever group.
 */
export function weakPoints(
  material: Material,
  disclosure: Disclosure,
  cut: Cut,
  chapterOf: ChapterOf,
): WeakPoint[] {
  const { bank, rulings } = material;
  const orders = new Map<string, number>();
  const whole = new Map<string, Sum>();
  const units = new Map<string, Map<string, Sum>>([...disclosure.shown].map((unit) => [unit, new Map()]));
  const places = new Map<string, Place>();
  const placeOf = (id: string): Place | null => {
    const known = places.get(id);
    if (known) return known;
    const item = bank.item(id);
    if (!item) return null;
    const place = cuts[cut](item, chapterOf);
    places.set(id, place);
    return place;
  };
  for (const taker of disclosure.counted) {
    const own = units.get(taker.participant.unit ?? '');
    for (const asked of askedOf(taker, rulings)) {
      const place = placeOf(asked.item);
      if (!place) continue;
      const points = pointsOf(asked, rulings);
      orders.set(place.label, Math.min(place.order, orders.get(place.label) ?? Number.POSITIVE_INFINITY));
      add(whole, place.label, points, asked.points, taker);
      if (own) add(own, place.label, points, asked.points, taker);
    }
  }
  return [...whole]
    .sort(([a], [b]) => compare(orders.get(a)!, orders.get(b)!))
    .map(([label, sum]) => ({
      label,
      share: shareOf(sum),
      persons: sum.persons.size,
      answers: sum.answers,
      units: new Map([...units].map(([unit, sums]) => [unit, shareOf(sums.get(label))])),
    }));
}

function add(sums: Map<string, Sum>, label: string, points: number, maximum: number, taker: Taker): void {
  const sum = sums.get(label) ?? { points: 0, maximum: 0, answers: 0, persons: new Set() };
  sums.set(label, sum);
  sum.points += points;
  sum.maximum += maximum;
  sum.answers += 1;
  sum.persons.add(taker);
}

const shareOf = (sum: Sum | undefined): number | null =>
  sum && sum.persons.size >= fewestShown ? sum.points / sum.maximum : null;

/** As for the figures of items: a share of fewer answers says little. */
const enoughAnswers = 30;

/** The weakest first, of those with enough answers. */
export const weakest = (points: readonly WeakPoint[], most: number): (WeakPoint & { share: number })[] =>
  points
    .filter(
      (point): point is WeakPoint & { share: number } =>
        point.share !== null && point.answers >= enoughAnswers,
    )
    .sort((a, b) => a.share - b.share)
    .slice(0, most);

/** Two infinities are equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);
