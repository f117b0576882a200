import { civilCodeReader } from './civil-code.ts';
import { guideReader } from './guide.ts';
import { proseReader } from './prose.ts';
import type { Reader } from './reader.ts';

/** The first reader that takes a file reads it; prose takes what is left. */
export const readers: readonly Reader[] = [civilCodeReader, guideReader, proseReader];
