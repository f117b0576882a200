import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { chartPng } from '../documents/chart.ts';
import { BadInput, Outage, reasonOf } from '../errors.ts';
import { loadPassages } from '../knowledge/load.ts';
import { isCivilCode } from '../knowledge/readers/civil-code.ts';
import { chartsOf } from '../quiz/report/charts.ts';
import { figuresOf } from '../quiz/report/figures.ts';
import { gather } from '../quiz/report/material.ts';
import { type Report, reportOf } from '../quiz/report/report.ts';
import { sheetsOf } from '../quiz/report/sheets/index.ts';
import type { ChapterOf } from '../quiz/report/weak-points.ts';
import { writeWorkbook } from '../quiz/report/workbook.ts';
import { readSnapshot } from '../store/snapshot.ts';
import { findCampaign } from './campaigns.ts';
import { print, printJson } from './shell.ts';

interface Options {
  out?: string;
  json?: true;
  public?: true;
  force?: true;
}

export function addReportCommand(campaign: Command): void {
  campaign
    .command('report')
    .description('the report of a campaign as an office files it; a running bot is no hindrance')
    .argument('<id>', 'the campaign’s id, as `campaign list` has it')
    .option('--out <dir>', 'folder to write the workbook (xlsx) and its charts (png) to')
    .option('--json', 'print the figures as JSON')
    .option(
      '--public',
      'an edition to be passed on: no single persons, and nothing that gives small units away',
    )
    .option('--force', 'write over files that are there')
    .action(async (id: string, options: Options) => {
      if (options.out === undefined && !options.json)
        throw new BadInput({ file: 'report' }, 'give --out DIR, or --json, or both');
      const { config, bank, campaign: found } = await findCampaign(id);
      const material = await gather(found, await readSnapshot(config.dataDir), bank, Date.now());
      const open = options.public ?? false;
      const report = reportOf(material, await chaptersIn(config.knowledgeDir), open);
      const written =
        options.out === undefined ? [] : await write(report, options.out, options.force ?? false);
      if (options.json) printJson(figuresOf(report));
      else for (const file of written) print(file);
    });
}

/** 总则 第一章 基本规定, from the headings over the articles of the Civil Code. */
async function chaptersIn(knowledgeDir: string): Promise<ChapterOf> {
  const chapters = new Map(
    (await loadPassages(knowledgeDir)).filter(isCivilCode).map(({ article, path }) => {
      const book = path[0]!.replace(/^第.+?编\s*/, '');
      const chapter = path.find((heading) => /^第.+?章/.test(heading));
      return [article!, chapter === undefined ? book : `${book}　${chapter}`];
    }),
  );
  return (article) => chapters.get(article) ?? null;
}

/** All or, where one file is in the way, none. @returns the paths written */
async function write(report: Report, folder: string, force: boolean): Promise<string[]> {
  const { campaign, now } = report.material;
  const edition = report.open ? 'public-' : '';
  const path = (name: string): string => join(folder, `${campaign.id}-${edition}${name}`);
  const charts = chartsOf(report).map(({ name, chart }) => ({ file: path(`${name}.png`), chart }));
  const workbook = path('report.xlsx');
  for (const file of [workbook, ...charts.map((chart) => chart.file)]) {
    const there = await access(file).then(
      () => true,
      () => false,
    );
    if (there && !force) throw new BadInput({ file }, 'is there already; give another --out, or --force');
  }
  try {
    await mkdir(folder, { recursive: true });
    // The workbook names persons: it is its owner's.
    await writeFile(workbook, await writeWorkbook(sheetsOf(report), campaign.title, now), {
      mode: 0o600,
    });
    for (const { file, chart } of charts) await writeFile(file, await chartPng(chart));
  } catch (cause) {
    throw new Outage(`${folder}: cannot be written: ${reasonOf(cause)}`, { cause });
  }
  return [workbook, ...charts.map(({ file }) => file)];
}
