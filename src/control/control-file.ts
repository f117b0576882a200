import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { BadInput, Outage, reasonOf } from '../errors.ts';

/** The version of this code, sent with every operation: two that differ do not operate on each other. */
export const version = manifest.version;
export const versionHeader = 'x-mingbai-version';

/** An operation's input in bytes, at most: a roster of some 50,000 persons. */
export const mostBytes = 8 * 1024 * 1024;

const schema = z.strictObject({
  port: z.number().int().min(1).max(65535),
  /** 256 random bits, base64url. Who can read this file may do what an admin may. */
  token: z.string().regex(/^[\w-]{43}$/),
});

/** Where the running bot of a data folder listens for operations. */
export type Control = z.infer<typeof schema>;

export const controlPath = (dataDir: string): string => join(dataDir, 'control.json');

/** Null where no bot has left one. @throws BadInput where it is malformed */
export async function readControl(dataDir: string): Promise<Control | null> {
  const file = controlPath(dataDir);
  const source = await readFile(file, 'utf8').catch((cause) => {
    if (cause.code === 'ENOENT') return null;
    throw new BadInput({ file }, 'cannot be read; run this as the user who runs the bot', { cause });
  });
  if (source === null) return null;
  const parsed = schema.safeParse(jsonOf(source));
  if (parsed.success) return parsed.data;
  throw new BadInput({ file }, 'is malformed; stop the bot if one is running, then delete this file');
}

function jsonOf(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

/** Written whole, for its owner alone. @throws Outage where it cannot be written */
export async function writeControl(dataDir: string, control: Control): Promise<void> {
  const file = controlPath(dataDir);
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(control));
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (cause) {
    throw new Outage(`${file}: cannot be written: ${reasonOf(cause)}`, { cause });
  }
}

/** Takes the file away, unless another bot has written its own meanwhile. */
export async function removeControl(dataDir: string, { token }: Control): Promise<void> {
  const left = await readControl(dataDir).catch(() => null);
  if (left?.token === token) await rm(controlPath(dataDir), { force: true });
}
