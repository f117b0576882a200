import type { Bank } from '../bank.ts';
import { dayOf } from './calendar.ts';
import { levelsOf, maximumOf, phaseAt } from './campaign.ts';
import type { CampaignFile, CampaignFinding } from './campaign-file.ts';
import { poolOf } from './paper/paper.ts';

type Problem = [path: readonly PropertyKey[], message: string];

/**
 * What is wrong with a campaign that reads well: a paper that cannot be filled, a close before the opening …
 * One that is over needs its banks no more: items may have been withdrawn since.
 */
export function checkCampaign(
  { file, campaign, lineAt }: CampaignFile,
  bank: Bank,
  now: number,
): CampaignFinding[] {
  const rules = [checkWindow, checkPaper, checkMarks, checkKeys, checkAudience, checkReminders];
  return [
    ...rules.flatMap((rule) => rule(campaign)),
    ...(phaseAt(campaign, now) === 'closed' ? [] : checkPool(campaign, bank)),
  ]
    .map(([path, message]) => ({ file, line: lineAt(path), message: `${path.join('.')}: ${message}` }))
    .sort((a, b) => a.line - b.line);
}

type Campaign = CampaignFile['campaign'];

function checkWindow({ window, daily }: Campaign): Problem[] {
  if (window.closes <= window.opens)
    return [[['window', 'closes'], 'the campaign closes before it has opened']];
  const days = dayOf(window.closes - 1) - dayOf(window.opens) + 1;
  if (daily && daily.days > days)
    return [[['daily', 'days'], `the window has ${days} days, fewer than the ${daily.days} levels`]];
  return [];
}

function checkPaper({ paper, limits }: Campaign): Problem[] {
  const drawn = paper.draw.reduce((sum, row) => sum + row.count, 0);
  const { itemSeconds = 0, paperMinutes = Number.POSITIVE_INFINITY } = limits;
  return [
    ...(drawn === paper.size
      ? []
      : [[['paper', 'size'], `the draw gives ${drawn} items, not ${paper.size}`] as Problem]),
    ...(itemSeconds > paperMinutes * 60
      ? [[['limits', 'itemSeconds'], 'an item is given more time than the whole paper'] as Problem]
      : []),
  ];
}

function checkMarks(campaign: Campaign): Problem[] {
  const maximum = maximumOf(campaign);
  const { passMark, tiers } = campaign;
  return [
    ...(passMark > maximum
      ? [[['passMark'], `the pass mark is over the maximum of ${maximum} points`] as Problem]
      : []),
    ...tiers.flatMap(({ from, name }, i): Problem[] => {
      const before = tiers[i - 1];
      if (from > maximum)
        return [[['tiers', i, 'from'], `the tier ${name} is over the maximum of ${maximum} points`]];
      return before && before.from <= from
        ? [[['tiers', i, 'from'], `tiers go from the highest down, but ${name} is not below ${before.name}`]]
        : [];
    }),
  ];
}

function checkKeys({ mode, keys }: Campaign): Problem[] {
  if (mode === 'practice' || keys !== 'after-item') return [];
  return [[['keys'], 'an exam cannot show keys after each item; use after-finish or after-close']];
}

function checkAudience({ audience }: Campaign): Problem[] {
  if (audience.kind === 'roster') return [];
  const names = audience.units.map(({ name }) => name);
  return names.flatMap((name, i): Problem[] =>
    names.indexOf(name) < i ? [[['audience', 'units', i], `the unit ${name} is listed twice`]] : [],
  );
}

function checkReminders({ reminders, window }: Campaign): Problem[] {
  const windowMinutes = (window.closes - window.opens) / 60_000;
  return reminders.flatMap(({ before, minutes, to }, i): Problem[] => {
    const twice = reminders.findIndex((each) => each.before === before && each.minutes === minutes);
    return [
      ...(twice < i
        ? [[['reminders', i], `there is one at the same moment, reminders.${twice}`] as Problem]
        : []),
      ...(before === 'opening' && to === 'not-finished'
        ? [[['reminders', i, 'to'], 'nobody has finished before the opening; write everybody'] as Problem]
        : []),
      ...(before === 'close' && windowMinutes > 0 && minutes >= windowMinutes
        ? [
            [
              ['reminders', i, 'minutes'],
              `that is before the opening: the window has ${windowMinutes} minutes`,
            ] as Problem,
          ]
        : []),
    ];
  });
}

/** Rows of a type with a difficulty take theirs; rows without one need as many left as they ask for. */
function checkPool(campaign: Campaign, bank: Bank): Problem[] {
  const unknown = (campaign.banks ?? []).flatMap((name, i): Problem[] =>
    bank.names.has(name) ? [] : [[['banks', i], `there is no bank ${name}: ${[...bank.names].join(', ')}`]],
  );
  if (unknown.length > 0) return unknown;
  const pool = poolOf(campaign, bank);
  const levels = levelsOf(campaign);
  return campaign.paper.draw.flatMap((row, i): Problem[] => {
    const rivals = campaign.paper.draw.filter(
      ({ type, difficulty }) =>
        type === row.type && (row.difficulty === undefined || difficulty === row.difficulty),
    );
    const needed = levels * rivals.reduce((sum, { count }) => sum + count, 0);
    const held = pool.filter(
      ({ type, difficulty }) =>
        type === row.type && (row.difficulty === undefined || difficulty === row.difficulty),
    ).length;
    if (held >= needed) return [];
    const what = `${row.type} items${row.difficulty === undefined ? '' : ` of difficulty ${row.difficulty}`}`;
    const over = levels > 1 ? ` over ${levels} levels` : '';
    return [
      [['paper', 'draw', i], `the banks and books hold ${held} ${what}, the paper asks for ${needed}${over}`],
    ];
  });
}
