import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { run } from '../../src/commands/run.ts';

const root = resolve(import.meta.dirname, '../..');

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

type Settings = Record<string, string>;
const environment = (settings: Settings) => ({ ...process.env, LOG_LEVEL: 'silent', ...settings });

let before: Promise<unknown> = Promise.resolve();

/**
 * Runs the real command line with these settings in this process, one after another, in the folder CWD where it is
 * given. What only a process shows (that it ends, what it logs) is for `mingbaiProcess`.
 */
export function mingbai(settings: Settings, ...args: string[]): Promise<Ended> {
  const mine = before.then(() => here(settings, args));
  before = mine.catch(() => {});
  return mine;
}

async function here({ CWD, ...settings }: Settings, args: readonly string[]): Promise<Ended> {
  const { env, stdout, stderr } = process;
  const kept = { cwd: process.cwd(), out: stdout.write, err: stderr.write };
  const printed = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof printed) => (words: string | Uint8Array) => {
    printed[stream] += typeof words === 'string' ? words : Buffer.from(words).toString();
    return true;
  };
  process.env = environment(settings);
  process.exitCode = undefined;
  stdout.write = into('stdout');
  stderr.write = into('stderr');
  if (CWD) process.chdir(CWD);
  try {
    await run(args);
    return { code: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.env = env;
    process.exitCode = undefined;
    stdout.write = kept.out;
    stderr.write = kept.err;
    process.chdir(kept.cwd);
  }
}

/** Runs the real command line in a process of its own, with nobody at its terminal. */
export function mingbaiProcess(settings: Settings, ...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(root, 'bin/mingbai.js'), ...args],
      { env: environment(settings) },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.end();
  });
}
