import type { Command } from 'commander';
import { writeMoment } from '../quiz/campaign/calendar.ts';
import { phaseAt } from '../quiz/campaign/campaign.ts';
import { liveUnits } from '../quiz/report/live.ts';
import { gather, type Material, type Taker } from '../quiz/report/material.ts';
import { readSnapshot } from '../store/snapshot.ts';
import { wholeNumber } from './arguments.ts';
import { findCampaign } from './campaigns.ts';
import { print, printJson } from './shell.ts';

export function addStandingsCommand(campaign: Command): void {
  campaign
    .command('standings')
    .description('units and first persons as they stand now, for organisers; a running bot is no hindrance')
    .argument('<id>', 'the campaign’s id, as `campaign list` has it')
    .option('--persons <n>', 'how many persons to list', wholeNumber(0, 1_000_000), 20)
    .option('--json', 'print every unit and person as JSON')
    .action(async (id: string, options: { persons: number; json?: true }) => {
      const { config, bank, campaign: found } = await findCampaign(id);
      const material = await gather(found, await readSnapshot(config.dataDir), bank, Date.now());
      const persons = personsOf(material);
      const units = liveUnits(material);
      if (options.json) {
        printJson({ campaign: id, asOf: writeMoment(material.now), ledger: material.head, units, persons });
        return;
      }
      const { now } = material;
      print(`${found.title}: ${phaseAt(found, now)}, as of ${writeMoment(now)} (Asia/Shanghai)`);
      print(`${material.takers.length} joined, ${persons.length} with a result`);
      print('');
      printTable(
        ['rank', 'unit', 'joined', 'now', 'results', 'of', 'took part', 'average', 'passed'],
        units.map((unit) => [
          unit.rank,
          unit.name,
          unit.joined,
          unit.underWay,
          unit.tookPart,
          unit.persons,
          percent(unit.participation),
          unit.figures?.average.toFixed(1) ?? null,
          percent(unit.figures?.passRate ?? null),
        ]),
      );
      print('');
      printTable(
        ['rank', 'person', 'unit', 'score', 'tier', 'seconds'],
        persons
          .slice(0, options.persons)
          .map(({ rank, name, participant, unit, score, tier, tookMs }) => [
            rank,
            name ?? participant,
            unit,
            score,
            tier,
            Math.round(tookMs / 1000),
          ]),
      );
    });
}

function personsOf({ takers }: Material) {
  const nameOf = ({ name, entry }: Taker): string | null => name ?? entry?.staffNumber ?? null;
  return takers
    .flatMap((taker) =>
      taker.standing ? [{ ...taker.standing, unit: taker.participant.unit, name: nameOf(taker) }] : [],
    )
    .sort((a, b) => a.rank - b.rank);
}

const percent = (share: number | null): string | null =>
  share === null ? null : `${Math.round(share * 100)}%`;

/** Columns as wide as their widest cell; numbers to the right. A dash for what is unknown or not shown. */
function printTable(head: readonly string[], rows: readonly (string | number | null)[][]): void {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '-')));
  const widths = head.map((title, i) => Math.max(columns(title), ...cells.map((row) => columns(row[i]!))));
  const right = head.map((_, i) => cells.every((row) => /^[\d.%-]+$/.test(row[i]!)));
  for (const row of [head, ...cells]) {
    const padded = row.map((cell, i) => {
      const room = ' '.repeat(widths[i]! - columns(cell));
      return right[i] ? room + cell : cell + room;
    });
    print(padded.join('  ').trimEnd());
  }
}

/** Columns of a terminal: Chinese characters take two. */
const columns = (cell: string): number =>
  [...cell].reduce((sum, c) => sum + (/[\u1100-\uffe6]/.test(c) ? 2 : 1), 0);
