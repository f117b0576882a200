import type { Item } from './bank-file.ts';

/** Something about a bank that its editor should know. */
export interface Finding {
  /** Errors keep a bank out of play or make it misleading; warnings are for the editor's judgement, infos to know. */
  severity: 'error' | 'warning' | 'info';
  rule:
    | 'shape'
    | 'id'
    | 'type'
    | 'key'
    | 'options'
    | 'explanation'
    | 'article'
    | 'duplicate'
    | 'balance'
    | 'correction'
    | 'binding'
    | 'stale';
  file: string;
  line: number;
  /** Null where it is about the file. */
  item: string | null;
  message: string;
}

/** An item with its place. */
export interface Placed {
  file: string;
  /** Where an imported bank came from. */
  source?: string | undefined;
  line: number;
  item: Item;
}

/** Where a finding points. */
export const placeOf = ({ file, line, item }: Placed): Pick<Finding, 'file' | 'line' | 'item'> => ({
  file,
  line,
  item: item.id,
});
