import { judge } from './judge.ts';
import { multiple } from './multiple.ts';
import type { QuestionType } from './question-type.ts';
import { single } from './single.ts';

/** Question types by the word that banks use for them. */
const questionTypes = { single, multiple, judge } satisfies Record<string, QuestionType>;

export type QuestionKind = keyof typeof questionTypes;

export const questionKinds = Object.keys(questionTypes) as [QuestionKind, ...QuestionKind[]];

export const questionType = (kind: QuestionKind): QuestionType => questionTypes[kind];
