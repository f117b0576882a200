import { stringify } from 'yaml';
import type { Item } from './bank-file.ts';

/** An item with or without what only banks of ours always have. */
export type WrittenItem = Pick<Item, 'id' | 'type' | 'stem' | 'options' | 'answer'> &
  Partial<Pick<Item, 'book' | 'article' | 'difficulty' | 'explanation'>>;

export interface BankHead {
  bank: string;
  title: string;
  asOf: string;
  /** The file an imported bank was read from. */
  source?: string | undefined;
}

/** A bank in the project's own format (bank-file.ts). */
export function bankYaml({ source, ...head }: BankHead, items: readonly WrittenItem[]): string {
  const written = items.map(
    ({ id, type, book, article, difficulty, stem, options, answer, explanation }) => ({
      id,
      type,
      ...(book && { book }),
      ...(article && { article }),
      ...(difficulty && { difficulty }),
      stem,
      options,
      answer,
      ...(explanation && { explanation }),
    }),
  );
  return stringify({ ...head, ...(source !== undefined && { source }), items: written }, { lineWidth: 110 });
}
