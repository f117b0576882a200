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

const bankSchema = z.strictObject({
  bank: line,
  title: line,
  asOf: z.iso.date(),
  items: z.array(z.unknown()),
});

export type Item = z.infer<typeof itemSchema>;

/** A bank with the line on which each item begins. */
export interface BankFile {
  file: string;
  items: { item: Item; line: number }[];
}

/** Reads a bank item by item: what does not fit is reported with its line, and the other items are still there. */
export function readBank(file: string, source: string): { file: BankFile; findings: Finding[] } {
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
  const shapeless = (findings: Finding[]) => ({ file: { file, items: [] }, findings });

  if (document.errors.length > 0) {
    return shapeless(
      document.errors.map((error) =>
        finding(lines.linePos(error.pos[0]).line, null, firstLine(error.message)),
      ),
    );
  }
  const bank = bankSchema.safeParse(document.toJS());
  if (!bank.success) {
    return shapeless(
      bank.error.issues.map(({ path, message }) =>
        finding(lineOf(document, lines, path), null, at(path, message)),
      ),
    );
  }
  const items: BankFile['items'] = [];
  const findings: Finding[] = [];
  bank.data.items.forEach((raw, i) => {
    const item = itemSchema.safeParse(raw);
    if (item.success) items.push({ item: item.data, line: lineOf(document, lines, ['items', i]) });
    else {
      for (const { path, message } of item.error.issues) {
        findings.push(finding(lineOf(document, lines, ['items', i, ...path]), idOf(raw), at(path, message)));
      }
    }
  });
  return { file: { file, items }, findings };
}

/** The line of the value at a path, or of the nearest thing above it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
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
