import type { ImportedItem } from './reading.ts';

type Tagged = Partial<Pick<ImportedItem, 'id' | 'book' | 'article' | 'difficulty'>>;

const tag = /\[(id|tag):((?:\\.|[^\]\\])*)\]/g;
const known = /^(book|article|difficulty)-(\d{1,4})$/;

/** What Moodle has no field for goes with an item as tags: book-5, article-1047, difficulty-2. */
export const tagNames = ({
  book,
  article,
  difficulty,
}: { [K in 'book' | 'article' | 'difficulty']?: number | null }): string[] =>
  Object.entries({ book, article, difficulty }).flatMap(([name, n]) => (n ? [`${name}-${n}`] : []));

export function readTags(names: readonly string[]): Tagged {
  const tagged: Tagged = {};
  for (const name of names) {
    const [, key, digits] = known.exec(name) ?? [];
    const n = Number(digits);
    if (key === 'book' && n >= 1 && n <= 7) tagged.book = n;
    if (key === 'article' && n >= 1) tagged.article = n;
    if (key === 'difficulty' && (n === 1 || n === 2 || n === 3)) tagged.difficulty = n;
  }
  return tagged;
}

/** Id and tags of a GIFT comment: [id:cc5-001] [tag:book-5]. */
export function tagsOf(remark: string): Tagged {
  const found = [...remark.matchAll(tag)];
  const id = found.find(([, kind, value]) => kind === 'id' && /^[a-z0-9-]{1,32}$/.test(value!))?.[2];
  return {
    ...readTags(found.flatMap(([, kind, value]) => (kind === 'tag' ? [value!] : []))),
    ...(id ? { id } : {}),
  };
}
