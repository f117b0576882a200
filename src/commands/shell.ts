import { type Config, readConfig } from '../config.ts';
import { createLog, type Log } from '../log.ts';

/** What a command needs of its surroundings. Commands log warnings only: their stdout is the answer. */
export function openShell(): { config: Config; log: Log; progress: (done: number, total: number) => void } {
  const config = readConfig(process.env);
  return { config, log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel), progress };
}

/** One line on a terminal's stderr, overwritten; nothing where stderr is a file or a pipe. */
function progress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r正在建立索引 ${done}/${total}${done >= total ? '\n' : ''}`);
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value));
