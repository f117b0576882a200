import type { Item } from '../bank-file.ts';
import { phrases } from './phrases.ts';

/** Characters of a stem that are asked: with what is said before it, well under what the bot takes for a question. */
const longestStem = 400;

/**
 * An item as a citizen would ask it: its article by name, so that it is found directly, and the stem. Options and key
 * stay out of it: the answer is the law's, not the bank's. Null for items without an article: they come from banks on
 * other law, and of 1,079 such stems on administrative law 887 were answered, six of a sample of eight from passages
 * beside the point.
 */
export const questionOf = ({ article, stem }: Pick<Item, 'article' | 'stem'>): string | null =>
  article === null ? null : phrases.question(article, [...stem].slice(0, longestStem).join(''));
