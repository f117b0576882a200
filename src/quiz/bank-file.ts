import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import { questionKinds } from './questions/index.ts';

const line = z.string().trim().min(1);

const itemSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/, 'an id is 1 to 32 characters a-z, 0-9 and -'),
  type: z.enum(questionKinds),
  book: z.number().int().min(1).max(7),
  article: z.number().int().positive(),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)], 'a difficulty is 1, 2 or 3'),
  stem: line,
  options: z.array(line).min(2).max(8),
  /** Indexes of the right options, from 0. */
  answer: z.array(z.number().int()).min(1),
  explanation: z.string().trim(),
});

/** Banks from elsewhere seldom say where in the Civil Code an item stands, how hard it is, or why the key is right. */
const importedItemSchema = itemSchema.extend({
  book: itemSchema.shape.book.nullable().default(null),
  article: itemSchema.shape.article.nullable().default(null),
  difficulty: itemSchema.shape.difficulty.default(2),
  options: z.array(line).min(2).max(26),
  explanation: itemSchema.shape.explanation.default(''),
});

const bankSchema = z.strictObject({
  bank: line,
  title: line,
  asOf: z.iso.date(),
  source: line.optional(),
  items: z.array(z.unknown()),
});

export type Item = z.infer<typeof importedItemSchema>;

/** A bank with the line on which each item begins. */
export interface BankFile {
  file: string;
  /** The name that the file gives its bank; empty where it cannot be read. */
  bank: string;
  title: string;
  /** The day whose law it asks, YYYY-MM-DD. */
  asOf: string;
  /** The file an imported bank was read from; undefined for banks of ours, of which more is asked. */
  source?: string | undefined;
  items: BankEntry[];
}

export interface BankEntry {
  item: Item;
  line: number;
  /** Where the item's last correction stands. */
  corrected?: { file: string; line: number };
}

/**
 * Reads a bank item by item: what does not fit is reported with its line, and the other items are still there.
 * @param lenient whether to ask of it only what is asked of imported banks
 * @returns also the line on which each item begins, fit or not
 */
export function readBank(
  file: string,
  source: string,
  lenient = false,
): { file: BankFile; findings: Finding[]; starts: number[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const finding = (at: number, item: string | null, message: string): Finding => ({
    severity: 'error',
    rule: 'shape',
    file,
    line: at,
    item,
    message,
  });
  const shapeless = (findings: Finding[]) => ({
    file: { file, bank: '', title: '', asOf: '', items: [] },
    findings,
    starts: [],
  });

  if (document.errors.length > 0) {
    return shapeless(
      document.errors.map((error) =>
        finding(lines.linePos(error.pos[0]).line, null, firstLine(error.message)),
      ),
    );
  }
  const bank = bankSchema.safeParse(plainOf(document));
  if (!bank.success) {
    return shapeless(
      bank.error.issues.map(({ path, message }) =>
        finding(lineOf(document, lines, path), null, at(path, message)),
      ),
    );
  }
  const { bank: name, title, asOf, source: origin } = bank.data;
  const schema = origin === undefined && !lenient ? itemSchema : importedItemSchema;
  const items: BankFile['items'] = [];
  const findings: Finding[] = [];
  bank.data.items.forEach((raw, i) => {
    const item = schema.safeParse(raw);
    if (item.success) items.push({ item: item.data, line: lineOf(document, lines, ['items', i]) });
    else {
      for (const { path, message } of item.error.issues) {
        findings.push(finding(lineOf(document, lines, ['items', i, ...path]), idOf(raw), at(path, message)));
      }
    }
  });
  const starts = bank.data.items.map((_, i) => lineOf(document, lines, ['items', i]));
  return { file: { file, bank: name, title, asOf, source: origin, items }, findings, starts };
}

/** The values of a document; null where its aliases cannot be followed. */
function plainOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

/** The line of the value at a path, or of the nearest thing above it that is there. */
export function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

const firstLine = (message: string): string => message.split('\n')[0]!;
const at = (path: readonly PropertyKey[], message: string): string =>
  path.length > 0 ? `${path.join('.')}: ${message}` : message;
const idOf = (raw: unknown): string | null => {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
};
