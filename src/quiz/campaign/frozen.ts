import { writeMoment } from './calendar.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignFile, CampaignFinding } from './campaign-file.ts';

type Path = readonly PropertyKey[];

/** Values that those who take part never stand on. */
const free: ReadonlySet<PropertyKey> = new Set(['title', 'organiser', 'notice', 'reminders']);

/**
 * Changes of a campaign that has opened which would change it under those who take part. Everything is frozen but
 * title, organiser, notice, reminders, a close that is moved later while it is open, and units: headcounts, districts, and new
 * ones after those that are there (buttons and participants know units by place and name).
 */
export function frozenChanges(
  before: Campaign,
  { file, campaign: after, lineAt }: CampaignFile,
  now: number,
): CampaignFinding[] {
  const mayChange = (path: Path): boolean => {
    const [head, field, place, part] = path;
    if (free.has(head!)) return true;
    // Keys may be out once it has closed, so it stays closed.
    if (head === 'window' && field === 'closes')
      return after.window.closes > before.window.closes && now < before.window.closes;
    if (head !== 'audience' || field !== 'units') return false;
    const units = 'units' in before.audience ? before.audience.units.length : 0;
    return Number(place) >= units || part === 'district' || part === 'headcount';
  };
  return differences(before, after)
    .filter(({ path }) => !mayChange(path))
    .map(({ path, was }) => ({ file, line: lineAt(path), message: messageOf(path, was, before) }))
    .sort((a, b) => a.line - b.line);
}

function messageOf(path: Path, was: unknown, { window }: Campaign): string {
  const written =
    path[0] === 'window' ? writeMoment(was as number) : was === undefined ? 'left out' : JSON.stringify(was);
  return `${path.join('.')}: cannot change, the campaign has opened (${writeMoment(window.opens)}); put it back to ${written}, or make another campaign`;
}

/** The deepest places at which two values differ, with what was there before. */
function differences(before: unknown, after: unknown, path: Path = []): { path: Path; was: unknown }[] {
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after))
    return Object.is(before, after) ? [] : [{ path, was: before }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(before[key], after[key], [...path, Array.isArray(before) ? Number(key) : key]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
