import type { WrittenItem } from '../bank-yaml.ts';
import type { ImportedItem } from './reading.ts';

/** What the ids of a bank must look like so that those of its items fit into 32 characters. */
export const bankId = /^[a-z0-9][a-z0-9-]{0,23}$/;

/**
 * Items with ids: their own where it is free, else the bank's with a number.
 * @param taken ids of every bank that is here already
 * @param book of items that name none
 */
export function withIds(
  items: readonly ImportedItem[],
  bank: string,
  taken: ReadonlySet<string>,
  book: number | undefined,
): WrittenItem[] {
  const used = new Set(taken);
  const digits = Math.max(3, String(items.length).length);
  let n = 0;
  const next = (): string => {
    const id = `${bank}-${String(++n).padStart(digits, '0')}`;
    return used.has(id) ? next() : id;
  };
  return items.map(({ lines: _, id: own, ...item }) => {
    const id = own !== undefined && !used.has(own) ? own : next();
    used.add(id);
    return { ...item, id, ...(item.book === undefined && book !== undefined && { book }) };
  });
}
