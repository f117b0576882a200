import type { Item } from '../bank-file.ts';

/** One format to export banks to. Adding one is a new file and a line in index.ts. */
export interface BankWriter {
  format: string;
  extension: string;
  write(items: readonly Item[], head: { bank: string; title: string; asOf: string }): Promise<Uint8Array>;
}
