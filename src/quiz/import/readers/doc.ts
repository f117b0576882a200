import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BadInput } from '../../../errors.ts';
import { problems } from '../phrases.ts';
import { readText } from '../text/read-text.ts';
import type { BankReader } from './bank-reader.ts';

const extractor = join(import.meta.dirname, 'doc-text.js');
/** A bank of a thousand items takes a second and 50 MB. */
const limits = { timeout: 30_000, maxBuffer: 50 * 1024 * 1024 };
const memory = '--max-old-space-size=512';

/**
 * Word 97 documents by their text. Numbers that Word puts before paragraphs by itself are not in it. A damaged file
 * can send the extractor round in circles until memory ends, so it works in a process of its own.
 */
export const doc: BankReader = {
  format: 'doc',
  extensions: ['.doc'],
  async read(file, bytes) {
    const run = promisify(execFile)(process.execPath, [memory, extractor], limits);
    run.child.stdin?.on('error', () => {}).end(bytes);
    const { stdout } = await run.catch((cause) => {
      throw new BadInput({ file }, problems.corrupt('doc'), { cause });
    });
    return readText(stdout);
  },
};
