import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAny } from '../../../src/quiz/import/readers/index.ts';
import { describeWithShared, folder } from '../../content/shared.ts';

const samples = 'samples/question-banks';

/** A suite over the sample banks. */
export const describeWithBanks = (name: string, suite: () => void): void =>
  describeWithShared(name, suite, samples);

export const readSample = (name: string) => readAny(name, readFileSync(join(folder, samples, name)));
