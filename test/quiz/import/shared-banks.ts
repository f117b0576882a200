import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';
import { readAny } from '../../../src/quiz/import/readers/index.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/samples/question-banks');

/** A suite over the sample banks, which a stranger's clone does not have: it says so and is skipped. */
export function describeWithBanks(name: string, suite: () => void): void {
  if (existsSync(folder)) describe(name, suite);
  else {
    process.stderr.write(`skipped: ${name}: ${folder} is not there\n`);
    describe.skip(name, suite);
  }
}

export const readSample = (name: string) => readAny(name, readFileSync(join(folder, name)));
