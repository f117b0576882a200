import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { BadInput } from '../errors.ts';
import { lawDigests } from '../knowledge/law-digest.ts';
import { loadPassages } from '../knowledge/load.ts';
import { type Passage, passageHeading, passageText } from '../knowledge/passage.ts';
import { readInstalled } from '../quiz/bank.ts';
import type { BankEntry, BankFile, Item } from '../quiz/bank-file.ts';
import {
  type Binding,
  type Bindings,
  type Boundness,
  bindingOf,
  boundnessOf,
} from '../quiz/correction/binding.ts';
import { addBindings, readBindings, readBindingsIn } from '../quiz/correction/bindings-file.ts';
import { writeLetters } from '../quiz/letters.ts';
import { openShell, print } from './shell.ts';

/** An item with the folder in which what is known of it is kept. */
interface Chosen {
  item: Item;
  folder: string;
}

const was: Record<Exclude<Boundness, 'fresh' | 'gone'>, string> = {
  stale: 'had changed',
  unbound: 'was not bound',
};

export function registerBankBind(bank: Command): void {
  bank
    .command('bind')
    .description('keep that items have been read against what the knowledge says now, until it changes again')
    .argument('[items...]', 'ids of items that you have read')
    .option('--all', 'every item that names an article')
    .option('--preview', 'print each item beside its passage, and bind nothing')
    .action(async (ids: string[], options: { all?: true; preview?: true }) => {
      const { config } = openShell();
      if (Boolean(options.all) === ids.length > 0)
        throw new BadInput({ file: 'bank bind' }, 'give ids of items, or --all');
      const { files } = await readInstalled(config);
      const chosen = chosenOf(files, ids, config, await readBindingsIn(config.dataDir));
      const passages = await loadPassages(config.knowledgeDir);
      if (options.preview) preview(chosen, passages);
      else await bind(chosen, passages, config);
    });
}

/** @param installed bindings of the installation, which go before those of the project */
function chosenOf(
  files: readonly BankFile[],
  ids: readonly string[],
  config: Config,
  installed: Bindings,
): Chosen[] {
  const entries = files.flatMap(({ source, items }) => items.map((entry) => ({ source, entry })));
  const folderOf = (source: string | undefined, { item, corrected }: BankEntry): string =>
    source === undefined && !corrected && !installed.has(item.id) ? config.seedsDir : config.dataDir;
  const find = (id: string): Chosen => {
    const found = entries.find(({ entry }) => entry.item.id === id);
    if (!found) throw new BadInput({ file: `item ${id}` }, 'no bank holds it');
    return { item: found.entry.item, folder: folderOf(found.source, found.entry) };
  };
  if (ids.length > 0) return ids.map(find);
  return entries.map(({ source, entry }) => ({ item: entry.item, folder: folderOf(source, entry) }));
}

async function bind(chosen: readonly Chosen[], passages: readonly Passage[], config: Config): Promise<void> {
  const digests = lawDigests(passages);
  const before = await readBindings(config);
  const counts = { fresh: 0, stale: 0, unbound: 0, gone: 0 };
  for (const folder of new Set(chosen.map((each) => each.folder))) {
    const added = new Map<string, Binding>();
    for (const { item, folder: home } of chosen) {
      if (home !== folder || item.article === null) continue;
      const boundness = boundnessOf(item, before, digests);
      counts[boundness]++;
      if (boundness === 'gone') print(`${item.id}: the knowledge holds no article ${item.article}`);
      if (boundness === 'gone' || boundness === 'fresh') continue;
      const binding = bindingOf(item, digests)!;
      added.set(item.id, binding);
      print(`${item.id}: bound to ${binding.passage} (${was[boundness]})`);
    }
    if (added.size > 0) await addBindings(folder, added);
  }
  const { fresh, stale, unbound, gone } = counts;
  print(`${stale + unbound} bound, ${fresh} were bound already, ${gone} without a passage`);
}

function preview(chosen: readonly Chosen[], passages: readonly Passage[]): void {
  for (const { item } of chosen) {
    print(`── ${item.id}  ${item.type}  key ${writeLetters(item.answer)}`);
    print(item.stem);
    for (const [i, option] of item.options.entries()) print(`  ${writeLetters([i])}. ${option}`);
    if (item.explanation) print(`  解析：${item.explanation}`);
    const passage = passages.find(({ article, law }) => law === '民法典' && article === item.article);
    print(
      passage
        ? `\n${passageHeading(passage)}（${passage.asOf}）\n${passageText(passage)}\n`
        : '\n(no passage)\n',
    );
  }
}
