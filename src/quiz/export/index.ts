import type { BankWriter } from './bank-writer.ts';
import { gift } from './gift.ts';
import { moodle } from './moodle.ts';
import { xlsx } from './xlsx.ts';
import { yaml } from './yaml.ts';

export const bankWriters: readonly BankWriter[] = [xlsx, gift, moodle, yaml];
