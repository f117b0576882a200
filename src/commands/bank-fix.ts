import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import type { Config } from '../config.ts';
import { operate } from '../control/operate.ts';
import { regrade } from '../control/operations/regrade.ts';
import { settleFlags } from '../control/operations/settle-flags.ts';
import { prepareDataDir } from '../data-dir.ts';
import { BadInput } from '../errors.ts';
import { bankOf, readInstalled } from '../quiz/bank.ts';
import { phaseAt } from '../quiz/campaign/campaign.ts';
import { loadCampaigns } from '../quiz/campaign/campaigns.ts';
import { type Correction, correctionSchema } from '../quiz/correction/correction.ts';
import { addCorrection, correctionsIn } from '../quiz/correction/corrections-file.ts';
import { type Fix, fixOf, type Regrading, regradingOf } from '../quiz/correction/fix.ts';
import { writeLetters } from '../quiz/letters.ts';
import { readFlags } from '../store/flags.ts';
import { readSnapshot } from '../store/snapshot.ts';
import { wholeNumber } from './arguments.ts';
import { reloadBot } from './reload-bot.ts';
import { openShell, print } from './shell.ts';

interface Options {
  key?: string;
  stem?: string;
  option: Record<string, string>;
  explanation?: string;
  article?: number;
  withdraw?: true;
  reason: string;
  by?: string;
  regrade?: true;
}

export function registerBankFix(bank: Command): void {
  bank
    .command('fix')
    .description(
      'correct an item, in DATA_DIR/corrections.yaml: no bank is touched, and its flags are settled',
    )
    .argument('<item>', 'the item’s id, as banks and `bank flags` have it')
    .option('--key <letters>', 'the right options in the order of the bank, as A or AC')
    .option('--stem <words>', 'another question')
    .addOption(
      new Option('--option <B=words>', 'other words for an option; may be given again')
        .default({}, 'none')
        .argParser(optionWords),
    )
    .option('--explanation <words>', 'another explanation')
    .option('--article <n>', 'another article of the Civil Code', wholeNumber(1, 1260))
    .option('--withdraw', 'ask it no more')
    .requiredOption('--reason <words>', 'kept with the correction')
    .option('--by <name>', 'who says so; the user of this machine by default')
    .option('--regrade', 'count its answers anew in every campaign that has asked it')
    .action(fixItem);
}

async function fixItem(id: string, options: Options): Promise<void> {
  const { config } = openShell();
  const correction = correctionOf(id, options);
  const { files, findings } = await readInstalled(config);
  bankOf(files, findings);
  const fix = fixOf(files, correction);
  const now = Date.now();
  // A campaign that could no longer fill its papers keeps an item from being withdrawn.
  const campaigns = await loadCampaigns(config, bankOf(fix.files, []), now);
  await prepareDataDir(config.dataDir);
  await addCorrection(correctionsIn(config.dataDir), correction);
  for (const line of changesOf(fix)) print(`${id}: ${line}`);
  const running = await reloadBot(config.dataDir);
  print(running ? 'a running bot has it now' : 'no bot is running');
  await settle(id, options.reason, config);
  const due = regradingOf(fix);
  if (due.due === 'no') return;
  const snapshot = await readSnapshot(config.dataDir);
  for (const campaign of campaigns.values()) {
    const attempts = await snapshot.attempts(campaign.id);
    if (!attempts.some(({ items }) => items.some(({ item }) => item === id))) continue;
    const voided = (await snapshot.rulings(campaign.id)).get(id) === null;
    const told = `${campaign.id} (${phaseAt(campaign, now)}) has asked it`;
    if (voided) print(`${told} and voided it: everybody keeps its points`);
    else if (options.regrade && due.due === 'yes') await regradeNow(campaign.id, correction, due.key, config);
    else
      print(
        `${told}${due.due === 'yes' ? '' : ', in other words; where they misled'}:\n  ${commandOf(campaign.id, correction, due)}`,
      );
  }
}

/** @throws BadInput naming the option that does not fit */
function correctionOf(
  id: string,
  { key, stem, option, explanation, article, withdraw, reason, by }: Options,
): Correction {
  const parsed = correctionSchema.safeParse({
    item: id,
    at: new Date().toISOString(),
    by: by ?? ownName(),
    reason,
    ...(key !== undefined && { key: key.toUpperCase() }),
    ...(stem !== undefined && { stem }),
    ...(Object.keys(option).length > 0 && { options: option }),
    ...(explanation !== undefined && { explanation }),
    ...(article !== undefined && { article }),
    ...(withdraw && { withdraw }),
  });
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new BadInput({ file: `item ${id}` }, [...path.slice(0, 1), message].join(': '));
}

function optionWords(given: string, before: Record<string, string>): Record<string, string> {
  const [, letter, words] = /^([A-Za-z])=(.*)$/s.exec(given) ?? [];
  if (letter === undefined) throw new BadInput({ file: `--option ${given}` }, 'is written like B=words');
  return { ...before, [letter.toUpperCase()]: words! };
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new BadInput({ file: '--by' }, 'this user has no name; give one');
  }
}

function changesOf({ before, after }: Fix): string[] {
  if (!after) return ['withdrawn'];
  const change = (part: string, was: string, is: string): string[] =>
    was === is ? [] : [`${part}: ${was || '(none)'} → ${is}`];
  return [
    ...change('key', writeLetters(before.answer), writeLetters(after.answer)),
    ...change('stem', before.stem, after.stem),
    ...before.options.flatMap((option, i) =>
      change(`option ${writeLetters([i])}`, option, after.options[i]!),
    ),
    ...change('explanation', before.explanation, after.explanation),
    ...change('article', String(before.article ?? ''), String(after.article ?? '')),
  ];
}

async function settle(item: string, note: string, config: Config): Promise<void> {
  const open = (await readFlags(config.dataDir)).some((flag) => flag.item === item && flag.settled === null);
  if (!open) return;
  const { settled } = await operate(config, settleFlags, { item, note, rejected: false });
  print(`${settled} flags settled`);
}

async function regradeNow(
  campaign: string,
  { item, reason }: Correction,
  key: string | null,
  config: Config,
): Promise<void> {
  const ruled = await operate(config, regrade, { campaign, item, key, reason });
  print(
    ruled
      ? `${campaign}: ${ruled.changed} scores changed, by ${ruled.points} points together`
      : `${campaign}: ruled so already, nothing changed`,
  );
}

function commandOf(campaign: string, { item, reason }: Correction, due: Regrading): string {
  const key = due.due === 'yes' && due.key !== null ? `--key ${due.key}` : '--void';
  return `mingbai campaign regrade ${campaign} --item ${item} ${key} --reason '${reason.replaceAll("'", `'\\''`)}'`;
}
