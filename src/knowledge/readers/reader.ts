import type { Passage } from '../passage.ts';

/** Turns one kind of document into passages. Adding a kind is a new file and a line in index.ts. */
export interface Reader {
  name: string;
  /** Whether it reads the file at this path, relative to the knowledge folder, with forward slashes. */
  reads(path: string): boolean;
  /** @throws BadInput naming the file and line. */
  read(path: string, source: string): Passage[];
}
