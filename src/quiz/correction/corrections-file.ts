import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { BadInput } from '../../errors.ts';
import { lineOf } from '../bank-file.ts';
import { changeFile } from '../change-file.ts';
import type { Finding } from '../finding.ts';

import { type Correction, correctionSchema, type PlacedCorrection } from './correction.ts';

const header =
  ' Corrections of quiz items, over every bank; later ones over earlier ones. Written by `mingbai bank fix`;\n' +
  ' to take one back, delete it here and run `mingbai campaign reload`.';

const fileSchema = z.strictObject({ corrections: z.array(z.unknown()) });

export const correctionsIn = (dataDir: string): string => join(dataDir, 'corrections.yaml');

/** Corrections as far as they can be read, oldest first, with what cannot; none where there is no file. */
export async function readCorrections(
  path: string,
): Promise<{ corrections: PlacedCorrection[]; findings: Finding[] }> {
  return parseCorrections(basename(path), await sourceOf(path));
}

/** @returns every fault with its line */
export function parseCorrections(
  file: string,
  source: string,
): { corrections: PlacedCorrection[]; findings: Finding[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const fault = (line: number, item: string | null, message: string): Finding => ({
    severity: 'error',
    rule: 'shape',
    file,
    line,
    item,
    message,
  });
  const faults = (issues: readonly z.core.$ZodIssue[], item: string | null, above: PropertyKey[] = []) =>
    issues.map(({ path, message }) =>
      fault(lineOf(document, lines, [...above, ...path]), item, [...path.slice(0, 1), message].join(': ')),
    );
  if (document.errors.length > 0) {
    const broken = document.errors.map(({ pos, message }) =>
      fault(lines.linePos(pos[0]).line, null, message.split('\n')[0]!),
    );
    return { corrections: [], findings: broken };
  }
  const whole = fileSchema.safeParse(source.trim() === '' ? { corrections: [] } : document.toJS());
  if (!whole.success) return { corrections: [], findings: faults(whole.error.issues, null) };
  const corrections: PlacedCorrection[] = [];
  const findings = whole.data.corrections.flatMap((raw, i) => {
    const read = correctionSchema.safeParse(raw);
    if (!read.success) return faults(read.error.issues, null, ['corrections', i]);
    corrections.push({ file, line: lineOf(document, lines, ['corrections', i]), correction: read.data });
    return [];
  });
  return { corrections, findings };
}

/**
 * Adds a correction after those that are there, which stay as they are written.
 * @throws BadInput where another correction is being written; Outage where the file cannot be written
 */
export async function addCorrection(path: string, correction: Correction): Promise<void> {
  await changeFile(path, (before) => withCorrection(before ?? '', correction));
}

/** @param source a file without faults, or nothing */
export function withCorrection(source: string, correction: Correction): string {
  const document = parseDocument(source.trim() === '' ? 'corrections: []\n' : source);
  if (source.trim() === '') {
    document.commentBefore = header;
    document.setIn(['corrections'], document.createNode([]));
  }
  document.addIn(['corrections'], document.createNode(correction));
  return document.toString({ lineWidth: 110 });
}

async function sourceOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause) => {
    if (cause.code === 'ENOENT') return '';
    throw new BadInput({ file: path }, 'cannot be read; check the rights of DATA_DIR', { cause });
  });
}
