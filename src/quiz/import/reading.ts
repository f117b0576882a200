import type { Item } from '../bank-file.ts';

/** An item as a file gives it. What banks from elsewhere lack is undefined. */
export interface ImportedItem
  extends Pick<Item, 'type' | 'stem' | 'options' | 'answer'>,
    Partial<Pick<Item, 'id' | 'book' | 'article' | 'difficulty' | 'explanation'>> {
  /** Every line of the file that went into it, the first one first. */
  lines: number[];
}

/** Lines that gave no item, and why, in words for the bank's editor. */
export interface Rejected {
  lines: number[];
  reason: string;
  /** How the first of them reads. */
  text: string;
}

/**
 * A file read as questions. Lines count from 1: lines of text, paragraphs of a docx, rows of a sheet.
 * Every line that is not blank stands in exactly one of the three.
 */
export interface Reading {
  items: ImportedItem[];
  rejected: Rejected[];
  /** Lines that were understood and ask nothing: titles, section headings, instructions, page numbers. */
  headings: number[];
}

export const emptyReading = (): Reading => ({ items: [], rejected: [], headings: [] });

export function joinReadings(readings: readonly Reading[]): Reading {
  return {
    items: readings.flatMap(({ items }) => items),
    rejected: readings.flatMap(({ rejected }) => rejected),
    headings: readings.flatMap(({ headings }) => headings),
  };
}
