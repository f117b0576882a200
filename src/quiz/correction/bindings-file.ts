import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInput, reasonOf } from '../../errors.ts';
import type { BankFolders } from '../bank.ts';
import { changeFile } from '../change-file.ts';
import { type Bindings, bindingSchema } from './binding.ts';

const fileSchema = z.record(z.string(), bindingSchema);

/** Where the bindings of items stand: of the project's banks beside them, of imported and corrected items in DATA_DIR. */
const bindingsIn = (folder: string): string => join(folder, 'banks', 'bindings.json');

/** Those of an installation over those of the project. @throws BadInput where a file is malformed */
export async function readBindings({ seedsDir, dataDir }: BankFolders): Promise<Bindings> {
  return new Map([
    ...(await readBindingsIn(seedsDir)),
    ...(dataDir === undefined ? [] : await readBindingsIn(dataDir)),
  ]);
}

/** Those of SEEDS_DIR or of DATA_DIR alone; none where there is no file. @throws BadInput where it is malformed */
export async function readBindingsIn(folder: string): Promise<Bindings> {
  const path = bindingsIn(folder);
  const source = await readFile(path, 'utf8').catch((cause) => {
    if (cause.code === 'ENOENT') return null;
    throw new BadInput({ file: path }, 'cannot be read', { cause });
  });
  return parseBindings(path, source);
}

function parseBindings(path: string, source: string | null): Bindings {
  if (source === null) return new Map();
  const remedy = 'put it right, or delete it and bind anew with `mingbai bank bind --all`';
  let raw: unknown;
  try {
    raw = JSON.parse(source);
  } catch (cause) {
    throw new BadInput({ file: path }, `is not JSON (${reasonOf(cause)}); ${remedy}`, { cause });
  }
  const parsed = fileSchema.safeParse(raw);
  if (parsed.success) return new Map(Object.entries(parsed.data));
  const issue = parsed.error.issues[0]!;
  const id = issue.path[0] === undefined ? null : String(issue.path[0]);
  const line = source.split('\n').findIndex((text) => id !== null && text.includes(JSON.stringify(id))) + 1;
  throw new BadInput(
    { file: path, ...(line > 0 && { line }) },
    `${issue.path.join('.')}: ${issue.message}; ${remedy}`,
  );
}

/** Adds bindings to those of SEEDS_DIR or DATA_DIR. @throws BadInput where it is malformed; Outage where it cannot be written */
export async function addBindings(folder: string, added: Bindings): Promise<void> {
  const path = bindingsIn(folder);
  await changeFile(path, (before) => bindingsJson(new Map([...parseBindings(path, before), ...added])));
}

/** One line an item, in the order of their ids, so that a change is a line. */
function bindingsJson(bindings: Bindings): string {
  const lines = [...bindings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { passage, digest }]) => `  ${JSON.stringify(id)}: ${JSON.stringify({ passage, digest })}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
