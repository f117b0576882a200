import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAction } from '../src/message/action.ts';
import type { CampaignAction } from '../src/quiz/campaign/campaign-play.ts';
import { writeOptions } from '../src/quiz/campaign/paper/attempt.ts';
import type { RuleEvent } from '../src/quiz/campaign/paper/score-event.ts';
import { randomId } from '../src/quiz/random.ts';
import { emptyData, readData } from '../src/store/data.ts';
import { readLedger } from '../src/store/ledger-file.ts';
import { openQuizStore } from '../src/store/lowdb.ts';
import { openPlay, type Press, playPaper } from './campaign/player.ts';
import { changes } from './campaign/records.ts';

/*
 * kill -9 at random instants. A child plays over the real store, and changes all else that it keeps (rosters, invites,
 * flags, reviews, reminders, rulings …); it prints each answer and each change once it is acknowledged. It is killed,
 * and the files must hold all that was printed, none twice, and open again. The next child goes on over the same files.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    /** Of the child alone: the folder to play in. */
    child: { type: 'string' },
    /** Tells the papers of one child from those of another. */
    run: { type: 'string', default: '0' },
  },
});
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const playersAtOnce = 20;
const livesAtOnce = 4;

async function play(folder: string, run: string): Promise<void> {
  const store = await openQuizStore(join(folder, 'quiz.json'));
  const campaigns = await openPlay(store.campaigns);
  const press: Press = async (person, action) => {
    const reply = await campaigns.press(person, readAction(action) as CampaignAction);
    return 'message' in reply ? reply.message : null;
  };
  print('ready');
  const changing = Array.from({ length: livesAtOnce }, async () => {
    for (;;) {
      const id = randomId(10, Math.random);
      for (const [name, { keep }] of Object.entries(changes)) {
        await keep(store, id);
        print(`change ${name} ${id}`);
      }
    }
  });
  await Promise.all([
    ...changing,
    ...Array.from({ length: playersAtOnce }, async (_, i) => {
      // Half of the players go on for ten runs, first with what the last child left open.
      const person = {
        id: i % 2 ? `telegram:old-${i}-${Math.floor(Number(run) / 10)}` : `telegram:${run}-${i}`,
        admin: false,
      };
      for (let number = 1; number <= 99; number++) {
        await playPaper(person, number, press, async (key) => {
          const [attempt, n] = key.split(':') as [string, string];
          const asked = (await store.campaigns.attempt(attempt))!.items[Number(n)]!;
          print(`answer ${key} ${writeOptions(asked.picked)}`);
        });
      }
    }),
  ]);
}

async function killRepeatedly(times: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingbai-kill-'));
  const acknowledged = new Map<string, string>();
  const changed: Changed[] = [];
  let inPlay = 0;
  let torn = 0;
  try {
    for (let run = 0; run < times; run++) {
      const printed = await killOne(folder, run);
      if (printed.includes('ready\n')) inPlay += 1;
      for (const [, key, picked] of printed.matchAll(/^answer (\S+) (\S+)$/gm))
        acknowledged.set(key!, picked!);
      for (const [, name, id] of printed.matchAll(/^change (\S+) (\S+)$/gm))
        changed.push({ name: name!, id: id! });
      torn += await verify(folder, acknowledged, changed);
      // The owner is dead; its lock would be waited for until it is stale.
      await rm(join(folder, 'quiz.json.lock'), { recursive: true, force: true });
    }
    const store = await openQuizStore(join(folder, 'quiz.json'));
    await store.close();
    print(
      `${times} kills, ${inPlay} of them in play, ${torn} in the middle of a line; ${acknowledged.size} acknowledged answers and ${changed.length} other changes, none lost, none doubled, files readable after each`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts a child and kills it at a random instant, also while it opens the store; gives what it printed. */
async function killOne(folder: string, run: number): Promise<string> {
  const args = ['--import', 'tsx', import.meta.filename, '--child', folder, '--run', String(run)];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  const ended = once(child, 'close');
  // One in eight is killed while starting; the others from the moment they are ready.
  if (run % 8 > 0) {
    while (!printed.includes('ready\n') && child.exitCode === null) await delay(5);
  }
  await delay(Math.random() * 600);
  if (child.exitCode !== null)
    throw new Error(`run ${run}: the child ended by itself: ${printed.slice(-500)}`);
  child.kill('SIGKILL');
  await ended;
  return printed;
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Changed {
  name: string;
  id: string;
}

/**
 * Throws where something acknowledged is lost, changed or doubled, an attempt has no participant, or a file cannot be
 * read; gives 1 where a line is torn.
 */
async function verify(
  folder: string,
  acknowledged: ReadonlyMap<string, string>,
  changed: readonly Changed[],
): Promise<number> {
  const found = new Map<string, string>();
  const rules: RuleEvent[] = [];
  const begun = new Set<string>();
  const reading = await readLedger(join(folder, 'ledger.jsonl'), (event) => {
    if (event.type === 'rule') rules.push(event);
    if (event.type === 'begin') begun.add(event.participant);
    if (event.type !== 'answer') return;
    const key = `${event.attempt}:${event.n}`;
    if (found.has(key)) throw new Error(`the answer ${key} stands twice`);
    found.set(key, event.picked);
  });
  for (const [key, picked] of acknowledged) {
    if (found.get(key) !== picked) throw new Error(`the answer ${key} was ${picked}, now ${found.get(key)}`);
  }
  const json = await readFile(join(folder, 'quiz.json'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT' && acknowledged.size === 0 && changed.length === 0) return 'null';
    throw error;
  });
  const data = readData('quiz.json', JSON.parse(json)) ?? emptyData();
  for (const participant of begun)
    if (!data.participants[participant]) throw new Error(`${participant} has begun and never joined`);
  for (const { name, id } of changed) {
    const count = changes[name]!.count({ data, rules }, id);
    if (count !== 1) throw new Error(`${name} ${id} stands ${count} times`);
  }
  return reading.torn > 0 ? 1 : 0;
}

if (values.child === undefined) await killRepeatedly(Number(values.times));
else await play(values.child, values.run);
