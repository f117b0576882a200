import { z } from 'zod';
import type { BankFile, Item } from '../bank-file.ts';
import { bookOfArticle } from '../books.ts';
import type { Finding } from '../finding.ts';
import { readLetters } from '../letters.ts';

const words = z.string().trim().min(1);

/** Written over an item. The number of options stays: running papers have drawn their order. */
const changesSchema = z.strictObject({
  /** The right options in the order of the bank, as AC. */
  key: z
    .string()
    .regex(/^[A-Z]+$/, 'a key is capital letters, as AC')
    .optional(),
  stem: words.optional(),
  /** New words by letter. */
  options: z
    .record(z.string().regex(/^[A-Z]$/, 'an option is named by one capital letter'), words)
    .optional(),
  explanation: words.optional(),
  /** The book goes with it. */
  article: z
    .number()
    .int()
    .refine((article) => bookOfArticle(article) !== undefined, 'no book of the Civil Code has this article')
    .optional(),
  /** The item is not drawn any more. */
  withdraw: z.literal(true).optional(),
});

export type Changes = z.infer<typeof changesSchema>;

const parts = Object.keys(changesSchema.shape) as (keyof Changes)[];

/** What an admin has changed of an item: a part of DATA_DIR/corrections.yaml. */
export const correctionSchema = z
  .strictObject({
    item: z.string().regex(/^[a-z0-9-]{1,32}$/, 'an id is 1 to 32 characters a-z, 0-9 and -'),
    at: z.iso.datetime({ offset: true }),
    by: words,
    reason: words,
    ...changesSchema.shape,
  })
  .refine(
    (correction) => parts.some((part) => correction[part] !== undefined),
    `changes nothing: give one of ${parts.join(', ')}`,
  );

export type Correction = z.infer<typeof correctionSchema>;

/** A correction with its place. */
export interface PlacedCorrection {
  file: string;
  line: number;
  correction: Correction;
}

/**
 * Banks with corrections over them, later ones over earlier ones. A corrected item stands where its last correction
 * does, so that what is wrong with it is reported there.
 */
export function applyCorrections(
  files: readonly BankFile[],
  corrections: readonly PlacedCorrection[],
): { files: BankFile[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const corrected = files.map((file) => ({
    ...file,
    items: file.items.flatMap((each) => {
      const own = corrections.filter(({ correction }) => correction.item === each.item.id);
      if (own.some(({ correction }) => correction.withdraw)) return [];
      let { item, corrected } = each;
      for (const { correction, file, line } of own) {
        for (const letter of beyond(item, correction))
          findings.push(finding('error', { correction, file, line }, `it has no option ${letter}`));
        item = correctItem(item, correction);
        corrected = { file, line };
      }
      return [{ ...each, item, ...(corrected && { corrected }) }];
    }),
  }));
  const known = new Set(files.flatMap(({ items }) => items.map(({ item }) => item.id)));
  const unknown = corrections.filter(({ correction }) => !known.has(correction.item));
  const message = 'corrects an item that no bank holds';
  return {
    files: corrected,
    findings: [...findings, ...unknown.map((placed) => finding('warning', placed, message))],
  };
}

/** The item with the changes in it, fit for play or not. */
function correctItem(item: Item, { key, stem, options = {}, explanation, article }: Changes): Item {
  return {
    ...item,
    ...(key !== undefined && { answer: readLetters(key) }),
    ...(stem !== undefined && { stem }),
    options: item.options.map((option, i) => options[String.fromCharCode(65 + i)] ?? option),
    ...(explanation !== undefined && { explanation }),
    ...(article !== undefined && { article, book: bookOfArticle(article)! }),
  };
}

const beyond = (item: Item, { options = {} }: Changes): string[] =>
  Object.keys(options).filter((letter) => readLetters(letter)[0]! >= item.options.length);

const finding = (
  severity: Finding['severity'],
  { file, line, correction }: PlacedCorrection,
  message: string,
): Finding => ({ severity, rule: 'correction', file, line, item: correction.item, message });
