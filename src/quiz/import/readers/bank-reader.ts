import type { Reading } from '../reading.ts';

/** One format of question banks. Adding one is a new file and a line in index.ts. */
export interface BankReader {
  format: string;
  extensions: readonly string[];
  /** @throws BadInput where the file is not of this format */
  read(file: string, bytes: Uint8Array): Promise<Reading>;
}
