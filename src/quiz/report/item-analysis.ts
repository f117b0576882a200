/**
 * One item on one paper: points of a maximum.
 * An array of these per attempt is what analysis reads; voided items are left out by the caller.
 */
export interface Mark {
  item: string;
  points: number;
  maximum: number;
}

/**
 * Figures of an item, by the formulas of "Quiz statistics calculations", Moodle documentation for developers
 * (docs.moodle.org/dev/Quiz_statistics_calculations). All but `answers` are null where they are not defined.
 */
export interface ItemFigures {
  item: string;
  /** Papers on which it stood. */
  answers: number;
  /** Facility index F = mean mark / maximum mark, 0 to 1. */
  facility: number | null;
  /** Standard deviation of the share of the mark, with N − 1. */
  deviation: number | null;
  /**
   * Discrimination index: correlation of the mark with the mark of the rest of the paper, −1 to 1. For items that are
   * right or wrong this is the corrected point-biserial correlation.
   */
  discrimination: number | null;
  /** Discriminative efficiency: that covariance over the greatest one these marks could have, at most 1. */
  efficiency: number | null;
  flags: ItemFlag[];
}

export type ItemFlag =
  | 'too-few-answers'
  | 'very-easy'
  | 'very-hard'
  | 'discriminates-badly'
  | 'favours-the-weak';

/** Correlations of fewer answers than this are mostly chance: their standard error, 1/√(N−1), is above .18. */
const enoughAnswers = 30;
/**
 * As Moodle reads its figures (docs.moodle.org/en/Quiz_statistics_report): a facility of 95 % and more is extremely
 * easy, 5 % and less extremely difficult; a discrimination below 20 % very weak, below 0 the item probably invalid.
 */
const easy = 0.95;
const hard = 0.05;
const badly = 0.2;

/** @param papers the marks of each attempt that counts, one attempt a person */
export function analyseItems(papers: readonly (readonly Mark[])[]): ItemFigures[] {
  const pairs = new Map<string, { x: number[]; rest: number[] }>();
  for (const paper of papers) {
    const shares = paper.map(({ points, maximum }) => points / maximum);
    const points = paper.reduce((sum, mark) => sum + mark.points, 0);
    const maximum = paper.reduce((sum, mark) => sum + mark.maximum, 0);
    paper.forEach((mark, i) => {
      const of = pairs.get(mark.item) ?? { x: [], rest: [] };
      pairs.set(mark.item, of);
      of.x.push(shares[i]!);
      // Papers differ between persons: the rest is taken as a share, so that papers of other points compare.
      const left = maximum - mark.maximum;
      of.rest.push(left > 0 ? (points - mark.points) / left : Number.NaN);
    });
  }
  return [...pairs]
    .map(([item, { x, rest }]) => figuresOf(item, x, rest))
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}

function figuresOf(item: string, x: readonly number[], rest: readonly number[]): ItemFigures {
  const answers = x.length;
  const facility = mean(x);
  const spread = covariance(x, x);
  const shared = covariance(x, rest);
  const most = covariance([...x].sort(ascending), [...rest].sort(ascending));
  const scale = Math.sqrt(spread * covariance(rest, rest));
  const figures = {
    item,
    answers,
    facility,
    deviation: defined(Math.sqrt(spread)),
    discrimination: defined(shared / scale),
    efficiency: defined(shared / most),
  };
  return { ...figures, flags: flagsOf(figures) };
}

function flagsOf({ answers, facility, discrimination }: Omit<ItemFigures, 'flags'>): ItemFlag[] {
  if (answers < enoughAnswers) return ['too-few-answers'];
  const extreme: ItemFlag[] =
    facility === null ? [] : facility >= easy ? ['very-easy'] : facility <= hard ? ['very-hard'] : [];
  if (discrimination === null || discrimination >= badly) return extreme;
  if (discrimination < 0) return [...extreme, 'favours-the-weak'];
  // What nearly all have right, or wrong, cannot tell them apart, however well it is written.
  return extreme.length > 0 ? extreme : ['discriminates-badly'];
}

const ascending = (a: number, b: number): number => a - b;
const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
/** Not a number, or a division by what rounding has left of zero. */
const defined = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Sample covariance, with N − 1; exactly 0 where one of the two does not vary. */
function covariance(x: readonly number[], y: readonly number[]): number {
  if (x.every((value) => value === x[0]) || y.every((value) => value === y[0]))
    return x.length > 1 ? 0 : Number.NaN;
  const [meanX, meanY] = [mean(x), mean(y)];
  return x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0) / (x.length - 1);
}
