import type { ImportedItem } from './reading.ts';

type Extras = Partial<Pick<ImportedItem, 'id' | 'book' | 'article' | 'difficulty' | 'explanation'>>;

/** Where a table keeps what, by the index of the column. */
export interface Columns {
  stem: number;
  answer: number;
  type: number | undefined;
  options: number[];
  /** Every option in one cell. */
  all: number | undefined;
  /** Whether the options are numbered rather than lettered. */
  numbered: boolean;
  /** Whether it is a table that we exported. */
  ours: boolean;
  extras(cell: (column: number | undefined) => string): Extras;
}

/** The header of a table that we export; options go on with 选项C and so forth. */
export const ownHeader = [
  '编号',
  '题型',
  '题干',
  '答案',
  '解析',
  '编',
  '条',
  '难度',
  '选项A',
  '选项B',
] as const;

const names = {
  stem: /^(?:题干|题目|试题|问题|题|(?:题目|试题|题干|问题|考题)(?:内容|描述|题干|名称|正文)|stem|question|questiontext)$/,
  answer: /^(?:(?:正确|参考|标准|试题|题目|本题)?答案(?:内容|选项)?|正确选项|answer|key|correctanswer)$/,
  type: /^(?:题型|类型|(?:题目|试题|问题)类型|试题题型|type|questiontype)$/,
  all: /^(?:选项|备选项|备选答案|答案选项|可选项|(?:题目|试题)选项|选项内容|options|choices)$/,
  explanation: /^(?:解析|(?:答案|试题|题目|习题)解析|解析说明|说明|解释|explanation|feedback)$/,
  difficulty: /^(?:难度|难易度|难易程度|难度系数|难度等级|difficulty)$/,
  book: /^(?:编|所属编|book)$/,
  article: /^(?:条|法条|条号|民法典条号|article)$/,
  id: /^(?:编号|题目编号|试题编号|id)$/,
} as const;
const option =
  /^(?:选项|备选项|备选答案|备选|答案选项|答案|可选项|option|choice)?[（(]?([a-z]|1?[0-9])[）)]?(?:选项|项)?$/;

export function readColumns(cells: readonly string[]): Columns | null {
  const headers = cells.map((cell) =>
    cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s*:：_-]|\((?:必填|选填|可选|可不填|[^)]{3,})\)/g, ''),
  );
  const find = (name: keyof typeof names): number | undefined => {
    const at = headers.findIndex((header) => names[name].test(header));
    return at < 0 ? undefined : at;
  };
  const stem = find('stem');
  const answer = find('answer');
  if (stem === undefined || answer === undefined) return null;
  const marks = headers.map((header) => option.exec(header)?.[1]);
  const options = marks.flatMap((mark, i) => (mark === undefined ? [] : [i]));
  const [id, explanation, difficulty, book, article] = (
    ['id', 'explanation', 'difficulty', 'book', 'article'] as const
  ).map(find);
  return {
    stem,
    answer,
    type: find('type'),
    options,
    all: find('all'),
    numbered: options.length > 0 && options.every((i) => /\d/.test(marks[i]!)),
    ours: ownHeader.every((header, i) => cells[i] === header),
    extras: (cell) => ({
      ...(/^[a-z0-9-]{1,32}$/.test(cell(id)) && !/^\d+$/.test(cell(id)) ? { id: cell(id) } : {}),
      ...(cell(explanation) ? { explanation: cell(explanation) } : {}),
      ...(difficultyOf(cell(difficulty)) ?? {}),
      ...within('book', cell(book), 7),
      ...within('article', cell(article), 1260),
    }),
  };
}

const difficulties: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [/^(?:1|易|容易|简单|较易|低)$/, 1],
  [/^(?:2|中|中等|一般|适中)$/, 2],
  [/^(?:3|难|困难|较难|高)$/, 3],
];

const difficultyOf = (text: string): Pick<Extras, 'difficulty'> | null => {
  const found = difficulties.find(([pattern]) => pattern.test(text));
  return found ? { difficulty: found[1] } : null;
};

/** A whole number from 1 to `most`, under its name. */
function within<K extends 'book' | 'article'>(name: K, text: string, most: number): Extras {
  const n = Number(text);
  return text !== '' && Number.isInteger(n) && n >= 1 && n <= most ? { [name]: n } : {};
}
