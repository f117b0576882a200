import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHandle } from '../src/conversation/handle.ts';
import { createTurns } from '../src/conversation/turns.ts';
import { BadInput } from '../src/errors.ts';
import type { Library } from '../src/knowledge/library.ts';
import { loadBank } from '../src/quiz/bank.ts';
import { createPlay } from '../src/quiz/create-play.ts';
import { openQuizStore } from '../src/store/lowdb.ts';
import { openPlay, type Press, playPaper } from './campaign/player.ts';

/*
 * How many answers a second the contest takes: N participants, some at once, press their way through twenty items of
 * the real handlers over the real store. An answer counts once it is acknowledged, which is after it is on disk.
 */
const { values } = parseArgs({
  options: {
    participants: { type: 'string', default: '10000' },
    /** Participants at a time. */
    together: { type: 'string', default: '200' },
    least: { type: 'string', default: '300' },
  },
});
const participants = Number(values.participants);
const together = Number(values.together);
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const folder = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
const file = join(folder, 'quiz.json');
try {
  let store = await openQuizStore(file);
  const nothing = (): void => {};
  const library = {
    current: () => {
      throw new BadInput({ file: 'bench' }, 'asks nothing of the knowledge');
    },
  } as unknown as Library;
  const handle = createHandle({
    library,
    // biome-ignore lint/correctness/useYield: no question is asked
    compose: async function* () {
      throw new BadInput({ file: 'bench' }, 'asks no question');
    },
    play: createPlay({
      bank: await loadBank({ seedsDir: join(import.meta.dirname, '../seeds') }),
      store,
      campaigns: new Map(),
      articleButton: () => null,
      now: Date.now,
      random: Math.random,
    }),
    campaigns: await openPlay(store.campaigns),
    turns: createTurns(() => new Date()),
    boundness: () => Promise.reject(new BadInput({ file: 'bench' }, 'binds nothing')),
    content: { reload: () => Promise.reject(new BadInput({ file: 'bench' }, 'reloads nothing')) },
    log: {
      info: nothing,
      debug: nothing,
      warn: nothing,
      error: (...told: unknown[]) => print(JSON.stringify(told)),
    },
  });
  const press: Press = async (person, action) => {
    for await (const event of handle({ person, press: action })) {
      if (event.type === 'message') return event.message;
      if (event.type === 'toast') throw new Error(`${action}: ${event.text}`);
    }
    return null;
  };

  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (next < participants) {
        const person = { id: `telegram:${next++}`, admin: false };
        await playPaper(person, 1, press, (_, ms) => {
          took.push(ms);
        });
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await store.close();

  const reopening = performance.now();
  store = await openQuizStore(file);
  const recovered = (performance.now() - reopening) / 1000;
  const attempts = await store.campaigns.attempts('bench');
  await store.close();
  const answers = attempts.flatMap(({ items }) => items.filter(({ answer }) => answer)).length;

  const sorted = Float64Array.from(took).sort();
  const quantile = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1);
  const [json, ledger] = await Promise.all(
    [file, join(folder, 'ledger.jsonl')].map(async (path) => (await stat(path)).size),
  );
  const rate = took.length / seconds;
  print(
    `${participants} participants, ${together} at a time, ${took.length} answers in ${seconds.toFixed(1)} s`,
  );
  print(
    `answers/s ${rate.toFixed(0)}   p50 ${quantile(0.5)} ms   p99 ${quantile(0.99)} ms   most ${quantile(1)} ms`,
  );
  print(
    `bytes a participant ${Math.round((json! + ledger!) / participants)}: ledger ${Math.round(ledger! / participants)}, people ${Math.round(json! / participants)}`,
  );
  print(`opened again in ${recovered.toFixed(1)} s with ${answers} answers`);
  if (answers !== took.length || answers !== participants * 20 || rate < Number(values.least)) {
    print(`failed: ${participants * 20} answers at ${values.least}/s or more were wanted`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
