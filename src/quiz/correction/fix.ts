import { isDeepStrictEqual } from 'node:util';
import { BadInput } from '../../errors.ts';
import { checkBanks } from '../bank-check.ts';
import type { BankFile, Item } from '../bank-file.ts';
import { writeLetters } from '../letters.ts';
import { applyCorrections, type Correction } from './correction.ts';

/** Banks as a correction would leave them, and what it does to its item. */
export interface Fix {
  files: BankFile[];
  before: Item;
  /** Null where it is withdrawn. */
  after: Item | null;
}

/**
 * @param files banks with all earlier corrections over them
 * @throws BadInput where no bank holds the item, nothing would change, or it would be unfit for play
 */
export function fixOf(files: readonly BankFile[], correction: Correction): Fix {
  const place = { file: `item ${correction.item}` };
  const itemIn = (banks: readonly BankFile[]): Item | undefined =>
    banks.flatMap(({ items }) => items).find(({ item }) => item.id === correction.item)?.item;
  const before = itemIn(files);
  if (!before) throw new BadInput(place, 'no bank holds it, or it has been withdrawn');
  const applied = applyCorrections(files, [{ ...place, line: 1, correction }]);
  const after = itemIn(applied.files) ?? null;
  const unfit = [...applied.findings, ...checkBanks(applied.files, new Set())].find(
    ({ severity, item }) => severity === 'error' && item === correction.item,
  );
  if (unfit) throw new BadInput(place, unfit.message);
  if (isDeepStrictEqual(before, after)) throw new BadInput(place, 'stands so already; nothing would change');
  return { files: applied.files, before, after };
}

/** What answers that were given before the fix are to count as. */
export type Regrading =
  /** A key as letters, or null to void the item. */
  | { due: 'yes'; key: string | null }
  /** What was asked has changed: void it where the old words misled. */
  | { due: 'perhaps' }
  | { due: 'no' };

export function regradingOf({ before, after }: Pick<Fix, 'before' | 'after'>): Regrading {
  if (!after) return { due: 'yes', key: null };
  if (!isDeepStrictEqual(before.answer, after.answer)) return { due: 'yes', key: writeLetters(after.answer) };
  const reworded = before.stem !== after.stem || !isDeepStrictEqual(before.options, after.options);
  return { due: reworded ? 'perhaps' : 'no' };
}
